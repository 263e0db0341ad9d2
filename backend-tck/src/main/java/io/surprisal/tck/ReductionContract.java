package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.ReduceOp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums, products and extremes over every set of axes; long sums keep their digits. */
abstract class ReductionContract extends ContractGroup {
    private static final List<Shape> SHAPES = List.of(
            Shape.of(1),
            Shape.of(37),
            Shape.of(1, 1),
            Shape.of(129, 65),
            Shape.of(1, 1000),
            Shape.of(1000, 1),
            Shape.of(2, 20_011),
            Shape.of(20_011, 2),
            Shape.of(17, 1, 33),
            Shape.of(3, 257, 5),
            Shape.of(2, 3, 4, 5),
            Shape.of(5, 1, 7, 3));

    ReductionContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(ReduceOp.class)
    final void everySetOfAxes(ReduceOp op) {
        for (DType dtype : taken(op)) {
            for (Shape shape : SHAPES) {
                HostArray a = elements(op, dtype, shape);
                for (int[] axes : subsets(shape.rank())) {
                    reduces(op, a, axes);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReduceOp.class)
    final void notANumberAndInfinitiesAnywhere(ReduceOp op) {
        for (DType dtype : Domains.FLOATING) {
            for (double value : Grid.nonFinite()) {
                for (int place = 0; place < 37; place++) {
                    double[] values = Samples.of(place)
                            .uniform(DType.FLOAT64, Shape.of(37), 0.5, 1.5)
                            .toDoubles();
                    values[place] = value;
                    reduces(op, Elements.of(dtype, Shape.of(37), values), 0);
                    reduces(op, Elements.of(dtype, Shape.of(1, 37), values), 1);
                    reduces(op, Elements.of(dtype, Shape.of(37, 1), values), 0);
                }
            }
            double infinity = Double.POSITIVE_INFINITY;
            reduces(op, Elements.of(dtype, Shape.of(3), infinity, 1, -infinity), 0);
            reduces(op, Elements.of(dtype, Shape.of(2), -infinity, -infinity), 0);
            reduces(op, Elements.of(dtype, Shape.of(2), infinity, 0), 0);
        }
    }

    @Test
    final void aSumCountsMoreOnesThanFloatHasDigits() {
        int count = (1 << 24) + 1000;
        double sum = backend().full(Shape.of(count), DType.FLOAT32, 1).sum().item();
        assertThat(sum).as("sum of 2^24 + 1000 FLOAT32 ones").isEqualTo(count);
    }

    @Test
    final void aLongSumKeepsItsDigits() {
        int count = 10_000_000;
        double sum = backend().full(Shape.of(count), DType.FLOAT32, 0.1f).sum().item();
        assertThat(sum / (count * (double) 0.1f))
                .as("sum of 10^7 × 0.1f over the exact sum")
                .isCloseTo(1, within(1e-6));
    }

    @Test
    final void longSumsAlongAnyAxisKeepTheirDigits() {
        for (int axis = 0; axis < 3; axis++) {
            Shape shape = Shape.of(3, 2, 5).with(axis, 200_000);
            double[] sums = backend().full(shape, DType.FLOAT32, 0.1f).sum(axis).toDoubles();
            for (double sum : sums) {
                assertThat(sum / (200_000 * (double) 0.1f))
                        .as("sum of 200000 × 0.1f along axis %d of %s over the exact sum", axis, shape)
                        .isCloseTo(1, within(1e-6));
            }
        }
    }

    @Test
    final void sumsAndProductsOfIntegersAreInt64() {
        HostArray large = HostArray.wrap(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, 3}, Shape.of(3));
        agrees("sum", Bound.exact(), x -> x.get(0).sum(), large);
        agrees("product", Bound.exact(), x -> x.get(0).product(), large);
        HostArray wrapping = HostArray.wrap(new long[] {Long.MAX_VALUE, 1, 5}, Shape.of(3));
        agrees("sum", Bound.exact(), x -> x.get(0).sum(), wrapping);
        agrees("product", Bound.exact(), x -> x.get(0).product(), wrapping);
        HostArray wide = HostArray.wrap(new long[] {(1L << 53) + 1, 1L << 53, Long.MIN_VALUE}, Shape.of(3));
        agrees("max", Bound.exact(), x -> x.get(0).max(), wide);
        agrees("min", Bound.exact(), x -> x.get(0).min(), wide);
    }

    @Test
    final void aReducedViewIsReducedAsItLooks() {
        HostArray a = Samples.of(21).whole(DType.FLOAT32, Shape.of(6, 8));
        agrees(
                "sum of a transpose",
                Bound.exact(),
                x -> x.get(0).transpose(1, 0).sum(0),
                a);
        agrees("sum of a slice", Bound.exact(), x -> x.get(0).slice(1, 2, 5).sum(1), a);
        agrees(
                "sum of a reversal",
                Bound.exact(),
                x -> x.get(0).reverse(0).cumsum(0).sum(1),
                a);
    }

    private void reduces(ReduceOp op, HostArray a, int... axes) {
        Bound bound = bound(op, a, axes);
        String call = op.label() + " over axes " + Arrays.toString(axes);
        agrees(call, bound, x -> x.get(0).reduceKeeping(op, axes), a);
        agrees(call, bound, x -> x.get(0).reduce(op, axes), a);
    }

    /** Compensated and pairwise sums stay within a rounding for each doubling; each factor of a product rounds once. */
    private Bound bound(ReduceOp op, HostArray a, int[] axes) {
        if (!a.dtype().isFloating()) {
            return Bound.exact();
        }
        int count = 1;
        for (int axis : axes) {
            count *= a.shape().at(axis);
        }
        double doublings = 32 - Integer.numberOfLeadingZeros(count);
        return switch (op) {
            case SUM ->
                Bound.roundings(2 + doublings, expected(x -> x.get(0).abs().sum(axes), a));
            case PRODUCT ->
                Bound.roundings(2 + count, expected(x -> x.get(0).product(axes).abs(), a));
            case MAX, MIN -> Bound.exactButForZeros();
        };
    }

    private static HostArray elements(ReduceOp op, DType dtype, Shape shape) {
        boolean product = op == ReduceOp.PRODUCT && dtype.isFloating();
        return product
                ? Samples.of(22).uniform(dtype, shape, 0.9, 1.1)
                : Samples.of(23).ordinary(dtype, shape);
    }

    private static Iterable<DType> taken(ReduceOp op) {
        return op == ReduceOp.PRODUCT ? Domains.NUMBERS : List.of(DType.values());
    }

    /** All sets of at least one axis. */
    private static List<int[]> subsets(int rank) {
        return IntStream.range(1, 1 << rank)
                .mapToObj(bits -> IntStream.range(0, rank)
                        .filter(axis -> (bits >> axis & 1) == 1)
                        .toArray())
                .toList();
    }
}
