package io.surprisal.linalg;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecompositionsTest extends ReferenceTest {
    private Tensor identity(int n) {
        return backend.eye(n, DType.FLOAT64);
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "5, 3", "3, 5", "1, 1", "1, 4"})
    void qrGivesTheMatrixBack(int m, int n) {
        Tensor a = normal(1, 2, 3, m, n);
        QrFactors factors = QrFactors.of(a);
        int k = Math.min(m, n);
        assertThat(factors.q()).hasShape(2, 3, m, k);
        assertThat(factors.r()).hasShape(2, 3, k, n);
        assertThat(factors.q().matmul(factors.r())).isCloseTo(a, 0, 1e-14);
        assertThat(factors.q().matmul(factors.q(), true, false))
                .isCloseTo(identity(k).broadcastTo(Shape.of(2, 3, k, k)), 0, 1e-14);
        assertThat(factors.r().matrixTranspose().lowerTriangle().matrixTranspose())
                .isBitEqualTo(factors.r());
        assertThat(factors.r().slice(-1, 0, k).diagonal().min().greater(0)).containsExactly(1);
    }

    @Test
    void eighGivesTheMatrixBack() {
        Tensor half = normal(2, 3, 5, 5);
        Tensor a = half.plus(half.matrixTranspose());
        SymmetricEigen eigen = SymmetricEigen.of(a);
        assertThat(eigen.values()).hasShape(3, 5);
        Tensor back = eigen.vectors().times(eigen.values().expandDims(-2)).matmul(eigen.vectors(), false, true);
        assertThat(back).isCloseTo(a, 0, 1e-13);
        assertThat(eigen.vectors().matmul(eigen.vectors(), true, false))
                .isCloseTo(identity(5).broadcastTo(Shape.of(3, 5, 5)), 0, 1e-13);
        assertThat(eigen.values().sort(-1)).isBitEqualTo(eigen.values());
    }

    @Test
    void eighOfAKnownMatrix() {
        // λ = 1 and 3, with vectors (1, −1)/√2 and (1, 1)/√2; the upper triangle is not read.
        SymmetricEigen eigen = SymmetricEigen.of(vector(2, 99, 1, 2).reshape(2, 2));
        double h = Math.sqrt(0.5);
        assertThat(eigen.values()).isCloseTo(new double[] {1, 3}, 1e-14, 0);
        assertThat(eigen.vectors().abs()).isCloseTo(new double[] {h, h, h, h}, 1e-14, 0);
        assertThat(eigen.vectors().product(0)).isCloseTo(new double[] {-0.5, 0.5}, 1e-14, 0);
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "6, 3", "3, 6", "1, 1"})
    void svdGivesTheMatrixBack(int m, int n) {
        Tensor a = normal(3, 2, m, n);
        SingularValues svd = SingularValues.of(a);
        int k = Math.min(m, n);
        assertThat(svd.u()).hasShape(2, m, k);
        assertThat(svd.v()).hasShape(2, n, k);
        Tensor back = svd.u().times(svd.values().expandDims(-2)).matmul(svd.v(), false, true);
        assertThat(back).isCloseTo(a, 0, 1e-13);
        assertThat(svd.u().matmul(svd.u(), true, false))
                .isCloseTo(identity(k).broadcastTo(Shape.of(2, k, k)), 0, 1e-13);
        assertThat(svd.values().neg().sort(-1)).isBitEqualTo(svd.values().neg());
        assertThat(svd.values().min().greaterEqual(0)).containsExactly(1);
    }

    @Test
    void svdMeetsTheEigenvaluesOfTheGramMatrix() {
        Tensor a = normal(4, 6, 3);
        Tensor gram = SymmetricEigen.of(a.matmul(a, true, false)).values();
        assertThat(SingularValues.of(a).values().square().reverse()).isCloseTo(gram, 1e-12, 0);
    }

    @Test
    void svdOfARankOneMatrixHasOneValue() {
        Tensor a = vector(1, 2, 3).reshape(3, 1).matmul(vector(4, 5).reshape(1, 2));
        assertThat(SingularValues.of(a).values()).isCloseTo(new double[] {Math.sqrt(14 * 41), 0}, 1e-14, 1e-14);
    }

    @Test
    void solveGivesTheRightSideBack() {
        Tensor a = normal(5, 2, 4, 4);
        Tensor b = normal(6, 2, 4, 3);
        Tensor x = LinearSystem.solve(a, b);
        assertThat(x).hasShape(2, 4, 3);
        assertThat(a.matmul(x)).isCloseTo(b, 0, 1e-12);
    }

    @Test
    void solveIsDifferentiableInTheRightSide() {
        Tensor a = normal(7, 3, 3);
        Tensor slope = Gradients.gradient(b -> LinearSystem.solve(a, b).sum()).at(normal(8, 3, 1));
        // ∂ Σ A⁻¹b / ∂b = A⁻ᵀ 1
        assertThat(a.matmul(slope, true, false)).isCloseTo(new double[] {1, 1, 1}, 1e-12, 0);
    }

    @Test
    void float32StaysFloat32() {
        Tensor a = normal(9, 3, 3).cast(DType.FLOAT32);
        assertThat(SingularValues.of(a).values()).hasDType(DType.FLOAT32);
        assertThat(LinearSystem.solve(a, a)).hasDType(DType.FLOAT32).isCloseTo(identity(3), 1e-5, 1e-5);
    }

    @Test
    void rejectsWhatIsNoMatrixOrNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrFactors.of(vector(1, 2)))
                .withMessageStartingWith("qr: tensor [2] FLOAT64 on reference is not made of floating matrices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigen.of(normal(1, 2, 3)))
                .withMessage("eigh: the last two axes of [2, 3] must be equal. Slice it to a square.");
        assertThatThrownBy(() -> SingularValues.of(
                        vector(1, 1, 1, Double.NaN, 1, 1, 1, 1).reshape(2, 2, 2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "svd: element 1 of row 1 of the matrix at batch index [0] is NaN. Look for the operation that"
                                + " made it.");
    }

    @Test
    void rejectsSingularSystems() {
        Tensor batch = vector(1, 0, 0, 1, 1, 2, 2, 4).reshape(2, 2, 2);
        assertThatThrownBy(() -> LinearSystem.solve(batch, batch))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("solve: the matrix at batch index [1] (2 × 2) is singular to working precision. Use"
                        + " SingularValues for a least-squares solution.");
    }

    @Test
    void refusesTensorsOfAGradientCall() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Gradients.gradient(
                                a -> SymmetricEigen.of(a).values().sum())
                        .at(identity(2)))
                .withMessageStartingWith("eigh: there is no derivative, but tensor [2, 2] FLOAT64 on reference, traced")
                .withMessageEndingWith("use PositiveDefinite, which is differentiable.");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Gradients.gradient(
                                a -> LinearSystem.solve(a, identity(2)).sum())
                        .at(identity(2)))
                .withMessageStartingWith("solve: there is no derivative")
                .withMessageEndingWith("differentiable in b alone; where a is positive definite use PositiveDefinite,"
                        + " which is in both.");
        // What the message names does have a derivative: nobody is sent in a circle.
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Gradients.gradient(
                                a -> SingularValues.of(a).values().sum())
                        .at(identity(2)))
                .withMessageEndingWith(
                        "For solutions with positive definite matrices use PositiveDefinite, which is differentiable.");
        Tensor slope = Gradients.gradient(
                        a -> PositiveDefinite.of(a).solve(identity(2)).sum())
                .at(identity(2));
        // −A⁻¹11ᵀA⁻¹ in the lower triangle alone, which stands for both.
        assertThat(slope).isCloseTo(new double[] {-1, 0, -2, -1}, 0, 1e-14);
    }
}
