package io.surprisal.examples.custombackend;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.ReduceOp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;

/** An array turned so that the axes of interest come last: what belongs together lies side by side, {@code length} words at a time. */
final class Lanes {
    private final Strided turned;
    private final int[] permutation;
    private final long[] words;
    private final int length;

    private Lanes(Strided turned, int[] permutation, int length) {
        this.turned = turned;
        this.permutation = permutation;
        this.words = turned.packed();
        this.length = length;
    }

    static Lanes along(Strided a, int... axes) {
        IntStream others = IntStream.range(0, a.shape.rank()).filter(axis -> Arrays.binarySearch(axes, axis) < 0);
        int[] permutation = IntStream.concat(others, Arrays.stream(axes)).toArray();
        int length = Arrays.stream(axes).map(a.shape::at).reduce(1, Math::multiplyExact);
        return new Lanes(a.transpose(permutation), permutation, length);
    }

    Strided reduce(ReduceOp op, Shape out) {
        long[] running = running(op);
        long[] last = new long[out.size()];
        Arrays.setAll(last, lane -> running[lane * length + length - 1]);
        boolean counts = (op == ReduceOp.SUM || op == ReduceOp.PRODUCT) && !turned.dtype.isFloating();
        return Strided.rounded(last, turned.wide(), out, counts ? DType.INT64 : turned.dtype);
    }

    Strided cumsum() {
        return back(Strided.rounded(running(ReduceOp.SUM), turned.wide(), turned.shape, turned.dtype));
    }

    private long[] running(ReduceOp op) {
        if (op == ReduceOp.SUM && turned.dtype.isFloating()) {
            return runningSums();
        }
        LongBinaryOperator function = switch (op) {
            case SUM -> Long::sum;
            case PRODUCT -> ScalarKernels.binary(BinaryOp.TIMES, turned.dtype.isFloating());
            case MAX -> ScalarKernels.binary(BinaryOp.MAX, turned.dtype.isFloating());
            case MIN -> ScalarKernels.binary(BinaryOp.MIN, turned.dtype.isFloating());
        };
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = i % length == 0 ? result[i] : function.applyAsLong(result[i - 1], result[i]);
        }
        return result;
    }

    /** Neumaier's sums: the rounding errors of the additions are added up beside them. */
    private long[] runningSums() {
        long[] result = new long[words.length];
        double sum = 0;
        double error = 0;
        for (int i = 0; i < result.length; i++) {
            double before = i % length == 0 ? 0 : sum;
            double x = Double.longBitsToDouble(words[i]);
            sum = before + x;
            error = i % length == 0 ? 0 : error;
            error += Math.abs(before) >= Math.abs(x) ? (before - sum) + x : (x - sum) + before;
            result[i] = Double.doubleToRawLongBits(Double.isFinite(sum) ? sum + error : sum);
        }
        return result;
    }

    Strided argmax(Shape out) {
        Comparator<Integer> order = order();
        long[] best = new long[out.size()];
        for (int lane = 0; lane < best.length; lane++) {
            int start = lane * length;
            int at = start;
            for (int i = start + 1; i < start + length; i++) {
                at = order.compare(i, at) > 0 ? i : at;
            }
            best[lane] = (long) at - start;
        }
        return Strided.of(best, out, DType.INT64);
    }

    Strided argsort() {
        Comparator<Integer> order = order();
        long[] places = new long[words.length];
        for (int lane = 0; lane < places.length; lane += length) {
            int start = lane;
            Integer[] sorted = IntStream.range(start, start + length).boxed().toArray(Integer[]::new);
            Arrays.sort(sorted, order);
            Arrays.setAll(sorted, i -> sorted[i] - start);
            for (int i = 0; i < length; i++) {
                places[start + i] = sorted[i];
            }
        }
        return back(Strided.of(places, turned.shape, DType.INT64));
    }

    /** Numbers ascend, −0 equals 0, and NaN comes last. */
    private Comparator<Integer> order() {
        LongBinaryOperator less = ScalarKernels.binary(BinaryOp.LESS, turned.dtype.isFloating());
        return (i, j) -> {
            if (turned.dtype.isFloating() && (isNaN(i) || isNaN(j))) {
                return Boolean.compare(isNaN(i), isNaN(j));
            }
            return less.applyAsLong(words[i], words[j]) != 0 ? -1 : less.applyAsLong(words[j], words[i]) != 0 ? 1 : 0;
        };
    }

    private boolean isNaN(int place) {
        return Double.isNaN(Double.longBitsToDouble(words[place]));
    }

    private Strided back(Strided result) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[permutation[i]] = i;
        }
        return result.transpose(inverse);
    }
}
