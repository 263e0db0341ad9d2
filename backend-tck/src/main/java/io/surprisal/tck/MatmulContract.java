package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrix products, within the rounding of a sum of k products in any order: (k + 2)·ε·|A||B|. */
abstract class MatmulContract extends ContractGroup {
    private static final int[] SIZES = {1, 3, 17, 64, 129};
    private static final int[][][] BATCHES = {
        {{2}, {2}},
        {{2}, {1}},
        {{1}, {2}},
        {{3}, {}},
        {{}, {3}},
        {{2, 3}, {3}},
        {{2, 1}, {1, 3}},
        {{2, 3}, {2, 3}},
        {{1}, {1}},
    };

    MatmulContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    final void everySizeAndTranspose(boolean transposeA, boolean transposeB) {
        for (DType dtype : Domains.FLOATING) {
            for (int m : SIZES) {
                for (int k : SIZES) {
                    for (int n : SIZES) {
                        HostArray a = matrix(dtype, Shape.scalar(), m, k, transposeA);
                        HostArray b = matrix(dtype, Shape.scalar(), k, n, transposeB);
                        multiplies(a, b, transposeA, transposeB);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    final void batchAxesBroadcast(boolean transposeA, boolean transposeB) {
        for (DType dtype : Domains.FLOATING) {
            for (int[][] batch : BATCHES) {
                HostArray a = matrix(dtype, Shape.of(batch[0]), 5, 7, transposeA);
                HostArray b = matrix(dtype, Shape.of(batch[1]), 7, 3, transposeB);
                multiplies(a, b, transposeA, transposeB);
            }
        }
    }

    @Test
    final void aLayerOfANetwork() {
        HostArray a = matrix(DType.FLOAT32, Shape.scalar(), 128, 784, false);
        HostArray b = matrix(DType.FLOAT32, Shape.scalar(), 784, 100, false);
        multiplies(a, b, false, false);
    }

    @Test
    final void viewsMultiplyAsTheyLook() {
        for (DType dtype : Domains.FLOATING) {
            HostArray a = Samples.of(81).ordinary(dtype, Shape.of(6, 8));
            HostArray b = Samples.of(82).ordinary(dtype, Shape.of(6, 8));
            agrees(a, b, 6, x -> x.get(0).transpose(1, 0).matmul(x.get(1)));
            agrees(a, b, 6, x -> x.get(0).slice(1, 1, 4).matmul(x.get(1).slice(1, 2, 7), true, false));
            agrees(a, b, 8, x -> x.get(0).matmul(x.get(1).reverse(0), false, true));
            agrees(a, b, 8, x -> x.get(0).matmul(x.get(0), false, true));
            agrees(
                    a,
                    b,
                    8,
                    x -> x.get(0).slice(0, 2, 3).broadcastTo(Shape.of(5, 8)).matmul(x.get(1), false, true));
        }
    }

    @Test
    final void notANumberSpreadsOverItsRowAndColumn() {
        for (DType dtype : Domains.FLOATING) {
            for (double value : Grid.nonFinite()) {
                double[] values =
                        Samples.of(83).ordinary(DType.FLOAT64, Shape.of(5, 7)).toDoubles();
                values[9] = value;
                values[20] = 0;
                HostArray a = Elements.of(dtype, Shape.of(5, 7), values);
                double[] zeros = new double[21];
                HostArray b = Elements.of(dtype, Shape.of(7, 3), zeros);
                agrees(
                        "matmul with zeros",
                        Bound.exactButForZeros(),
                        x -> x.get(0).matmul(x.get(1)),
                        a,
                        b);
                agrees(
                        "matmul with zeros",
                        Bound.exactButForZeros(),
                        x -> x.get(1).matmul(x.get(0), true, true),
                        a,
                        b);
            }
        }
    }

    private void multiplies(HostArray a, HostArray b, boolean transposeA, boolean transposeB) {
        int inner = a.shape().at(a.shape().rank() - (transposeA ? 2 : 1));
        agrees(a, b, inner, x -> x.get(0).matmul(x.get(1), transposeA, transposeB));
    }

    private void agrees(HostArray a, HostArray b, int inner, Function<List<Tensor>, Tensor> product) {
        HostArray magnitudes =
                expected(x -> product.apply(List.of(x.get(0).abs(), x.get(1).abs())), a, b);
        agrees("matmul", Bound.roundings(inner + 2, magnitudes), product, a, b);
    }

    private static HostArray matrix(DType dtype, Shape batch, int rows, int columns, boolean transposed) {
        Shape matrix = transposed ? Shape.of(columns, rows) : Shape.of(rows, columns);
        return Samples.of(31 * rows + columns).ordinary(dtype, batch.then(matrix));
    }
}
