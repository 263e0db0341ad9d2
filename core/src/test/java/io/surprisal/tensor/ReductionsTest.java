package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.tensor.ops.ReduceOp;
import org.junit.jupiter.api.Test;

class ReductionsTest extends OnReference {
    private static final double NAN = Double.NaN;

    @Test
    void reducesOverTheAxesNamed() {
        Tensor x = counting(DType.FLOAT32, 2, 3, 2);

        assertThat(x.sum()).hasShape().containsExactly(66);
        assertThat(x.sum(0)).hasShape(3, 2).containsExactly(6, 8, 10, 12, 14, 16);
        assertThat(x.sum(-1)).hasShape(2, 3).containsExactly(1, 5, 9, 13, 17, 21);
        assertThat(x.sum(2, 0)).hasShape(3).containsExactly(14, 22, 30);
        assertThat(x.reduceKeeping(ReduceOp.SUM, 1)).hasShape(2, 1, 2).containsExactly(6, 9, 24, 27);
        assertThat(x.max(1)).hasShape(2, 2).containsExactly(4, 5, 10, 11);
        assertThat(x.min(0, 1)).hasShape(2).containsExactly(0, 1);
        assertThat(x.plus(1).product(1)).hasShape(2, 2).containsExactly(15, 48, 693, 960);
        assertThat(x.reduce(ReduceOp.MIN)).hasShape().containsExactly(0);
    }

    @Test
    void sumsOfIntegersAndTruthsAreInt64() {
        assertThat(ints(Integer.MAX_VALUE, 1).sum()).hasDType(DType.INT64).containsExactly(0x1p31);
        assertThat(booleans(true, false, true).sum()).hasDType(DType.INT64).containsExactly(2);
        assertThat(ints(5).sum(0)).hasDType(DType.INT64).containsExactly(5);
        assertThat(backend.scalar(5, DType.INT32).sum()).hasDType(DType.INT64).hasShape();
        assertThat(ints(3, 4).max()).hasDType(DType.INT32).containsExactly(4);
    }

    @Test
    void sumsAreRightWhereANaiveFloatSumIsNot() {
        int ones = (1 << 24) + 1000;
        assertThat(backend.ones(Shape.of(ones), DType.FLOAT32).sum()).containsExactly(ones);
        Tensor tenths = backend.full(Shape.of(1_000_000), DType.FLOAT32, 0.1);
        assertThat(tenths.sum()).containsExactly((float) (1e6 * (double) 0.1f));
        assertThat(doubles(1e16, 1, -1e16).sum()).containsExactly(1);
    }

    @Test
    void anyAndAllReadTruths() {
        Tensor x = backend.of(new boolean[] {true, false, false, false}, 2, 2);
        assertThat(x.any(1)).hasDType(DType.BOOL).containsExactly(1, 0);
        assertThat(x.all(0)).containsExactly(0, 0);
        assertThat(backend.zeros(Shape.of(0), DType.BOOL).any()).containsExactly(0);
        assertThat(backend.zeros(Shape.of(0), DType.BOOL).all()).containsExactly(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats(1).any())
                .withMessage("any: takes BOOL, but the tensor is FLOAT32. Use cast(DType) first.");
        assertThatIllegalArgumentException().isThrownBy(() -> ints(1).all()).withMessageStartingWith("all: takes BOOL");
    }

    @Test
    void momentsMatchNumpy() {
        // np.var([[1, 2, 4], [3, 5, 10]], ddof=…, axis=…)
        Tensor x = backend.of(new double[] {1, 2, 4, 3, 5, 10}, 2, 3);
        assertThat(x.mean()).hasShape().isWithinUlps(new double[] {25.0 / 6}, 1);
        assertThat(x.mean(0)).containsExactly(2, 3.5, 7);
        assertThat(x.variance()).hasShape().isCloseTo(new double[] {8.472222222222221}, 1e-15, 0);
        assertThat(x.sampleVariance(1)).isCloseTo(new double[] {2.3333333333333335, 13}, 1e-15, 0);
        assertThat(x.sampleStandardDeviation(0))
                .isCloseTo(new double[] {1.4142135623730951, 2.1213203435596424, 4.242640687119285}, 1e-15, 0);
        assertThat(doubles(1e9 + 1, 1e9 + 2, 1e9 + 3).sampleVariance()).containsExactly(1);
    }

    @Test
    void momentsOfTooFewElementsAreNaN() {
        Tensor none = backend.zeros(Shape.of(5, 0), DType.FLOAT32);
        assertThat(none.mean()).containsExactly(NAN);
        assertThat(none.mean(1)).containsExactly(NAN, NAN, NAN, NAN, NAN);
        assertThat(none.mean(0)).hasShape(0);
        assertThat(none.variance()).containsExactly(NAN);
        assertThat(none.sampleVariance()).containsExactly(NAN);
        assertThat(floats(3).sampleVariance()).containsExactly(NAN);
        assertThat(floats(3).variance()).containsExactly(0);
        assertThat(backend.scalar(3).variance()).hasShape().containsExactly(0);
    }

