package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cholesky factors and triangular solutions. They are judged by what they solve, because the residual has a bound whatever the
 * conditioning: |L Lᵀ − A| ≤ (n + 2)·ε·|L||Lᵀ| and |L X − B| ≤ (n + 2)·ε·|L||X| (Higham, Accuracy and Stability of Numerical Algorithms,
 * 2nd ed., theorems 10.3 and 8.5).
 */
abstract class FactorisationContract extends ContractGroup {
    private static final int[][][] BATCHES = {{{}, {}}, {{2}, {2}}, {{2}, {}}, {{}, {2}}, {{2, 1}, {1, 3}}};

    FactorisationContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 17, 64, 65})
    final void choleskyFactorsMultiplyToTheMatrix(int n) {
        for (DType dtype : Domains.FLOATING) {
            for (Shape batch : List.of(Shape.scalar(), Shape.of(3), Shape.of(2, 1, 2))) {
                HostArray a = positiveDefinite(dtype, batch, n);
                HostArray factor = actual(x -> x.get(0).cholesky(), a);
                HostArray product = expected(x -> x.get(0).matmul(x.get(0), false, true), factor);
                HostArray magnitudes =
                        expected(x -> x.get(0).abs().matmul(x.get(0).abs(), false, true), factor);
                new Trial("L·Lᵀ of the cholesky factor", List.of(a))
                        .compare(Elements.widened(a), product, Bound.roundings(n + 2, magnitudes, dtype));
                HostArray above = expected(x -> x.get(0).minus(x.get(0).lowerTriangle()), factor);
                assertThat(above.toDoubles())
                        .as("above the diagonal of cholesky of %s", a)
                        .containsOnly(0);
                HostArray diagonal = expected(x -> x.get(0).diagonal(), factor);
                assertThat(Arrays.stream(diagonal.toDoubles()).min().orElseThrow())
                        .as("least element on the diagonal of cholesky of %s", a)
                        .isPositive();
            }
        }
    }

    @Test
    final void choleskyReadsTheLowerTriangleOnly() {
        for (DType dtype : Domains.FLOATING) {
            HostArray a = positiveDefinite(dtype, Shape.of(2), 5);
            HostArray spoilt = notANumberAbove(a);
            new Trial("cholesky with NaN above the diagonal", List.of(a))
                    .identical(
                            actual(x -> x.get(0).cholesky(), a),
                            actual(x -> x.get(0).cholesky(), spoilt));
        }
    }

    @Test
    final void choleskyNamesTheMatrixWithoutAFactor() {
        for (DType dtype : Domains.FLOATING) {
            double[] values = positiveDefinite(dtype, Shape.of(3, 2), 4).toDoubles();
            values[2 * 16 + 10] = -1;
            Tensor batch = backend().of(Elements.of(dtype, Shape.of(3, 2, 4, 4), values));
            assertThatThrownBy(batch::cholesky)
                    .as("cholesky %s of a batch whose matrix [1, 0] is indefinite", dtype)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("batch index [1, 0]");
            Tensor negative = backend().of(Elements.of(dtype, Shape.of(1, 1), -2));
            assertThatThrownBy(negative::cholesky).isInstanceOf(ArithmeticException.class);
            Tensor spoilt = backend().of(Elements.of(dtype, Shape.of(2, 2), 1, 0, 0, Double.NaN));
            assertThatThrownBy(spoilt::cholesky).isInstanceOf(ArithmeticException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    final void triangularSolutionsSolve(boolean transpose) {
        for (DType dtype : Domains.FLOATING) {
            for (int[][] batch : BATCHES) {
                for (int n : new int[] {1, 2, 5, 17, 64}) {
                    HostArray lower = triangle(dtype, Shape.of(batch[0]), n);
                    for (int columns : new int[] {1, 3, 33}) {
                        HostArray b = Samples.of(91)
                                .ordinary(dtype, Shape.of(batch[1]).then(Shape.of(n, columns)));
                        solves(lower, b, transpose);
                    }
                }
            }
        }
    }

    private void solves(HostArray lower, HostArray b, boolean transpose) {
        DType dtype = lower.dtype();
        int n = lower.shape().at(lower.shape().rank() - 1);
        HostArray solution = actual(x -> x.get(0).triangularSolve(x.get(1), transpose), notANumberAbove(lower), b);
        HostArray product = expected(x -> x.get(0).matmul(x.get(1), transpose, false), lower, solution);
        HostArray magnitudes = expected(x -> x.get(0).abs().matmul(x.get(1).abs(), transpose, false), lower, solution);
        HostArray right = expected(x -> x.get(0).broadcastTo(product.shape()), b);
        new Trial((transpose ? "Lᵀ" : "L") + "·triangularSolve(L, B)", List.of(lower, b))
                .compare(right, product, Bound.roundings(n + 2, magnitudes, dtype));
    }

    /** M Mᵀ + n·1, in the numbers of the type. */
    private static HostArray positiveDefinite(DType dtype, Shape batch, int n) {
        Shape shape = batch.then(Shape.of(n, n));
        double[] m = Samples.of(n).ordinary(DType.FLOAT64, shape).toDoubles();
        double[] a = new double[m.length];
        for (int first = 0; first < m.length; first += n * n) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = i == j ? n : 0;
                    for (int k = 0; k < n; k++) {
                        sum += m[first + i * n + k] * m[first + j * n + k];
                    }
                    a[first + i * n + j] = sum;
                }
            }
        }
        return Elements.of(dtype, shape, a);
    }

    /** Lower triangles with a diagonal between 1 and 2. */
    private static HostArray triangle(DType dtype, Shape batch, int n) {
        Shape shape = batch.then(Shape.of(n, n));
        double[] values = Samples.of(92).ordinary(DType.FLOAT64, shape).toDoubles();
        for (int i = 0; i < values.length; i++) {
            int row = i / n % n;
            int column = i % n;
            values[i] = row == column ? 1 + Math.abs(values[i]) / 2 : row > column ? values[i] / n : 0;
        }
        return Elements.of(dtype, shape, values);
    }

    private static HostArray notANumberAbove(HostArray a) {
        int n = a.shape().at(a.shape().rank() - 1);
        double[] values = a.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = i / n % n < i % n ? Double.NaN : values[i];
        }
        return Elements.of(a.dtype(), a.shape(), values);
    }
}
