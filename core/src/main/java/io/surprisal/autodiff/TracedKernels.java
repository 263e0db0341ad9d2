package io.surprisal.autodiff;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.Kernels;
import java.util.List;
import java.util.Optional;

/**
 * The kernels of a gradient level: each computes its result with tensors of the levels below, and records it with its rule. The
 * rules are in the files named {@code …Derivatives}.
 */
final class TracedKernels implements Kernels<Traced> {
    private final Tracing tracing;
    private final TracedFused fused;

    TracedKernels(Tracing tracing) {
        this.tracing = tracing;
        this.fused = new TracedFused(tracing);
    }

    @Override
    public Traced cast(Traced a, DType dtype) {
        Tensor x = a.value();
        Tensor y = x.cast(dtype);
        // Whole numbers and truth values have no derivative.
        return x.dtype().isFloating() && dtype.isFloating()
                ? tracing.record(y, (g, to) -> to.give(0, () -> g.cast(x.dtype())), a)
                : new Traced(y, null);
    }

    @Override
    public Traced unary(UnaryOp op, Traced a) {
        Tensor x = a.value();
        Tensor y = x.apply(op);
        return y.dtype().isFloating() && UnaryDerivatives.exists(op)
                ? tracing.record(y, (g, to) -> to.give(0, () -> UnaryDerivatives.pullBack(op, g, x, y)), a)
                : new Traced(y, null);
    }

    @Override
    public Traced binary(BinaryOp op, Traced a, Traced b, Shape out) {
        Tensor x = a.value();
        Tensor z = b.value();
        Tensor y = x.apply(op, z);
        return y.dtype().isFloating()
                ? tracing.record(y, (g, to) -> BinaryDerivatives.pullBack(op, g, x, z, y, to), a, b)
                : new Traced(y, null);
    }

    @Override
    public Traced binary(BinaryOp op, Traced a, double b) {
        Tensor x = a.value();
        Tensor y = x.apply(op, b);
        return y.dtype().isFloating()
                ? tracing.record(y, (g, to) -> to.give(0, () -> ScalarDerivatives.pullBack(op, g, x, b)), a)
                : new Traced(y, null);
    }

    @Override
    public Traced where(Traced condition, Traced a, Traced b, Shape out) {
        Tensor mask = condition.value();
        Tensor y = Tensor.where(mask, a.value(), b.value());
        return tracing.record(
                y, MovingDerivatives.where(mask, a.value().shape(), b.value().shape(), out), condition, a, b);
    }

    @Override
    public Traced special(SpecialOp op, List<Traced> arguments, Shape out) {
        List<Tensor> values = arguments.stream().map(Traced::value).toList();
        Tensor y = Tensor.special(op, values);
        return tracing.record(
                y,
                (g, to) ->
                        SpecialDerivatives.pullBack(k -> SpecialDerivatives.slope(op, k, values, y), g, values, y, to),
                arguments.toArray(new Traced[0]));
    }

    @Override
    public Traced map(ElementFunction function, List<Traced> arguments, Shape out) {
        List<Tensor> values = arguments.stream().map(Traced::value).toList();
        Tensor y = function.of(values.toArray(new Tensor[0]));
        return tracing.record(
                y,
                (g, to) -> SpecialDerivatives.pullBack(k -> function.slope(k, values, y), g, values, y, to),
                arguments.toArray(new Traced[0]));
    }

    @Override
    public Traced reduce(ReduceOp op, Traced a, int[] axes, Shape out) {
        Tensor x = a.value();
        if (op == ReduceOp.PRODUCT && a.node() != null) {
            // A product of pairs, recorded pair by pair: right to any order also where factors are 0.
            Tensor variable = tracing.tensorOf(a);
            return tracing.traced("product", ReductionDerivatives.productByPairs(variable, axes));
        }
        Tensor y = x.reduceKeeping(op, axes);
        return y.dtype().isFloating()
                ? tracing.record(y, (g, to) -> to.give(0, () -> ReductionDerivatives.pullBack(op, g, x, y, axes)), a)
                : new Traced(y, null);
    }

    @Override
    public Traced cumsum(Traced a, int axis) {
        Tensor x = a.value();
        return tracing.record(
                x.cumsum(axis), (g, to) -> to.give(0, () -> ReductionDerivatives.cumsum(g, x.shape(), axis)), a);
    }

