package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixAlgebraTest extends OnReference {
    @Test
    void multipliesMatrices() {
        Tensor a = counting(DType.FLOAT32, 2, 3);
        Tensor b = counting(DType.FLOAT32, 3, 2);
        assertThat(a.matmul(b)).hasShape(2, 2).containsExactly(10, 13, 28, 40);
        assertThat(floats(1, 2, 3).expandDims(0).matmul(floats(4, 5, 6).expandDims(1)))
                .hasShape(1, 1)
                .containsExactly(32);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void readsEitherMatrixTransposed(boolean transposeA, boolean transposeB) {
        Tensor a = counting(DType.FLOAT64, 2, 3, 4).sin();
        Tensor b = counting(DType.FLOAT64, 2, 4, 5).cos();
        Tensor product = (transposeA ? a.matrixTranspose() : a)
                .matmul(transposeB ? b.matrixTranspose() : b, transposeA, transposeB);

        assertThat(product).isBitEqualTo(a.matmul(b));
    }

    @Test
    void leadingAxesBroadcast() {
        Tensor a = counting(DType.FLOAT64, 3, 1, 2, 2);
        Tensor b = counting(DType.FLOAT64, 4, 2, 1);
        Tensor product = a.matmul(b);

        assertThat(product).hasShape(3, 4, 2, 1);
        assertThat(product.select(0, 2).select(0, 3))
                .isBitEqualTo(a.select(0, 2).select(0, 0).matmul(b.select(0, 3)));
        assertThat(a.matmul(counting(DType.FLOAT64, 2, 2))).hasShape(3, 1, 2, 2);
    }

    @Test
    void emptyProductsAreZeros() {
        Tensor a = backend.zeros(Shape.of(2, 0), DType.FLOAT32);
        assertThat(a.matmul(backend.zeros(Shape.of(0, 3), DType.FLOAT32)))
                .hasShape(2, 3)
                .containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(a.matmul(a, true, false)).hasShape(0, 0);
    }

    @Test
    void notANumberTimesZeroStays() {
        assertThat(backend.of(new float[] {0, 1}, 1, 2).matmul(backend.of(new float[] {Float.NaN, 1}, 2, 1)))
                .containsExactly(Double.NaN);
    }

    @Test
    void choleskyFactorTimesItsTransposeIsTheMatrix() {
        Tensor root = counting(DType.FLOAT64, 3, 4, 4).sin();
        Tensor matrix = root.matmul(root, false, true).plus(backend.eye(4, DType.FLOAT64));
        Tensor factor = matrix.cholesky();

        assertThat(factor.matmul(factor, false, true)).isCloseTo(matrix, 1e-14, 0);
        assertThat(factor.lowerTriangle()).isBitEqualTo(factor);
        // numpy.linalg.cholesky([[4, 2], [2, 3]]), with rubbish above the diagonal that must not be read
        assertThat(backend.of(new double[] {4, 99, 2, 3}, 2, 2).cholesky())
                .isWithinUlps(new double[] {2, 0, 1, 1.4142135623730951}, 1);
        assertThat(backend.zeros(Shape.of(0, 0), DType.FLOAT32).cholesky()).hasShape(0, 0);
    }

    @Test
    void refusesMatricesWithoutAFactor() {
        Tensor indefinite = backend.of(new double[] {1, 2, 2, 1}, 2, 2);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> indefinite.cholesky())
                .withMessage(
                        "cholesky: the matrix (2 × 2) is not positive definite. Check that it is symmetric, or add a small"
                                + " multiple of the identity.");
        Tensor batch = Tensor.stack(java.util.List.of(backend.eye(2, DType.FLOAT64), indefinite), 0)
                .expandDims(0);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> batch.cholesky())
                .withMessageStartingWith(
                        "cholesky: the matrix at batch index [0, 1] (2 × 2) is not positive definite.");
        for (double bad : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() ->
                            backend.full(Shape.of(1, 1), DType.FLOAT64, bad).cholesky());
        }
    }

    @Test
    void solvesTriangles() {
        Tensor lower = counting(DType.FLOAT64, 2, 3, 3)
                .sin()
                .plus(backend.eye(3, DType.FLOAT64).times(3))
                .lowerTriangle();
        Tensor b = counting(DType.FLOAT64, 3, 2).cos();

        assertThat(lower.matmul(lower.triangularSolve(b, false)))
                .hasShape(2, 3, 2)
                .isCloseTo(b.broadcastTo(Shape.of(2, 3, 2)), 1e-14, 1e-15);
        assertThat(lower.matrixTranspose().matmul(lower.triangularSolve(b, true)))
                .isCloseTo(b.broadcastTo(Shape.of(2, 3, 2)), 1e-14, 1e-15);
        Tensor full = backend.of(new double[] {2, 99, 1, 4}, 2, 2);
        assertThat(full.triangularSolve(backend.of(new double[] {2, 9}, 2, 1), false))
                .containsExactly(1, 2);
        assertThat(full.triangularSolve(backend.of(new double[] {4, 8}, 2, 1), true))
                .containsExactly(1, 2);
        assertThat(full.triangularSolve(backend.zeros(Shape.of(2, 0), DType.FLOAT64), true))
                .hasShape(2, 0);
    }

    @Test
    void takesAndMakesDiagonalsAndTriangles() {
        Tensor x = counting(DType.FLOAT32, 2, 2, 2).plus(1);
        assertThat(x.diagonal()).hasShape(2, 2).containsExactly(1, 4, 5, 8);
        assertThat(x.diagonal().diagonalMatrix()).hasShape(2, 2, 2).containsExactly(1, 0, 0, 4, 5, 0, 0, 8);
        assertThat(x.lowerTriangle()).containsExactly(1, 0, 3, 4, 5, 0, 7, 8);
        assertThat(counting(DType.FLOAT32, 2, 3).plus(1).lowerTriangle()).containsExactly(1, 0, 0, 4, 5, 0);
        assertThat(backend.zeros(Shape.of(0, 0), DType.FLOAT32).diagonal()).hasShape(0);
    }

    @Test
    void aDiagonalMatrixHoldsInfinitiesWithoutNaN() {
        assertThat(floats(Double.POSITIVE_INFINITY, 1).diagonalMatrix())
                .containsExactly(Double.POSITIVE_INFINITY, 0, 0, 1);
    }

    @Test
    void rejectsShapesThatDoNotFit() {
        Tensor a = backend.zeros(Shape.of(128, 784), DType.FLOAT32);
        Tensor b = backend.zeros(Shape.of(400, 784), DType.FLOAT32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.matmul(b))
                .withMessage("matmul: inner dimensions differ: [128, 784] × [400, 784]. Transpose the right operand?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.matmul(b, true, false))
                .withMessage("matmul: inner dimensions differ: [128, 784]ᵀ × [400, 784]. Transpose the right operand?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.matmul(floats(1)))
                .withMessage(
                        "matmul: shape [1] is not a matrix. Give it two axes, with expandDims for a row or a column.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counting(DType.FLOAT32, 2, 1, 1).matmul(counting(DType.FLOAT32, 3, 1, 1)))
                .withMessageStartingWith("matmul (batch axes): shapes [2] and [3] do not broadcast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.cholesky())
                .withMessage("cholesky: the last two axes of [128, 784] must be equal. Slice it to a square.");
        assertThatIllegalArgumentException().isThrownBy(() -> a.diagonal()).withMessageStartingWith("diagonal: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.eye(3, DType.FLOAT32).triangularSolve(counting(DType.FLOAT32, 2, 1), false))
                .withMessage(
                        "triangularSolve: the triangle [3, 3] has 3 columns, but the right side [2, 1] has 2 rows. They must"
                                + " be equal.");
    }

    @Test
    void rejectsOtherDtypes() {
        Tensor whole = backend.eye(2, DType.INT32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.matmul(whole))
                .withMessage("matmul: takes FLOAT32 or FLOAT64, but the tensor is INT32. Use cast(DType) first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.eye(2, DType.FLOAT32).matmul(backend.eye(2, DType.FLOAT64)))
                .withMessageStartingWith("matmul: the operands are FLOAT32 and FLOAT64;");
        assertThatIllegalArgumentException().isThrownBy(whole::cholesky).withMessageStartingWith("cholesky: takes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.triangularSolve(whole, false))
                .withMessageStartingWith("triangularSolve: takes");
    }

    @Test
    void saysWhichMatrixCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.scalar(1).diagonalMatrix())
                .withMessage(
                        "diagonalMatrix: a scalar has no last axis to lay out. Reshape it to [1] for a matrix of one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.eye(-1, DType.FLOAT32))
                .withMessage("eye: the number of rows must not be negative, but is -1. Ask for 0 or more.");
    }
}
