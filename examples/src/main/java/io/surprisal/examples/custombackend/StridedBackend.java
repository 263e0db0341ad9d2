package io.surprisal.examples.custombackend;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.Offsets;
import io.surprisal.tensor.spi.ReduceOp;
import io.surprisal.tensor.spi.TensorBackend;
import io.surprisal.tensor.spi.UnaryOp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** The kernels, one method each, and a tally of the calls, which {@link #info()} shows. */
final class StridedBackend implements TensorBackend<Strided> {
    private final Map<String, Long> calls = new ConcurrentSkipListMap<>();
    private final AtomicLong live = new AtomicLong();

    private Strided made(String kernel, Strided array) {
        calls.merge(kernel, 1L, Long::sum);
        live.incrementAndGet();
        return array;
    }

    /** From results in the wide type: double for floating elements, 64 bits for all others. */
    private Strided made(String kernel, long[] wide, boolean floating, Shape shape, DType dtype) {
        DType from = floating ? DType.FLOAT64 : DType.INT64;
        Arrays.setAll(wide, i -> Strided.convert(wide[i], from, dtype));
        return made(kernel, Strided.of(wide, shape, dtype));
    }

    private Strided made(String kernel, double[] reals, Shape shape, DType dtype) {
        return made(
                kernel,
                Arrays.stream(reals).mapToLong(Double::doubleToRawLongBits).toArray(),
                true,
                shape,
                dtype);
    }

    @Override
    public BackendInfo info() {
        return new BackendInfo("strided", "plain Java, views by strides", Map.of("kernel calls", calls.toString()));
    }

    @Override
    public Shape shape(Strided a) {
        return a.shape;
    }

    @Override
    public DType dtype(Strided a) {
        return a.dtype;
    }

    @Override
    public Strided fromHost(HostArray data) {
        return made("fromHost", Strided.fromHost(data));
    }

    @Override
    public HostArray toHost(Strided a) {
        return a.toHost();
    }

    @Override
    public Strided full(Shape shape, DType dtype, double value) {
        long word = Strided.convert(Double.doubleToRawLongBits(value), DType.FLOAT64, dtype);
        return made("full", Strided.of(new long[] {word}, Shape.scalar(), dtype).broadcast(shape));
    }

    @Override
    public Strided cast(Strided a, DType dtype) {
        return made("cast", a.packed(), a.dtype.isFloating(), a.shape, dtype);
    }

    @Override
    public Strided unary(UnaryOp op, Strided a) {
        LongUnaryOperator function = ScalarKernels.unary(op, a.dtype.isFloating());
        long[] x = a.packed();
        Arrays.setAll(x, i -> function.applyAsLong(x[i]));
        boolean truth = op == UnaryOp.IS_NAN || op == UnaryOp.IS_FINITE;
        return made(op.label(), x, a.dtype.isFloating(), a.shape, truth ? DType.BOOL : a.dtype);
    }

    @Override
    public Strided binary(BinaryOp op, Strided a, Strided b, Shape out) {
        LongBinaryOperator function = ScalarKernels.binary(op, a.dtype.isFloating());
        long[] x = a.broadcast(out).packed();
        long[] y = b.broadcast(out).packed();
        Arrays.setAll(x, i -> function.applyAsLong(x[i], y[i]));
        return made(op.label(), x, a.dtype.isFloating(), out, op.isComparison() ? DType.BOOL : a.dtype);
    }

    @Override
    public Strided where(Strided condition, Strided a, Strided b, Shape out) {
        long[] chosen = condition.broadcast(out).packed();
        long[] x = a.broadcast(out).packed();
        long[] y = b.broadcast(out).packed();
        Arrays.setAll(x, i -> chosen[i] != 0 ? x[i] : y[i]);
        return made("where", Strided.of(x, out, a.dtype));
    }

    /** Turned so that the given axes come last: what belongs together lies side by side. */
    private static int[] last(Strided a, int... axes) {
        IntStream others = IntStream.range(0, a.shape.rank()).filter(i -> Arrays.binarySearch(axes, i) < 0);
        return IntStream.concat(others, Arrays.stream(axes)).toArray();
    }

    /** Pairwise, which keeps the error of a long sum small. */
    private static long fold(LongBinaryOperator function, long[] words, int from, int to) {
        int middle = (from + to) >>> 1;
        return to - from == 1
                ? words[from]
                : function.applyAsLong(fold(function, words, from, middle), fold(function, words, middle, to));
    }

    /** By value: −0 equals 0, and NaN comes last. */
    private static Comparator<Integer> order(Strided a, long[] words) {
        return a.dtype.isFloating()
                ? Comparator.comparingDouble(i -> Double.longBitsToDouble(words[i]) + 0.0)
                : Comparator.comparingLong(i -> words[i]);
    }

    @Override
    public Strided reduce(ReduceOp op, Strided a, int[] axes, Shape out) {
        BinaryOp pair = switch (op) {
            case SUM -> BinaryOp.PLUS;
            case PRODUCT -> BinaryOp.TIMES;
            case MAX -> BinaryOp.MAX;
            case MIN -> BinaryOp.MIN;
        };
        boolean floating = a.dtype.isFloating();
        boolean widens = !floating && (op == ReduceOp.SUM || op == ReduceOp.PRODUCT);
        long[] x = a.transpose(last(a, axes)).packed();
        int n = x.length / out.size();
        long[] folded = new long[out.size()];
        Arrays.setAll(folded, i -> fold(ScalarKernels.binary(pair, floating), x, i * n, i * n + n));
        return made(op.label(), folded, floating, out, widens ? DType.INT64 : a.dtype);
    }

    @Override
    public Strided cumsum(Strided a, int axis) {
        LongBinaryOperator plus = ScalarKernels.binary(BinaryOp.PLUS, a.dtype.isFloating());
        int stride = a.shape.strides()[axis];
        long[] x = a.packed();
        for (int i = 0; i < x.length; i++) {
            x[i] = i / stride % a.shape.at(axis) == 0 ? x[i] : plus.applyAsLong(x[i - stride], x[i]);
        }
        return made("cumsum", x, a.dtype.isFloating(), a.shape, a.dtype);
    }

    @Override
    public Strided argmax(Strided a, int axis, Shape out) {
        int n = a.shape.at(axis);
        Comparator<Integer> order = order(a, a.transpose(last(a, axis)).packed());
        long[] places = new long[out.size()];
        Arrays.setAll(
                places,
                lane -> IntStream.range(lane * n, lane * n + n)
                                .reduce((i, j) -> order.compare(j, i) > 0 ? j : i)
                                .orElseThrow()
                        % n);
        return made("argmax", Strided.of(places, out, DType.INT64));
    }

    @Override
    public Strided argsort(Strided a, int axis) {
        int n = a.shape.at(axis);
        int[] turn = last(a, axis);
        Strided turned = a.transpose(turn);
        Comparator<Integer> order = order(a, turned.packed());
        long[] places = IntStream.range(0, a.shape.size() / n)
                .boxed()
                .flatMap(lane -> IntStream.range(lane * n, lane * n + n).boxed().sorted(order))
                .mapToLong(i -> i % n)
                .toArray();
        int[] back = IntStream.range(0, turn.length)
                .map(i -> i < axis ? i : i == axis ? turn.length - 1 : i - 1)
                .toArray();
        return made("argsort", Strided.of(places, turned.shape, DType.INT64).transpose(back));
    }

    @Override
    public Strided reshape(Strided a, Shape out) {
        return made("reshape", Strided.of(a.packed(), out, a.dtype));
    }

    @Override
    public Strided transpose(Strided a, int[] permutation, Shape out) {
        return made("transpose", a.transpose(permutation));
    }

    @Override
    public Strided broadcastTo(Strided a, Shape out) {
        return made("broadcastTo", a.broadcast(out));
    }

    @Override
    public Strided concat(List<Strided> arrays, int axis, Shape out) {
        long[] words = new long[out.size()];
        int[] low = new int[out.rank()];
        for (Strided a : arrays) {
            put(a, low, new int[out.rank()], words, out);
            low[axis] += a.shape.at(axis);
        }
        return made("concat", Strided.of(words, out, arrays.get(0).dtype));
    }

    @Override
    public Strided reverse(Strided a, int[] axes) {
        int[] strides = a.strides.clone();
        int first = a.first;
        for (int axis : axes) {
            first += strides[axis] * (a.shape.at(axis) - 1);
            strides[axis] = -strides[axis];
        }
        return made("reverse", a.view(a.shape, strides, first));
    }

    @Override
    public Strided slice(Strided a, int[] starts, int[] ends, int[] steps, Shape out) {
        int[] strides = a.strides.clone();
        int first = a.first;
        for (int axis = 0; axis < strides.length; axis++) {
            first += strides[axis] * starts[axis];
            strides[axis] *= steps[axis];
        }
        return made("slice", a.view(out, strides, first));
    }

    @Override
    public Strided pad(Strided a, int[] low, int[] high, int[] interior, double value, Shape out) {
        long[] words = new long[out.size()];
        Arrays.fill(words, Strided.convert(Double.doubleToRawLongBits(value), DType.FLOAT64, a.dtype));
        put(a, low, interior, words, out);
        return made("pad", Strided.of(words, out, a.dtype));
    }

    @Override
    public Strided gather(Strided a, Strided indices, int axis, Shape out) {
        long[] x = a.packed();
        int[] places = named(a.shape, indices, axis, out);
        long[] taken = new long[places.length];
        Arrays.setAll(taken, i -> x[places[i]]);
        return made("gather", Strided.of(taken, out, a.dtype));
    }

    @Override
    public Strided scatterAdd(Strided a, Strided indices, Strided updates, int axis) {
        LongBinaryOperator plus = ScalarKernels.binary(BinaryOp.PLUS, a.dtype.isFloating());
        long[] sums = a.packed();
        long[] added = updates.packed();
        int[] places = named(a.shape, indices, axis, updates.shape);
        for (int i = 0; i < places.length; i++) {
            sums[places[i]] = plus.applyAsLong(sums[places[i]], added[i]);
        }
        return made("scatterAdd", sums, a.dtype.isFloating(), a.shape, a.dtype);
    }

    @Override
    public Strided matmul(Strided a, Strided b, boolean transposeA, boolean transposeB, Shape out) {
        int m = out.dim(-2);
        int n = out.dim(-1);
        int k = a.shape.dim(transposeA ? -2 : -1);
        double[] x = matrices(a, transposeA, out, m, k);
        double[] y = matrices(b, transposeB, out, k, n);
        double[] result = new double[out.size()];
        for (int i = 0; i < result.length / n * k; i++) {
            int row = i / k * n;
            int other = (i / k / m * k + i % k) * n;
            for (int j = 0; j < n; j++) {
                result[row + j] += x[i] * y[other + j];
            }
        }
        return made("matmul", result, out, a.dtype);
    }

    @Override
    public Strided cholesky(Strided a) {
        int n = a.shape.dim(-1);
        double[] x = a.reals();
        double[] l = new double[x.length];
        for (int row = 0; row < x.length; row += n) {
            int matrix = row - row % (n * n);
            for (int j = 0, other = matrix; other <= row; j++, other += n) {
                double rest = x[row + j];
                for (int p = 0; p < j; p++) {
                    rest -= l[row + p] * l[other + p];
                }
                boolean positive = rest > 0 && rest < Double.POSITIVE_INFINITY;
                l[row + j] = other < row ? rest / l[other + j] : positive ? Math.sqrt(rest) : Double.NaN;
            }
        }
        return made("cholesky", l, a.shape, a.dtype);
    }

    /** Forward substitution, or backward for the transpose: the unknowns in the order in which they can be found. */
    @Override
    public Strided triangularSolve(Strided lower, Strided b, boolean transpose, Shape out) {
        int n = out.dim(-2);
        int columns = out.dim(-1);
        double[] l = matrices(lower, transpose, out, n, n);
        double[] x = b.broadcast(out).reals();
        for (int step = 0; step < x.length; step++) {
            int at = step / (n * columns) * n;
            int column = step % columns;
            int i = transpose ? n - 1 - step / columns % n : step / columns % n;
            int unknown = (at + i) * columns + column;
            for (int p = transpose ? i + 1 : 0; p < (transpose ? n : i); p++) {
                x[unknown] -= l[(at + i) * n + p] * x[(at + p) * columns + column];
            }
            x[unknown] /= l[(at + i) * n + i];
        }
        return made("triangularSolve", x, out, b.dtype);
    }

    /** One matrix, transposed if asked, for each matrix of the result. */
    private static double[] matrices(Strided a, boolean transpose, Shape out, int rows, int columns) {
        int rank = a.shape.rank();
        IntStream axes = IntStream.range(0, rank).map(i -> i < rank - 2 || !transpose ? i : 2 * rank - 3 - i);
        return a.transpose(axes.toArray())
                .broadcast(out.with(-2, rows).with(-1, columns))
                .reals();
    }

    /** Puts an array into a larger one, {@code low} places from its start and {@code interior} places apart, along each axis. */
    private static void put(Strided a, int[] low, int[] interior, long[] words, Shape out) {
        int[] strides = out.strides();
        int first = IntStream.range(0, low.length)
                .map(axis -> strides[axis] * low[axis])
                .sum();
        Arrays.setAll(strides, axis -> strides[axis] * (interior[axis] + 1));
        int[] places = Offsets.strided(strides, first, a.shape);
        long[] elements = a.packed();
        for (int i = 0; i < places.length; i++) {
            words[places[i]] = elements[i];
        }
    }

    /** For each element of {@code selection}, the place in an array of shape {@code from} that its index names. */
    private static int[] named(Shape from, Strided indices, int axis, Shape selection) {
        int[] strides = from.strides();
        int stride = strides[axis];
        strides[axis] = 0;
        int[] places = Offsets.strided(strides, 0, selection);
        long[] index = indices.broadcast(selection).packed();
        Arrays.setAll(places, i -> places[i] + stride * (int) index[i]);
        return places;
    }

    @Override
    public void release(Strided a) {
        live.decrementAndGet();
    }

    @Override
    public long liveArrays() {
        return live.get();
    }

    /** Every kernel has finished when it returns. */
    @Override
    public void synchronize() {}

    @Override
    public void close() {
        live.set(0);
    }
}
