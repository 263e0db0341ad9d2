package io.surprisal.linalg;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class PositiveDefiniteTest extends ReferenceTest {
    /** B Bᵀ + I, as a function of B: symmetric whatever is moved in B. */
    private Tensor covariance(Tensor b) {
        return b.matmul(b, false, true).plus(backend.eye(b.shape().dim(-2), DType.FLOAT64));
    }

    @Test
    void solvesInvertsAndTakesTheDeterminant() {
        Tensor a = covariance(normal(1, 2, 4, 4));
        PositiveDefinite matrix = PositiveDefinite.of(a);
        Tensor b = normal(2, 2, 4, 3);
        assertThat(a.matmul(matrix.solve(b))).isCloseTo(b, 0, 1e-13);
        assertThat(matrix.inverse().matmul(b)).isCloseTo(matrix.solve(b), 0, 1e-13);
        Tensor logarithms = SymmetricEigen.of(a).values().log().sum(-1);
        assertThat(matrix.logDeterminant()).hasShape(2).isCloseTo(logarithms, 1e-13, 0);
    }

    @Test
    void determinantOfAKnownMatrix() {
        assertThat(PositiveDefinite.of(vector(4, 2, 2, 3).reshape(2, 2)).logDeterminant())
                .isCloseTo(new double[] {Math.log(8)}, 1e-15, 0);
    }

    @Test
    void gradientsAgreeWithDifferences() {
        Tensor right = normal(3, 3, 2);
        FiniteDifferences.assertGradient(
                p -> {
                    PositiveDefinite matrix = PositiveDefinite.of(covariance(p.get("b")));
                    return matrix.logDeterminant()
                            .plus(matrix.solve(p.get("x")).times(right).sum())
                            .plus(matrix.inverse().square().sum());
                },
                Parameters.of("b", normal(4, 3, 3)).with("x", normal(5, 3, 2)));
    }

    @Test
    void rejectsIndefiniteMatrices() {
        assertThatThrownBy(() -> PositiveDefinite.of(vector(1, 2, 2, 1).reshape(2, 2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("cholesky: the matrix (2 × 2) is not positive definite");
    }
}