    @Override
    public Traced reshape(Traced a, Shape out) {
        Tensor x = a.value();
        return tracing.record(
                x.reshape(out), (g, to) -> to.give(0, () -> g.broadcastTo(out).reshape(x.shape())), a);
    }

    @Override
    public Traced transpose(Traced a, int[] permutation, Shape out) {
        Tensor y = a.value().transpose(permutation);
        return tracing.record(y, (g, to) -> to.give(0, () -> MovingDerivatives.transpose(g, permutation, out)), a);
    }

    @Override
    public Traced broadcastTo(Traced a, Shape out) {
        Tensor x = a.value();
        return tracing.record(
                x.broadcastTo(out), (g, to) -> to.give(0, () -> Broadcasts.toOperand(g, out, x.shape())), a);
    }

    @Override
    public Traced concat(List<Traced> arrays, int axis, Shape out) {
        List<Tensor> parts = arrays.stream().map(Traced::value).toList();
        return tracing.record(
                Tensor.concat(parts, axis), MovingDerivatives.concat(parts, axis, out), arrays.toArray(new Traced[0]));
    }

    @Override
    public Traced reverse(Traced a, int[] axes) {
        Tensor x = a.value();
        return tracing.record(
                x.reverse(axes),
                (g, to) -> to.give(0, () -> g.broadcastTo(x.shape()).reverse(axes)),
                a);
    }

    @Override
    public Traced slice(Traced a, int[] starts, int[] ends, int[] steps, Shape out) {
        Tensor x = a.value();
        Tensor y = x.slice(starts, ends, steps);
        return tracing.record(
                y, (g, to) -> to.give(0, () -> MovingDerivatives.slice(g, x.shape(), starts, steps, out)), a);
    }

    @Override
    public Traced pad(Traced a, int[] low, int[] high, int[] interior, double value, Shape out) {
        Tensor x = a.value();
        Tensor y = x.pad(low, high, interior, value);
        return tracing.record(
                y, (g, to) -> to.give(0, () -> MovingDerivatives.pad(g, x.shape(), low, interior, out)), a);
    }

    @Override
    public Traced gather(Traced a, Traced indices, int axis, Shape out) {
        Tensor x = a.value();
        Tensor places = indices.value();
        return tracing.record(
                x.gather(places, axis),
                (g, to) -> to.give(
                        0, () -> x.backend().zeros(x.shape(), x.dtype()).scatterAdd(places, g.broadcastTo(out), axis)),
                a,
                indices);
    }

    @Override
    public Traced scatterAdd(Traced a, Traced indices, Traced updates, int axis) {
        Tensor x = a.value();
        Tensor places = indices.value();
        return tracing.record(
                x.scatterAdd(places, updates.value(), axis),
                (g, to) -> {
                    to.give(0, () -> g);
                    to.give(2, () -> g.broadcastTo(x.shape()).gather(places, axis));
                },
                a,
                indices,
                updates);
    }

    @Override
    public Traced matmul(Traced a, Traced b, boolean transposeA, boolean transposeB, Shape out) {
        Tensor x = a.value();
        Tensor z = b.value();
        return tracing.record(
                x.matmul(z, transposeA, transposeB),
                (g, to) -> MatrixDerivatives.matmul(g.broadcastTo(out), x, z, transposeA, transposeB, to),
                a,
                b);
    }

    @Override
    public Traced cholesky(Traced a) {
        Tensor factor = a.value().cholesky();
        return tracing.record(
                factor,
                (g, to) -> to.give(0, () -> MatrixDerivatives.cholesky(g.broadcastTo(factor.shape()), factor)),
                a);
    }

    @Override
    public Traced triangularSolve(Traced lower, Traced b, boolean transpose, Shape out) {
        Tensor l = lower.value();
        Tensor z = b.value();
        Tensor x = l.triangularSolve(z, transpose);
        return tracing.record(
                x, (g, to) -> MatrixDerivatives.triangularSolve(g.broadcastTo(out), l, z, x, transpose, to), lower, b);
    }

    @Override
    public Optional<FusedKernels<Traced>> fused() {
        return Optional.of(fused);
    }
}
