package io.surprisal.examples.custombackend;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.ReduceOp;
import io.surprisal.tensor.spi.TensorBackend;
import io.surprisal.tensor.spi.UnaryOp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** The kernels, one method each, and a tally of the calls, which {@link #info()} shows. */
final class StridedBackend implements TensorBackend<Strided> {
    private final Map<String, Long> calls = new ConcurrentSkipListMap<>();
    private final AtomicLong live = new AtomicLong();

    private Strided made(String kernel, Strided array) {
        calls.merge(kernel, 1L, Long::sum);
        live.incrementAndGet();
        return array;
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
        Strided one = Strided.ofReals(new double[] {value}, Shape.scalar(), dtype);
        return made("full", one.broadcast(shape));
    }

    @Override
    public Strided cast(Strided a, DType dtype) {
        return made("cast", Strided.rounded(a.packed(), a.dtype, a.shape, dtype));
    }

    @Override
    public Strided unary(UnaryOp op, Strided a) {
        LongUnaryOperator function = ScalarKernels.unary(op, a.dtype.isFloating());
        long[] x = a.packed();
        Arrays.setAll(x, i -> function.applyAsLong(x[i]));
        boolean truth = op == UnaryOp.IS_NAN || op == UnaryOp.IS_FINITE;
        return made(op.label(), Strided.rounded(x, a.wide(), a.shape, truth ? DType.BOOL : a.dtype));
    }

    @Override
    public Strided binary(BinaryOp op, Strided a, Strided b, Shape out) {
        LongBinaryOperator function = ScalarKernels.binary(op, a.dtype.isFloating());
        long[] x = a.broadcast(out).packed();
        long[] y = b.broadcast(out).packed();
        Arrays.setAll(x, i -> function.applyAsLong(x[i], y[i]));
        return made(op.label(), Strided.rounded(x, a.wide(), out, op.isComparison() ? DType.BOOL : a.dtype));
    }

    @Override
    public Strided where(Strided condition, Strided a, Strided b, Shape out) {
        long[] chosen = condition.broadcast(out).packed();
        long[] x = a.broadcast(out).packed();
        long[] y = b.broadcast(out).packed();
        Arrays.setAll(x, i -> chosen[i] != 0 ? x[i] : y[i]);
        return made("where", Strided.of(x, out, a.dtype));
    }

    @Override
    public Strided reduce(ReduceOp op, Strided a, int[] axes, Shape out) {
        return made(op.label(), Lanes.along(a, axes).reduce(op, out));
    }

    @Override
    public Strided cumsum(Strided a, int axis) {
        return made("cumsum", Lanes.along(a, axis).cumsum());
    }

    @Override
    public Strided argmax(Strided a, int axis, Shape out) {
        return made("argmax", Lanes.along(a, axis).argmax(out));
    }

    @Override
    public Strided argsort(Strided a, int axis) {
        return made("argsort", Lanes.along(a, axis).argsort());
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
            Places.put(a, low, new int[out.rank()], words, out);
            low[axis] += a.shape.at(axis);
        }
        return made("concat", Strided.of(words, out, arrays.get(0).dtype));
    }

    @Override
    public Strided reverse(Strided a, int[] axes) {
        int[] strides = a.strides();
        int first = a.first();
        for (int axis : axes) {
            first += strides[axis] * (a.shape.at(axis) - 1);
            strides[axis] = -strides[axis];
        }
        return made("reverse", a.view(a.shape, strides, first));
    }

    @Override
    public Strided slice(Strided a, int[] starts, int[] ends, int[] steps, Shape out) {
        int[] strides = a.strides();
        int first = a.first();
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
        Places.put(a, low, interior, words, out);
        return made("pad", Strided.of(words, out, a.dtype));
    }

    @Override
    public Strided gather(Strided a, Strided indices, int axis, Shape out) {
        long[] x = a.packed();
        int[] places = Places.named(a.shape, indices, axis, out);
        long[] taken = new long[places.length];
        Arrays.setAll(taken, i -> x[places[i]]);
        return made("gather", Strided.of(taken, out, a.dtype));
    }

    @Override
    public Strided scatterAdd(Strided a, Strided indices, Strided updates, int axis) {
        LongBinaryOperator plus = ScalarKernels.binary(BinaryOp.PLUS, a.dtype.isFloating());
        long[] sums = a.packed();
        long[] added = updates.packed();
        int[] places = Places.named(a.shape, indices, axis, updates.shape);
        for (int i = 0; i < places.length; i++) {
            sums[places[i]] = plus.applyAsLong(sums[places[i]], added[i]);
        }
        return made("scatterAdd", Strided.rounded(sums, a.wide(), a.shape, a.dtype));
    }

    @Override
    public Strided matmul(Strided a, Strided b, boolean transposeA, boolean transposeB, Shape out) {
        return made("matmul", Matrices.multiply(a, b, transposeA, transposeB, out));
    }

    @Override
    public Strided cholesky(Strided a) {
        return made("cholesky", Matrices.cholesky(a));
    }

    @Override
    public Strided triangularSolve(Strided lower, Strided b, boolean transpose, Shape out) {
        return made("triangularSolve", Matrices.solve(lower, b, transpose, out));
    }

    @Override
    public void release(Strided a) {
        a.release();
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
