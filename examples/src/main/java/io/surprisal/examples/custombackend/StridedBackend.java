package io.surprisal.examples.custombackend;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.HeapBackend;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** The kernels, one method each, and a tally of their calls, which {@link #info()} shows: it was these that ran. */
final class StridedBackend extends HeapBackend<Strided> {
    private final Map<String, Long> calls = new ConcurrentHashMap<>();

    private Strided made(String kernel, Strided array) {
        calls.merge(kernel, 1L, Long::sum);
        return counted(array);
    }

    @Override
    public BackendInfo info() {
        Map<String, String> details = new TreeMap<>();
        calls.forEach((kernel, count) -> details.put(kernel, count.toString()));
        return new BackendInfo("strided", "plain Java, one thread", details);
    }

    @Override
    public Shape shape(Strided a) {
        return a.shape();
    }

    @Override
    public DType dtype(Strided a) {
        return a.dtype();
    }

    @Override
    public Strided fromHost(HostArray data) {
        Strided copy = data.dtype().isFloating()
                ? Strided.of(data.toDoubles(), data.shape(), data.dtype())
                : Strided.of(data.toLongs(), data.dtype(), data.shape(), data.dtype());
        return made("fromHost", copy);
    }

    @Override
    public HostArray toHost(Strided a) {
        return a.dtype().isFloating()
                ? HostArray.fromReals(a.reals(), a.shape(), a.dtype())
                : HostArray.fromIntegers(a.elements(), a.shape(), a.dtype());
    }

    @Override
    public Strided full(Shape shape, DType dtype, double value) {
        return made("full", Strided.filled(value, shape, dtype));
    }

    @Override
    public Strided cast(Strided a, DType dtype) {
        return made("cast", Strided.of(a.elements(), a.dtype(), a.shape(), dtype));
    }

    @Override
    public Strided unary(UnaryOp op, Strided a) {
        LongUnaryOperator function = onWords(op, a.dtype());
        long[] x = a.elements();
        Arrays.setAll(x, i -> function.applyAsLong(x[i]));
        return made(op.label(), Strided.of(x, a.dtype(), a.shape(), op.resultType(a.dtype())));
    }

    @Override
    public Strided binary(BinaryOp op, Strided a, Strided b, Shape out) {
        LongBinaryOperator function = onWords(op, a.dtype());
        long[] x = a.broadcast(out).elements();
        long[] y = b.broadcast(out).elements();
        Arrays.setAll(x, i -> function.applyAsLong(x[i], y[i]));
        return made(op.label(), Strided.of(x, a.dtype(), out, op.resultType(a.dtype())));
    }

    private static LongUnaryOperator onWords(UnaryOp op, DType dtype) {
        if (!dtype.isFloating()) {
            return op.onIntegers();
        }
        DoubleUnaryOperator function = op.onReals();
        return word -> Double.doubleToRawLongBits(function.applyAsDouble(Double.longBitsToDouble(word)));
    }

    private static LongBinaryOperator onWords(BinaryOp op, DType dtype) {
        if (!dtype.isFloating()) {
            return op.onIntegers();
        }
        DoubleBinaryOperator function = op.onReals();
        return (a, b) -> Double.doubleToRawLongBits(
                function.applyAsDouble(Double.longBitsToDouble(a), Double.longBitsToDouble(b)));
    }

    @Override
    public Strided where(Strided condition, Strided a, Strided b, Shape out) {
        long[] chosen = condition.broadcast(out).elements();
        long[] x = a.broadcast(out).elements();
        long[] y = b.broadcast(out).elements();
        Arrays.setAll(x, i -> chosen[i] != 0 ? x[i] : y[i]);
        return made("where", Strided.of(x, a.dtype(), out, a.dtype()));
    }

    /** Turned so that the reduced axes come last: what belongs together lies side by side. */
    @Override
    public Strided reduce(ReduceOp op, Strided a, int[] axes, Shape out) {
        BinaryOp pair = switch (op) {
            case SUM -> BinaryOp.PLUS;
            case PRODUCT -> BinaryOp.TIMES;
            case MAX -> BinaryOp.MAX;
            case MIN -> BinaryOp.MIN;
        };
        IntStream kept = IntStream.range(0, out.rank()).filter(axis -> Arrays.binarySearch(axes, axis) < 0);
        int[] order = IntStream.concat(kept, Arrays.stream(axes)).toArray();
        long[] x = a.transpose(order).elements();
        int n = x.length / out.size();
        long[] folded = new long[out.size()];
        Arrays.setAll(folded, i -> fold(onWords(pair, a.dtype()), x, i * n, i * n + n));
        return made(op.label(), Strided.of(folded, a.dtype(), out, op.resultType(a.dtype())));
    }

    /** Pairwise, which keeps the error of a long sum small. */
    private static long fold(LongBinaryOperator f, long[] x, int from, int to) {
        int middle = (from + to) >>> 1;
        return to - from == 1 ? x[from] : f.applyAsLong(fold(f, x, from, middle), fold(f, x, middle, to));
    }

    @Override
    public Strided cumsum(Strided a, int axis) {
        LongBinaryOperator plus = onWords(BinaryOp.PLUS, a.dtype());
        int stride = a.shape().strides()[axis];
        long[] x = a.elements();
        for (int i = 0; i < x.length; i++) {
            x[i] = i / stride % a.shape().at(axis) == 0 ? x[i] : plus.applyAsLong(x[i - stride], x[i]);
        }
        return made("cumsum", Strided.of(x, a.dtype(), a.shape(), a.dtype()));
    }

    @Override
    public Strided reshape(Strided a, Shape out) {
        return made("reshape", a.packed(out));
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
        Strided joined = Strided.filled(0, out, arrays.get(0).dtype()).packed(out);
        int[] starts = new int[out.rank()];
        for (Strided a : arrays) {
            put(a, joined.slice(starts, i -> 1, a.shape()));
            starts[axis] += a.shape().at(axis);
        }
        return made("concat", joined);
    }

    @Override
    public Strided reverse(Strided a, int[] axes) {
        int[] starts = new int[a.shape().rank()];
        Arrays.stream(axes).forEach(axis -> starts[axis] = a.shape().at(axis) - 1);
        return made("reverse", a.slice(starts, i -> Arrays.binarySearch(axes, i) < 0 ? 1 : -1, a.shape()));
    }

    @Override
    public Strided slice(Strided a, int[] starts, int[] ends, int[] steps, Shape out) {
        return made("slice", a.slice(starts, i -> steps[i], out));
    }

    @Override
    public Strided pad(Strided a, int[] low, int[] high, int[] interior, double value, Shape out) {
        Strided padded = Strided.filled(value, out, a.dtype()).packed(out);
        put(a, padded.slice(low, i -> interior[i] + 1, a.shape()));
        return made("pad", padded);
    }

    /** Writes elements where a view of new words shows them. */
    private static void put(Strided a, Strided view) {
        int[] places = view.offsets();
        long[] elements = a.elements();
        for (int i = 0; i < places.length; i++) {
            view.words()[places[i]] = elements[i];
        }
    }

    @Override
    public Strided gather(Strided a, Strided indices, int axis, Shape out) {
        int[] places = named(a, indices, axis, out);
        long[] taken = Arrays.stream(places).mapToLong(i -> a.words()[i]).toArray();
        return made("gather", Strided.of(taken, a.dtype(), out, a.dtype()));
    }

    @Override
    public Strided scatterAdd(Strided a, Strided indices, Strided updates, int axis) {
        LongBinaryOperator plus = onWords(BinaryOp.PLUS, a.dtype());
        Strided sums = a.packed(a.shape());
        int[] places = named(sums, indices, axis, updates.shape());
        long[] added = updates.elements();
        for (int i = 0; i < places.length; i++) {
            sums.words()[places[i]] = plus.applyAsLong(sums.words()[places[i]], added[i]);
        }
        return made("scatterAdd", Strided.of(sums.words(), a.dtype(), a.shape(), a.dtype()));
    }

    /** For each element of {@code selection}, the offset of the word that its index names. */
    private static int[] named(Strided a, Strided indices, int axis, Shape selection) {
        Strided lanes = a.view(selection, a.first(), i -> i == axis ? 0 : a.strides()[i]);
        int[] places = lanes.offsets();
        long[] index = indices.broadcast(selection).elements();
        Arrays.setAll(places, i -> places[i] + a.strides()[axis] * (int) index[i]);
        return places;
    }

    /** Rows of one matrix times columns of the other, both laid out so that the products of one sum stand side by side. */
    @Override
    public Strided matmul(Strided a, Strided b, boolean transposeA, boolean transposeB, Shape out) {
        int m = out.dim(-2);
        int n = out.dim(-1);
        int k = a.shape().dim(transposeA ? -2 : -1);
        double[] rows = matrices(a, transposeA, out.with(-1, k)).reals();
        double[] columns = matrices(b, !transposeB, out.with(-2, n).with(-1, k)).reals();
        double[] result = new double[out.size()];
        for (int i = 0; i < result.length; i++) {
            int row = i / n * k;
            int column = (i / n / m * n + i % n) * k;
            for (int p = 0; p < k; p++) {
                result[i] += rows[row + p] * columns[column + p];
            }
        }
        return made("matmul", Strided.of(result, out, a.dtype()));
    }

    /** The matrices in the last two axes, transposed if asked, repeated along the leading axes of {@code shape}. */
    private static Strided matrices(Strided a, boolean transpose, Shape shape) {
        int rank = a.shape().rank();
        IntStream axes = IntStream.range(0, rank).map(i -> i < rank - 2 || !transpose ? i : 2 * rank - 3 - i);
        return a.transpose(axes.toArray()).broadcast(shape);
    }
}
