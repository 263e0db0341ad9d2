package io.surprisal.backend.nd4j;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The whole interface on ND4J's arrays, on whatever device the running build of ND4J computes. Kernels are pure functions in a file per
 * family, on arrays in row-major order; this class keeps account of who holds which memory, and takes to the host what ND4J cannot do:
 * some operations, and whatever looks at the axes of an array of many.
 *
 * <p>Three kernels are the interface's own, on the host: ND4J's sorting is not stable, its Cholesky factorisation throws for the whole
 * batch where one factor does not exist, and its triangular solver does not broadcast and takes a transposed triangle for an upper one.
 */
final class Nd4jBackend implements TensorBackend<Nd4jArray> {
    private final BackendInfo info;
    private final Holdings holdings = new Holdings();
    private final HostKernels host = new HostKernels();

    /** ND4J runs already. */
    Nd4jBackend(BackendInfo info) {
        this.info = info;
    }

    @Override
    public BackendInfo info() {
        return info;
    }

    @Override
    public Shape shape(Nd4jArray a) {
        return a.shape();
    }

    @Override
    public DType dtype(Nd4jArray a) {
        return a.dtype();
    }

    @Override
    public Nd4jArray fromHost(HostArray data) {
        return holdings.hold(Transfer.fromHost(data), data.shape(), data.dtype());
    }

    @Override
    public HostArray toHost(Nd4jArray a) {
        return Transfer.toHost(a.array(), a.shape(), a.dtype());
    }

    @Override
    public Nd4jArray full(Shape shape, DType dtype, double value) {
        double element = dtype == DType.BOOL && value != 0 ? 1 : value;
        return worked(bench -> bench.full(Types.of(dtype), shape, element), shape, dtype);
    }

    /** Out of range ND4J's conversion to integers is the processor's, not saturating. */
    @Override
    public Nd4jArray cast(Nd4jArray a, DType dtype) {
        return a.dtype().isFloating() && dtype.isInteger()
                ? onHost((reference, arguments) -> reference.cast(arguments.get(0), dtype), a)
                : worked(bench -> bench.cast(a.array(), Types.of(dtype)), a.shape(), dtype);
    }

    @Override
    public Nd4jArray unary(UnaryOp op, Nd4jArray a) {
        @Nullable INDArray result = UnaryKernels.apply(op, a.array());
        return result == null
                ? onHost((reference, arguments) -> reference.unary(op, arguments.get(0)), a)
                : holdings.hold(result, a.shape(), op.resultType(a.dtype()));
    }

    @Override
    public Nd4jArray binary(BinaryOp op, Nd4jArray a, Nd4jArray b, Shape out) {
        boolean alike = a.shape().equals(b.shape());
        @Nullable
        INDArray result = Types.isDeep(out) && !alike ? null : BinaryKernels.apply(op, a.array(), b.array(), out);
        return result == null
                ? onHost((reference, arguments) -> reference.binary(op, arguments.get(0), arguments.get(1), out), a, b)
                : holdings.hold(result, out, op.resultType(a.dtype()));
    }

    @Override
    public Nd4jArray where(Nd4jArray condition, Nd4jArray a, Nd4jArray b, Shape out) {
        return unlessDeep(
                out,
                () -> holdings.hold(Selection.where(condition.array(), a.array(), b.array(), out), out, a.dtype()),
                (reference, arguments) -> reference.where(arguments.get(0), arguments.get(1), arguments.get(2), out),
                condition,
                a,
                b);
    }

    @Override
    public Nd4jArray reduce(ReduceOp op, Nd4jArray a, int[] axes, Shape out) {
        return unlessDeep(
                out,
                () -> holdings.hold(ReductionKernels.reduce(op, a.array(), axes, out), out, op.resultType(a.dtype())),
                (reference, arguments) -> reference.reduce(op, arguments.get(0), axes, out),
                a);
    }

    /** ND4J carries the running sums of integers in double precision. */
    @Override
    public Nd4jArray cumsum(Nd4jArray a, int axis) {
        return a.dtype().isFloating() && !Types.isDeep(a.shape())
                ? holdings.hold(ReductionKernels.cumsum(a.array(), axis), a.shape(), a.dtype())
                : onHost((reference, arguments) -> reference.cumsum(arguments.get(0), axis), a);
    }

    @Override
    public Nd4jArray argmax(Nd4jArray a, int axis, Shape out) {
        return unlessDeep(
                out,
                () -> holdings.hold(ReductionKernels.argmax(a.array(), axis, out), out, DType.INT64),
                (reference, arguments) -> reference.argmax(arguments.get(0), axis, out),
                a);
    }

    @Override
    public Nd4jArray reshape(Nd4jArray a, Shape out) {
        return holdings.share(a, Layout.reshaped(a.array(), out), out);
    }

    @Override
    public Nd4jArray transpose(Nd4jArray a, int[] permutation, Shape out) {
        return unlessDeep(
                out,
                () -> worked(bench -> Layout.transpose(bench, a.array(), permutation, out), out, a.dtype()),
                (reference, arguments) -> reference.transpose(arguments.get(0), permutation, out),
                a);
    }

