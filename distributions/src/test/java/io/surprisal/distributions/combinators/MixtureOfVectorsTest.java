package io.surprisal.distributions.combinators;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MixtureOfVectorsTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(19);

    private Tensor logits() {
        return doubles(0.3, -0.5);
    }

    private Tensor means() {
        return backend.of(new double[] {-1, 0.5, 1, 2, -0.5, 0.3}, 2, 3);
    }

    private Tensor factors() {
        return backend.of(
                new double[] {1, 0, 0, 0.4, 0.9, 0, -0.3, 0.2, 0.7, 0.8, 0, 0, -0.5, 1.1, 0, 0.1, 0.6, 1.3}, 2, 3, 3);
    }

    private Mixture normals(Tensor logits, Tensor means, Tensor factors) {
        return Mixture.fromLogits(logits, MultivariateNormal.fromCholesky(means, factors));
    }

    /**
     * Of E[g(X)], whose derivatives by the score are those of draws times that of log p: both estimates by the same draws must agree, in g of second
     * order. Six standard errors, of 12 numbers.
     */
    private static void requireAgreement(Function<Tensor, Mixture> made, Tensor point, UnaryOperator<Tensor> ofDraws) {
        int draws = 40_000;
        Tensor x = made.apply(point).sample(KEY, Shape.of(draws));
        Tensor values = ofDraws.apply(x);
        Tensor centred = values.minus(values.mean());
        Tensor byPath = Gradients.gradient(
                        t -> ofDraws.apply(((Reparameterized) made.apply(t)).rsample(KEY, Shape.of(draws)))
                                .mean())
                .at(point);
        Tensor byScore = Gradients.gradient(
                        t -> made.apply(t).logProb(x).times(centred).mean())
                .at(point);
        double[] a = byPath.toDoubles();
        double[] b = byScore.toDoubles();
        for (int i = 0; i < a.length; i++) {
            double spread = Math.sqrt(centred.square().mean().item());
            assertThat(a[i]).as("element %s", i).isCloseTo(b[i], within(6 * 3 * spread / Math.sqrt(draws)));
        }
    }

    private static Tensor product(Tensor x) {
        return x.select(-1, 0).times(x.select(-1, 1)).plus(x.select(-1, 2).square());
    }

    @Test
    void drawsOfNormalVectorsMoveByTheirParameters() {
        requireAgreement(t -> normals(t, means(), factors()), logits(), MixtureOfVectorsTest::product);
        requireAgreement(t -> normals(logits(), t, factors()), means(), MixtureOfVectorsTest::product);
        requireAgreement(t -> normals(logits(), means(), t), factors(), MixtureOfVectorsTest::product);
    }

    @Test
    void drawsOfIndependentElementsMoveByTheirParameters() {
        Tensor shapes = backend.of(new double[] {1.5, 4, 2, 6, 2.5, 3}, 2, 3);
        Function<Tensor, Mixture> gammas =
                t -> Mixture.fromLogits(logits(), Independent.of(Gamma.FAMILY.unchecked(t, scalar(1)), 1));
        requireAgreement(gammas, shapes, MixtureOfVectorsTest::product);
        Function<Tensor, Mixture> listed = t -> Mixture.fromLogits(
                t,
                List.of(
                        Independent.of(Normal.of(doubles(0, 1, 2), doubles(1, 0.5, 2)), 1),
                        MultivariateNormal.fromScales(doubles(1, -1, 0), doubles(0.7, 0.7, 0.7))));
        requireAgreement(listed, logits(), MixtureOfVectorsTest::product);
    }

    /** Of one component there is nothing to choose: the derivatives are those of its own draws, which are another path. */
    @Test
    void theMeanMovesExactlyWithTheLocationOfAllComponents() {
        Tensor shift = doubles(0.1, 0.2, 0.3);
        Tensor slope = Gradients.jacobian(t -> ((Reparameterized) normals(logits(), means().plus(t), factors()))
                        .rsample(KEY, Shape.of(7))
                        .sum(0))
                .at(shift);
        assertThat(slope).isCloseTo(backend.eye(3, DType.FLOAT64).times(7), 1e-10, 1e-10);
    }

    @Test
    void drawsAreThoseOfSampleInBothPrecisions() {
        for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            Mixture mixture =
                    normals(logits().cast(dtype), means().cast(dtype), factors().cast(dtype));
            Tensor drawn = ((Reparameterized) mixture).rsample(KEY, Shape.of(2, 3));
            assertThat(drawn).hasShape(2, 3, 3).isBitEqualTo(mixture.sample(KEY, Shape.of(2, 3)));
            Independent elements = Independent.of(
                    Normal.of(
                            means().cast(dtype),
                            factors().select(-1, 0).abs().plus(1).cast(dtype)),
                    1);
            Mixture ofElements = Mixture.fromLogits(logits().cast(dtype), elements);
            assertThat(((Reparameterized) ofElements).rsample(KEY, Shape.of(4)))
                    .isBitEqualTo(ofElements.sample(KEY, Shape.of(4)))
                    .hasDType(dtype);
            assertThat(Gradients.gradient(t -> ((Reparameterized) Mixture.fromLogits(t, elements))
                                    .rsample(KEY, Shape.of(4))
                                    .sum())
                            .at(logits().cast(dtype)))
                    .hasDType(dtype);
        }
    }

    @Test
    void saysWhatItCannot() {
        Dirichlet dirichlet = Dirichlet.of(doubles(1, 2, 3));
        assertThat(Mixture.of(doubles(0.5, 0.5), List.of(dirichlet, dirichlet))).isNotInstanceOf(Reparameterized.class);
        assertThat(normals(logits(), means(), factors()).capability(HasMoments.class))
                .isPresent();
        assertThatThrownBy(() -> Gradients.hessian(t -> ((Reparameterized) normals(t, means(), factors()))
                                .rsample(KEY, Shape.of(2))
                                .square()
                                .sum())
                        .at(logits()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("second derivative of draws of a mixture: has no derivative");
    }
}
