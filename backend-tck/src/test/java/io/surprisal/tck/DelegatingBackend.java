package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.DoubleSource;
import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.LongSource;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.List;
import java.util.Optional;

/** A backend that does everything as another one does, so that a subclass is wrong in one thing only. */
class DelegatingBackend<A> implements TensorBackend<A> {
    private final TensorBackend<A> inner;

    DelegatingBackend(TensorBackend<A> inner) {
        this.inner = inner;
    }

    final TensorBackend<A> inner() {
        return inner;
    }

    @Override
    public BackendInfo info() {
        return inner.info();
    }

    @Override
    public Shape shape(A a) {
        return inner.shape(a);
    }

    @Override
    public DType dtype(A a) {
        return inner.dtype(a);
    }

    @Override
    public A fromHost(HostArray data) {
        return inner.fromHost(data);
    }

    @Override
    public HostArray toHost(A a) {
        return inner.toHost(a);
    }

    @Override
    public A full(Shape shape, DType dtype, double value) {
        return inner.full(shape, dtype, value);
    }

    @Override
    public A generate(Shape shape, DType dtype, int grain, DoubleSource source) {
        return inner.generate(shape, dtype, grain, source);
    }

    @Override
    public A generate(Shape shape, int grain, LongSource source) {
        return inner.generate(shape, grain, source);
    }

    @Override
    public A cast(A a, DType dtype) {
        return inner.cast(a, dtype);
    }

    @Override
    public A unary(UnaryOp op, A a) {
        return inner.unary(op, a);
    }

    @Override
    public A binary(BinaryOp op, A a, A b, Shape out) {
        return inner.binary(op, a, b, out);
    }

    @Override
    public A binary(BinaryOp op, A a, double b) {
        return inner.binary(op, a, b);
    }

    @Override
    public A where(A condition, A a, A b, Shape out) {
        return inner.where(condition, a, b, out);
    }

    @Override
    public A special(SpecialOp op, List<A> arguments, Shape out) {
        return inner.special(op, arguments, out);
    }

    @Override
    public A map(ElementFunction function, List<A> arguments, Shape out) {
        return inner.map(function, arguments, out);
    }

    @Override
    public A reduce(ReduceOp op, A a, int[] axes, Shape out) {
        return inner.reduce(op, a, axes, out);
    }

    @Override
    public A argmax(A a, int axis, Shape out) {
        return inner.argmax(a, axis, out);
    }

    @Override
    public A cumsum(A a, int axis) {
        return inner.cumsum(a, axis);
    }

    @Override
    public A argsort(A a, int axis) {
        return inner.argsort(a, axis);
    }

    @Override
    public A reshape(A a, Shape out) {
        return inner.reshape(a, out);
    }

    @Override
    public A transpose(A a, int[] permutation, Shape out) {
        return inner.transpose(a, permutation, out);
    }

    @Override
    public A broadcastTo(A a, Shape out) {
        return inner.broadcastTo(a, out);
    }

    @Override
    public A concat(List<A> arrays, int axis, Shape out) {
        return inner.concat(arrays, axis, out);
    }

    @Override
    public A reverse(A a, int[] axes) {
        return inner.reverse(a, axes);
    }

    @Override
    public A slice(A a, int[] starts, int[] ends, int[] steps, Shape out) {
        return inner.slice(a, starts, ends, steps, out);
    }

    @Override
    public A pad(A a, int[] low, int[] high, int[] interior, double value, Shape out) {
        return inner.pad(a, low, high, interior, value, out);
    }

    @Override
    public A gather(A a, A indices, int axis, Shape out) {
        return inner.gather(a, indices, axis, out);
    }

    @Override
    public A scatterAdd(A a, A indices, A updates, int axis) {
        return inner.scatterAdd(a, indices, updates, axis);
    }

    @Override
    public A matmul(A a, A b, boolean transposeA, boolean transposeB, Shape out) {
        return inner.matmul(a, b, transposeA, transposeB, out);
    }

    @Override
    public A cholesky(A a) {
        return inner.cholesky(a);
    }

    @Override
    public A triangularSolve(A lower, A b, boolean transpose, Shape out) {
        return inner.triangularSolve(lower, b, transpose, out);
    }

    @Override
    public Optional<FusedKernels<A>> fused() {
        return inner.fused();
    }

    @Override
    public void release(A a) {
        inner.release(a);
    }

    @Override
    public long liveArrays() {
        return inner.liveArrays();
    }

    @Override
    public void synchronize() {
        inner.synchronize();
    }

    @Override
    public void close() {
        inner.close();
    }
}
