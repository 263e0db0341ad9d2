package io.surprisal.tensor.reference;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.HeapBackend;
import java.util.List;
import java.util.Map;

/**
 * The whole interface in plain Java. Kernels are pure functions in a file per family; this class counts the arrays that it gives
 * out. Nothing else is shared, so any number of threads may use it at once. What it inherits from the interface is core's own code too.
 */
final class ReferenceBackend extends HeapBackend<ReferenceArray> {
    @Override
    public BackendInfo info() {
        return new BackendInfo(
                "reference", "plain Java, one thread", Map.of("java", System.getProperty("java.version", "unknown")));
    }

    @Override
    public Shape shape(ReferenceArray a) {
        return a.shape();
    }

    @Override
    public DType dtype(ReferenceArray a) {
        return a.dtype();
    }

    @Override
    public ReferenceArray fromHost(HostArray data) {
        return counted(ReferenceArray.fromHost(data));
    }

    @Override
    public HostArray toHost(ReferenceArray a) {
        return a.toHost();
    }

    @Override
    public ReferenceArray full(Shape shape, DType dtype, double value) {
        return counted(Moving.full(shape, dtype, value));
    }

    @Override
    public ReferenceArray cast(ReferenceArray a, DType dtype) {
        return counted(a.as(dtype));
    }

    @Override
    public ReferenceArray unary(UnaryOp op, ReferenceArray a) {
        return counted(Elementwise.unary(op, a));
    }

    @Override
    public ReferenceArray binary(BinaryOp op, ReferenceArray a, ReferenceArray b, Shape out) {
        return counted(Elementwise.binary(op, a, b, out));
    }

    @Override
    public ReferenceArray where(ReferenceArray condition, ReferenceArray a, ReferenceArray b, Shape out) {
        return counted(Moving.where(condition, a, b, out));
    }

    @Override
    public ReferenceArray reduce(ReduceOp op, ReferenceArray a, int[] axes, Shape out) {
        return counted(Reducing.reduce(op, a, axes, out));
    }

    @Override
    public ReferenceArray cumsum(ReferenceArray a, int axis) {
        return counted(Reducing.cumsum(a, axis));
    }

    @Override
    public ReferenceArray reshape(ReferenceArray a, Shape out) {
        return counted(a.as(out));
    }

    @Override
    public ReferenceArray transpose(ReferenceArray a, int[] permutation, Shape out) {
        return counted(Moving.transpose(a, permutation, out));
    }

    @Override
    public ReferenceArray broadcastTo(ReferenceArray a, Shape out) {
        return counted(Moving.broadcastTo(a, out));
    }

    @Override
    public ReferenceArray concat(List<ReferenceArray> arrays, int axis, Shape out) {
        return counted(Moving.concat(arrays, axis, out));
    }

    @Override
    public ReferenceArray reverse(ReferenceArray a, int[] axes) {
        return counted(Moving.reverse(a, axes));
    }

    @Override
    public ReferenceArray slice(ReferenceArray a, int[] starts, int[] ends, int[] steps, Shape out) {
        return counted(Moving.slice(a, starts, steps, out));
    }

    @Override
    public ReferenceArray pad(ReferenceArray a, int[] low, int[] high, int[] interior, double value, Shape out) {
        return counted(Moving.pad(a, low, interior, value, out));
    }

    @Override
    public ReferenceArray gather(ReferenceArray a, ReferenceArray indices, int axis, Shape out) {
        return counted(Indexed.gather(a, indices, axis, out));
    }

    @Override
    public ReferenceArray scatterAdd(ReferenceArray a, ReferenceArray indices, ReferenceArray updates, int axis) {
        return counted(Indexed.scatterAdd(a, indices, updates, axis));
    }

    @Override
    public ReferenceArray matmul(
            ReferenceArray a, ReferenceArray b, boolean transposeA, boolean transposeB, Shape out) {
        return counted(Matrices.matmul(a, b, transposeA, transposeB, out));
    }

    @Override
    public void release(ReferenceArray a) {
        a.release();
        super.release(a);
    }
}
