package io.surprisal.tensor.reference;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import io.surprisal.tensor.spi.ReduceOp;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Reductions and running sums: every element is folded into the slot of the result that it belongs to. */
final class Reducing {
    private Reducing() {}

    static ReferenceArray reduce(ReduceOp op, ReferenceArray a, int[] axes, Shape out) {
        int[] strides = out.strides();
        for (int axis : axes) {
            strides[axis] = 0;
        }
        int[] slots = Offsets.strided(strides, 0, a.shape());
        return a.dtype().isFloating() ? ofReals(op, a, slots, out) : ofIntegers(op, a, slots, out);
    }

    private static ReferenceArray ofReals(ReduceOp op, ReferenceArray a, int[] slots, Shape out) {
        double[] x = a.reals();
        double[] result = switch (op) {
            case SUM -> sum(x, slots, out.size());
            case PRODUCT -> fold(x, slots, out.size(), 1, (p, q) -> p * q);
            case MAX -> fold(x, slots, out.size(), Double.NEGATIVE_INFINITY, Math::max);
            case MIN -> fold(x, slots, out.size(), Double.POSITIVE_INFINITY, Math::min);
        };
        return ReferenceArray.ofReals(result, out, a.dtype());
    }

    private static double[] sum(double[] x, int[] slots, int count) {
        CompensatedSum sums = new CompensatedSum(count);
        for (int i = 0; i < x.length; i++) {
            sums.add(slots[i], x[i]);
        }
        return sums.values();
    }

    private static double[] fold(double[] x, int[] slots, int count, double first, DoubleBinaryOperator function) {
        double[] result = new double[count];
        Arrays.fill(result, first);
        for (int i = 0; i < x.length; i++) {
            result[slots[i]] = function.applyAsDouble(result[slots[i]], x[i]);
        }
        return result;
    }

    private static ReferenceArray ofIntegers(ReduceOp op, ReferenceArray a, int[] slots, Shape out) {
        long[] x = a.integers();
        return switch (op) {
            case SUM -> ReferenceArray.ofIntegers(fold(x, slots, out.size(), 0, Long::sum), out, DType.INT64);
            case PRODUCT -> ReferenceArray.ofIntegers(fold(x, slots, out.size(), 1, (p, q) -> p * q), out, DType.INT64);
            case MAX ->
                ReferenceArray.ofIntegers(fold(x, slots, out.size(), Long.MIN_VALUE, Math::max), out, a.dtype());
            case MIN ->
                ReferenceArray.ofIntegers(fold(x, slots, out.size(), Long.MAX_VALUE, Math::min), out, a.dtype());
        };
    }

    private static long[] fold(long[] x, int[] slots, int count, long first, LongBinaryOperator function) {
        long[] result = new long[count];
        Arrays.fill(result, first);
        for (int i = 0; i < x.length; i++) {
            result[slots[i]] = function.applyAsLong(result[slots[i]], x[i]);
        }
        return result;
    }

    static ReferenceArray cumsum(ReferenceArray a, int axis) {
        Lanes lanes = Lanes.along(axis, a.shape());
        if (!a.dtype().isFloating()) {
            long[] result = a.integers().clone();
            for (int lane = 0; lane < lanes.count(); lane++) {
                for (int i = 1, at = lanes.start(lane) + lanes.stride(); i < lanes.length(); i++) {
                    result[at] += result[at - lanes.stride()];
                    at += lanes.stride();
                }
            }
            return ReferenceArray.ofIntegers(result, a.shape(), a.dtype());
        }
        double[] x = a.reals();
        double[] result = new double[x.length];
        CompensatedSum sums = new CompensatedSum(lanes.count());
        for (int lane = 0; lane < lanes.count(); lane++) {
            for (int i = 0, at = lanes.start(lane); i < lanes.length(); i++, at += lanes.stride()) {
                sums.add(lane, x[at]);
                result[at] = sums.value(lane);
            }
        }
        return ReferenceArray.ofReals(result, a.shape(), a.dtype());
    }
}
