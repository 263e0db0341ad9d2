package io.surprisal.tensor.reference;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.spi.Offsets;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Reductions and running sums: every element is folded into the slot of the result that it belongs to. */
final class Reducing {
    private Reducing() {}

    static ReferenceArray reduce(ReduceOp op, ReferenceArray a, int[] axes, Shape out) {
        int[] slots = slots(a.shape(), out, axes);
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
        long[] result = switch (op) {
            case SUM -> fold(x, slots, out.size(), 0, Long::sum);
            case PRODUCT -> fold(x, slots, out.size(), 1, (p, q) -> p * q);
            case MAX -> fold(x, slots, out.size(), Long.MIN_VALUE, Math::max);
            case MIN -> fold(x, slots, out.size(), Long.MAX_VALUE, Math::min);
        };
        return ReferenceArray.ofIntegers(result, out, op.resultType(a.dtype()));
    }

    private static long[] fold(long[] x, int[] slots, int count, long first, LongBinaryOperator function) {
        long[] result = new long[count];
        Arrays.fill(result, first);
        for (int i = 0; i < x.length; i++) {
            result[slots[i]] = function.applyAsLong(result[slots[i]], x[i]);
        }
        return result;
    }

    /** In row-major order the elements of one slot come as they stand along the axis. */
    static ReferenceArray cumsum(ReferenceArray a, int axis) {
        Shape sums = a.shape().with(axis, 1);
        int[] slots = slots(a.shape(), sums, axis);
        return a.dtype().isFloating() ? cumsumOfReals(a, slots, sums) : cumsumOfIntegers(a, slots, sums);
    }

    private static ReferenceArray cumsumOfReals(ReferenceArray a, int[] slots, Shape sums) {
        double[] x = a.reals();
        double[] result = new double[x.length];
        CompensatedSum running = new CompensatedSum(sums.size());
        for (int i = 0; i < x.length; i++) {
            running.add(slots[i], x[i]);
            result[i] = running.value(slots[i]);
        }
        return ReferenceArray.ofReals(result, a.shape(), a.dtype());
    }

    private static ReferenceArray cumsumOfIntegers(ReferenceArray a, int[] slots, Shape sums) {
        long[] x = a.integers();
        long[] result = new long[x.length];
        long[] running = new long[sums.size()];
        for (int i = 0; i < x.length; i++) {
            running[slots[i]] += x[i];
            result[i] = running[slots[i]];
        }
        return ReferenceArray.ofIntegers(result, a.shape(), a.dtype());
    }

    /** For each element of {@code shape}, its slot in a result whose given axes have length 1. */
    private static int[] slots(Shape shape, Shape out, int... axes) {
        int[] strides = out.strides();
        for (int axis : axes) {
            strides[axis] = 0;
        }
        return Offsets.strided(strides, 0, shape);
    }
}