    @Override
    public Nd4jArray broadcastTo(Nd4jArray a, Shape out) {
        return unlessDeep(
                out,
                () -> worked(bench -> Layout.broadcast(bench, a.array(), out), out, a.dtype()),
                (reference, arguments) -> reference.broadcastTo(arguments.get(0), out),
                a);
    }

    @Override
    public Nd4jArray concat(List<Nd4jArray> arrays, int axis, Shape out) {
        List<INDArray> parts = arrays.stream().map(Nd4jArray::array).toList();
        return unlessDeep(
                out,
                () -> worked(
                        bench -> Layout.concat(bench, parts, axis, out),
                        out,
                        arrays.get(0).dtype()),
                (reference, arguments) -> reference.concat(arguments, axis, out),
                arrays.toArray(Nd4jArray[]::new));
    }

    @Override
    public Nd4jArray reverse(Nd4jArray a, int[] axes) {
        return unlessDeep(
                a.shape(),
                () -> worked(bench -> Layout.reverse(bench, a.array(), axes), a.shape(), a.dtype()),
                (reference, arguments) -> reference.reverse(arguments.get(0), axes),
                a);
    }

    @Override
    public Nd4jArray slice(Nd4jArray a, int[] starts, int[] ends, int[] steps, Shape out) {
        return unlessDeep(
                out,
                () -> worked(bench -> Layout.slice(bench, a.array(), starts, steps, out), out, a.dtype()),
                (reference, arguments) -> reference.slice(arguments.get(0), starts, ends, steps, out),
                a);
    }

    @Override
    public Nd4jArray pad(Nd4jArray a, int[] low, int[] high, int[] interior, double value, Shape out) {
        double element = a.dtype() == DType.BOOL && value != 0 ? 1 : value;
        return unlessDeep(
                out,
                () -> worked(bench -> Layout.pad(bench, a.array(), low, interior, element, out), out, a.dtype()),
                (reference, arguments) -> reference.pad(arguments.get(0), low, high, interior, value, out),
                a);
    }

    @Override
    public Nd4jArray gather(Nd4jArray a, Nd4jArray indices, int axis, Shape out) {
        @Nullable
        INDArray result = Types.isDeep(out) ? null : IndexKernels.gather(a.array(), indices.array(), axis, out);
        return result == null
                ? onHost(
                        (reference, arguments) -> reference.gather(arguments.get(0), arguments.get(1), axis, out),
                        a,
                        indices)
                : holdings.hold(result, out, a.dtype());
    }

    /** ND4J adds duplicates in parallel, in any order. */
    @Override
    public Nd4jArray scatterAdd(Nd4jArray a, Nd4jArray indices, Nd4jArray updates, int axis) {
        return onHost(
                (reference, arguments) ->
                        reference.scatterAdd(arguments.get(0), arguments.get(1), arguments.get(2), axis),
                a,
                indices,
                updates);
    }

    @Override
    public Nd4jArray matmul(Nd4jArray a, Nd4jArray b, boolean transposeA, boolean transposeB, Shape out) {
        return unlessDeep(
                out,
                () -> holdings.hold(
                        MatrixKernels.matmul(a.array(), b.array(), transposeA, transposeB, out), out, a.dtype()),
                (reference, arguments) ->
                        reference.matmul(arguments.get(0), arguments.get(1), transposeA, transposeB, out),
                a,
                b);
    }

    /** An array whose memory stays after its release. */
    Nd4jArray borrow(INDArray array, Shape shape, DType dtype) {
        return holdings.borrow(array, shape, dtype);
    }

    @Override
    public void release(Nd4jArray a) {
        holdings.release(a);
    }

    @Override
    public long liveArrays() {
        return holdings.count();
    }

    @Override
    public void synchronize() {
        Nd4j.getExecutioner().commit();
    }

    /** ND4J itself stays: it runs until the process ends. */
    @Override
    public void close() {
        holdings.close();
    }

    private Nd4jArray worked(Function<Workbench, INDArray> kernel, Shape out, DType dtype) {
        try (Workbench bench = Workbench.open()) {
            return holdings.hold(bench.keep(kernel.apply(bench)), out, dtype);
        }
    }

    /** The kernel on ND4J's arrays where it can look at the axes, which are as many in the arguments as in the result or fewer. */
    private Nd4jArray unlessDeep(
            Shape out,
            Supplier<Nd4jArray> kernel,
            BiFunction<TensorBackend<Object>, List<Object>, Object> hostKernel,
            Nd4jArray... arguments) {
        return Types.isDeep(out) ? onHost(hostKernel, arguments) : kernel.get();
    }

    private Nd4jArray onHost(BiFunction<TensorBackend<Object>, List<Object>, Object> kernel, Nd4jArray... arguments) {
        HostArray[] copies = new HostArray[arguments.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = toHost(arguments[i]);
        }
        return fromHost(host.apply(kernel, copies));
    }
}
