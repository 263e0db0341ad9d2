package io.surprisal.distributions.bijectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.constraints.Increasing;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class VectorBijectorsTest extends OnReference {
    @Test
    void orderedVectorsIncreaseAndComeBack() {
        Tensor x = backend.of(new double[] {2, -30, 0, 1.5, -4, 3, -0.5, 0.25}, 2, 4);
        Tensor y = new Ordered().forward(x);
        assertThat(new Increasing().holds(y).toBooleans()).containsOnly(true);
        double[] back = new Ordered().inverse(y).toDoubles();
        double[] given = x.toDoubles();
        for (int i = 0; i < given.length; i++) {
            // A step of e⁻³⁰ on a sum of 2 keeps three digits.
            assertThat(back[i]).isCloseTo(given[i], within(given[i] < -20 ? 0.01 : 1e-13));
        }
    }

    @Test
    void logDeterminantsOfOrderedVectorsAreThoseOfTheJacobian() {
        Tensor x = doubles(2, -3, 0.5, 1.5);
        double[] jacobian = Gradients.jacobian(new Ordered()::forward).at(x).toDoubles();
        double diagonal = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                assertThat(jacobian[4 * i + j]).isZero();
            }
            diagonal += Math.log(jacobian[5 * i]);
        }
        assertThat(new Ordered().logDeterminant(x).item()).isCloseTo(diagonal, within(1e-14));
        Tensor y = new Ordered().forward(x);
        assertThat(new Ordered().inverseLogDeterminant(y).item()).isCloseTo(-diagonal, within(1e-13));
    }

    @Test
    void logDeterminantsOfCentredSoftmaxAreThoseOfTheJacobian() {
        Tensor x = doubles(0.4, -1.1);
        double[] j = Gradients.jacobian(t -> new SoftmaxCentered().forward(t).slice(-1, 0, 2))
                .at(x)
                .toDoubles();
        double determinant = j[0] * j[3] - j[1] * j[2];
        SoftmaxCentered map = new SoftmaxCentered();
        assertThat(map.logDeterminant(x).item()).isCloseTo(Math.log(determinant), within(1e-14));
        assertThat(map.inverseLogDeterminant(map.forward(x)).item()).isCloseTo(-Math.log(determinant), within(1e-14));
    }

    @Test
    void oneNumberIsAnOrderedVector() {
        assertThat(new Ordered().forward(doubles(-3)).toDoubles()).containsExactly(-3);
        assertThat(new Ordered().inverse(doubles(-3)).toDoubles()).containsExactly(-3);
        assertThat(new Ordered().logDeterminant(doubles(-3)).item()).isZero();
    }

    @Test
    void vectorsThatDoNotIncreaseAreNoImage() {
        Tensor y = backend.of(new double[] {1, 1, 2, 1, 0, 2, 0, 1, Double.POSITIVE_INFINITY}, 3, 3);
        assertThat(new Increasing().holds(y).toBooleans()).containsOnly(false);
        assertThat(new Ordered().inverse(doubles(1, 0)).toDoubles()[1]).isNaN();
        assertThat(new Increasing().fromReals()).contains(new Ordered());
    }

    @Test
    void elementwiseMapsAfterVectorMapsHaveTheDeterminantOfTheJacobian() {
        Bijector map = new Ordered().then(new Exp());
        Tensor x = doubles(0.2, -1, 0.5);
        double[] jacobian = Gradients.jacobian(map::forward).at(x).toDoubles();
        double diagonal = Math.log(jacobian[0]) + Math.log(jacobian[4]) + Math.log(jacobian[8]);
        assertThat(map.domainRank()).isEqualTo(1);
        assertThat(map.imageRank()).isEqualTo(1);
        assertThat(map.logDeterminant(x).item()).isCloseTo(diagonal, within(1e-14));
        Tensor y = map.forward(x);
        assertThat(map.inverseLogDeterminant(y).item()).isCloseTo(-diagonal, within(1e-13));
        assertThat(map.inverted().logDeterminant(y).item()).isCloseTo(-diagonal, within(1e-13));
        assertThat(new SoftmaxCentered().inverted().then(new Exp()).imageRank()).isEqualTo(1);
    }

    /** Over the first elements, from which the last follows. */
    @Test
    void elementwiseMapsOfASimplexHaveTheDeterminantOfItsFirstElements() {
        Bijector map = new SoftmaxCentered().then(new Log());
        Tensor x = doubles(0.2, -1);
        double[] j = Gradients.jacobian(map::forward).at(x).toDoubles();
        double expected = Math.log(Math.abs(j[0] * j[3] - j[1] * j[2]));
        Tensor y = map.forward(x);
        assertThat(map.logDeterminant(x).item()).isCloseTo(expected, within(1e-14));
        assertThat(map.inverseLogDeterminant(y).item()).isCloseTo(-expected, within(1e-14));
        assertThat(map.hasFreeValues()).isFalse();
        Bijector further = map.then(new Exp());
        assertThat(further.logDeterminant(x).item())
                .isCloseTo(new SoftmaxCentered().logDeterminant(x).item(), within(1e-14));
    }

    /** Of the lower triangle, whose elements above the diagonal are all mapped to one number. */
    @Test
    void elementwiseMapsOfTrianglesHaveTheDeterminantOfTheirElements() {
        Bijector map = new Cholesky().then(new Softplus());
        Tensor x = doubles(0.2, -1, 0.5);
        double[] j = Gradients.jacobian(map::forward).at(x).toDoubles();
        // Rows 0, 2 and 3 of the four elements; the map is triangular.
        double expected = Math.log(j[0] * j[2 * 3 + 1] * j[3 * 3 + 2]);
        assertThat(map.logDeterminant(x).item()).isCloseTo(expected, within(1e-14));
        assertThat(map.inverseLogDeterminant(map.forward(x)).item()).isCloseTo(-expected, within(1e-14));
    }

    @Test
    void directionsAreNotMappedOneByOne() {
        assertThatThrownBy(() -> new Stereographic().then(new Exp()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Chain: Exp[] takes arguments of 0 axes, but Stereographic[] makes values of 1")
                .hasMessageContaining("depend on each other");
        assertThatThrownBy(() -> CholeskyOuterProduct.ofCovariances().then(new Ordered()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