    @Test
    void emptyReductionsAreTheNeutralElement() {
        Tensor none = backend.zeros(Shape.of(5, 0), DType.FLOAT32);
        assertThat(none.sum()).hasShape().containsExactly(0);
        assertThat(none.sum(1)).hasShape(5).containsExactly(0, 0, 0, 0, 0);
        assertThat(none.product(1)).containsExactly(1, 1, 1, 1, 1);
        assertThat(none.sum(0)).hasShape(0);
        assertThat(none.max(0)).hasShape(0);
        assertThat(backend.zeros(Shape.of(0), DType.INT32).sum())
                .hasDType(DType.INT64)
                .containsExactly(0);
        assertThat(none.logSumExp()).containsExactly(Double.NEGATIVE_INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.max(1))
                .withMessage("max: no elements to choose from in shape [5, 0]. Check the size first.");
        assertThatIllegalArgumentException().isThrownBy(() -> none.min()).withMessageStartingWith("min: no elements");
    }

    @Test
    void extremesPropagateNaN() {
        assertThat(floats(1, NAN, 3).max()).containsExactly(NAN);
        assertThat(floats(NAN, 1).min()).containsExactly(NAN);
        assertThat(floats(-0.0, 0).max()).containsExactly(0);
        assertThat(floats(0, -0.0).min()).containsExactly(-0.0);
    }

    @Test
    void argmaxIsTheFirstLargestAndNaNIsLargest() {
        assertThat(backend.of(new float[] {1, 5, 5, 2, 0, 1}, 2, 3).argmax(1))
                .hasDType(DType.INT64)
                .hasShape(2)
                .containsExactly(1, 0);
        assertThat(backend.of(new float[] {1, 5, 5, 2, 0, 1}, 2, 3).argmax(0)).containsExactly(1, 0, 0);
        assertThat(floats(1, NAN, Double.POSITIVE_INFINITY, NAN).argmax(0))
                .hasShape()
                .containsExactly(1);
        assertThat(longs(1L << 60, (1L << 60) + 1).argmax(0)).containsExactly(1);
        assertThat(backend.zeros(Shape.of(0, 3), DType.FLOAT32).argmax(1)).hasShape(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.zeros(Shape.of(0, 3), DType.FLOAT32).argmax(0))
                .withMessage("argmax: no elements along axis 0 of shape [0, 3]. Check the size first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booleans(true).argmax(0))
                .withMessage("argmax: takes numbers, but the tensor is BOOL. Use cast(DType) first.");
    }

    @Test
    void sortsStablyWithNaNLast() {
        assertThat(floats(3, NAN, -1, 3, Double.POSITIVE_INFINITY, NAN, 0).argsort(0))
                .hasDType(DType.INT64)
                .containsExactly(2, 6, 0, 3, 4, 1, 5);
        assertThat(floats(0, -0.0, 0).argsort(0)).containsExactly(0, 1, 2);
        assertThat(backend.of(new int[] {3, 1, 2, 0, 5, 4}, 3, 2).sort(0))
                .hasShape(3, 2)
                .containsExactly(2, 0, 3, 1, 5, 4);
        assertThat(backend.of(new int[] {3, 1, 2, 0, 5, 4}, 2, 3).sort(-1)).containsExactly(1, 2, 3, 0, 4, 5);
        assertThat(backend.zeros(Shape.of(0), DType.FLOAT32).argsort(0))
                .hasDType(DType.INT64)
                .hasShape(0);
    }

    @Test
    void aLongSortIsAPermutationInOrder() {
        double[] values = new double[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 7919) % 1001;
        }
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);

        assertThat(doubles(values).sort(0)).containsExactly(sorted);
    }

    @Test
    void runningSumsKeepTheType() {
        assertThat(counting(DType.FLOAT32, 2, 3).cumsum(1)).containsExactly(0, 1, 3, 3, 7, 12);
        assertThat(counting(DType.INT32, 2, 3).cumsum(0)).hasDType(DType.INT32).containsExactly(0, 1, 2, 3, 5, 7);
        assertThat(ints(Integer.MAX_VALUE, 1).cumsum(0)).containsExactly(Integer.MAX_VALUE, Integer.MIN_VALUE);
        assertThat(doubles(1e16, 1, -1e16).cumsum(0)).containsExactly(1e16, 1e16, 1);
        assertThat(floats(1, Double.POSITIVE_INFINITY, 1, NAN).cumsum(0))
                .containsExactly(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, NAN);
        assertThat(backend.zeros(Shape.of(0), DType.FLOAT32).cumsum(0)).hasShape(0);
    }

    @Test
    void rejectsUnfitAxes() {
        Tensor x = counting(DType.FLOAT32, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.sum(2))
                .withMessage("sum: axis 2 is out of range for shape [2, 3]. Use -2 … 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.max(0, -2))
                .withMessage("max: axis 0 is named twice in [0, -2] for shape [2, 3]. Name each axis once.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.scalar(1).cumsum(0))
                .withMessage("cumsum: axis 0 is out of range for shape []. A scalar has no axes.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ints(1).mean())
                .withMessage("mean: takes FLOAT32 or FLOAT64, but the tensor is INT32. Use cast(DType) first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ints(1).variance())
                .withMessageStartingWith("variance: ");
        assertThat(x.sum(0, 1).item()).isEqualTo(15);
    }
}
