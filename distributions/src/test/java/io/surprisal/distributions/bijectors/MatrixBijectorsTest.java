package io.surprisal.distributions.bijectors;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.constraints.CholeskyFactor;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.CorrelationFactor;
import io.surprisal.distributions.constraints.CorrelationMatrix;
import io.surprisal.distributions.constraints.PositiveDefinite;
import io.surprisal.distributions.constraints.UnitVector;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixBijectorsTest extends OnReference {
    /**
     * A constraint and its bijection for matrices of 3 rows.
     *
     * @param independent the elements that are independent
     */
    private record Kind(Constraint constraint, List<Integer> independent) {
        Bijector fromReals() {
            return constraint.fromReals().orElseThrow();
        }

        int reals() {
            return independent.size();
        }
    }

    static List<Kind> kinds() {
        List<Integer> triangle = List.of(0, 3, 4, 6, 7, 8);
        List<Integer> below = List.of(3, 6, 7);
        return List.of(
                new Kind(new PositiveDefinite(), triangle),
                new Kind(new CholeskyFactor(), triangle),
                new Kind(new CorrelationMatrix(), below),
                new Kind(new CorrelationFactor(), below));
    }

    private Tensor reals(int... shape) {
        return Draws.normal(RandomKey.of(3), backend, Shape.of(shape), DType.FLOAT64);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesAreInsideAndComeBack(Kind kind) {
        Bijector map = kind.fromReals();
        Tensor x = reals(5, 2, kind.reals());
        Tensor y = map.forward(x);
        assertThat(y).hasShape(5, 2, 3, 3);
        assertThat(kind.constraint().holds(y)).hasShape(5, 2);
        assertThat(kind.constraint().holds(y).all().item()).isEqualTo(1);
        assertThat(map.inverse(y)).isCloseTo(x, 1e-10, 1e-11);
        assertThat(map.logDeterminant(x)).hasShape(5, 2);
        assertThat(map.inverseLogDeterminant(y)).isCloseTo(map.logDeterminant(x).neg(), 1e-10, 1e-10);
    }

    /** The determinant of the matrix of derivatives of the independent elements, which automatic differentiation gives. */
    @ParameterizedTest
    @MethodSource("kinds")
    void determinantsAreThoseOfTheDerivatives(Kind kind) {
        Bijector map = kind.fromReals();
        Tensor x = reals(kind.reals());
        double[][] jacobian = new double[kind.reals()][];
        for (int i = 0; i < kind.reals(); i++) {
            int place = kind.independent().get(i);
            jacobian[i] = gradient(u -> map.forward(u).flatten().select(0, place), x);
        }
        assertThat(map.logDeterminant(x).item()).isCloseTo(logDeterminant(jacobian), within(1e-11));
    }

    @Test
    void oneElementNeedsNoCorrelation() {
        Bijector map = new CorrelationCholesky();
        Tensor none = backend.zeros(Shape.of(4, 0), DType.FLOAT64);
        assertThat(map.forward(none)).isCloseTo(backend.ones(Shape.of(4, 1, 1), DType.FLOAT64), 0, 0);
        assertThat(map.inverse(map.forward(none))).hasShape(4, 0);
        assertThat(map.logDeterminant(none)).isCloseTo(backend.zeros(Shape.of(4), DType.FLOAT64), 0, 0);
    }

    @Test
    void strongCorrelationsKeepTheirDigits() {
        Tensor x = doubles(18, -30, 0.25);
        Bijector map = new CorrelationCholesky();
        assertThat(map.inverse(map.forward(x))).isCloseTo(x, 1e-12, 0);
    }

    @Test
    void directionsComeFromThePlane() {
        Bijector map = new UnitVector().fromReals().orElseThrow();
        Tensor x = reals(7, 3);
        Tensor y = map.forward(x);
        assertThat(y).hasShape(7, 4);
        assertThat(new UnitVector().holds(y).all().item()).isEqualTo(1);
        assertThat(map.inverse(y)).isCloseTo(x, 1e-12, 0);
        assertThat(map.inverseLogDeterminant(y)).isCloseTo(map.logDeterminant(x).neg(), 1e-12, 1e-12);
        // The columns of the derivative are orthogonal and of equal length: conformal, with the determinant the length
        // to the power d − 1.
        double[] first = gradient(u -> map.forward(u).select(0, 0), doubles(0.5, -1));
        double[] second = gradient(u -> map.forward(u).select(0, 1), doubles(0.5, -1));
        double[] third = gradient(u -> map.forward(u).select(0, 2), doubles(0.5, -1));
        double length = first[0] * first[0] + second[0] * second[0] + third[0] * third[0];
        assertThat(map.logDeterminant(doubles(0.5, -1)).item()).isCloseTo(Math.log(length), within(1e-14));
    }

    @Test
    void vectorsThatFillNoTriangleAreRefused() {
        assertThatThrownBy(() -> new Cholesky().forward(doubles(1, 2, 3, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 elements does not fill a triangle");
    }

    private static double[] gradient(UnaryOperator<Tensor> function, Tensor x) {
        return Gradients.gradient(function).at(x).toDoubles();
    }

    /** By elimination with pivots. */
    private static double logDeterminant(double[][] a) {
        double log = 0;
        for (int k = 0; k < a.length; k++) {
            int pivot = k;
            for (int i = k; i < a.length; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            log += Math.log(Math.abs(row[k]));
            for (int i = k + 1; i < a.length; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; j < a.length; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        return log;
    }
}
