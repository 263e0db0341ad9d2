package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.DoubleSource;
import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.LongSource;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.List;
import java.util.Optional;

/**
 * The backend {@code cpu}: own native arrays, oneDNN and OpenBLAS for the heavy kernels, Java for the rest.
 *
 * <p>Its methods are synchronised: workspace and native primitives exist once, and a second thread that drives native parallel work
 * slows the first one down more than it helps. A kernel that throws, for want of memory say, leaves no array behind.
 */
final class CpuBackend implements TensorBackend<CpuArray> {
    private final BackendInfo info;
    private final Engine engine;
    private final CpuArrays arrays;
    private final Transfer transfer;
    private final Generation generation;
    private final Conversion conversion;
    private final UnaryKernels unary;
    private final BinaryKernels binary;
    private final Selection selection;
    private final ReductionKernels reductions;
    private final Scan scan;
    private final Ordering ordering;
    private final Movement movement;
    private final Indexing indexing;
    private final MatrixProducts products;
    private final Factorisation factorisation;
    private final CpuFusedKernels fused;
    private boolean open = true;

    CpuBackend(BackendInfo info, NativeLibraries libraries) {
        this.info = info;
        engine = libraries.engine();
        arrays = libraries.arrays();
        Scratch scratch = libraries.scratch();
        transfer = new Transfer(arrays, scratch);
        generation = new Generation(arrays);
        conversion = new Conversion(arrays, scratch);
        unary = new UnaryKernels(arrays, scratch, engine);
        binary = new BinaryKernels(arrays, scratch, engine);
        selection = new Selection(arrays, scratch);
        reductions = new ReductionKernels(arrays, scratch);
        scan = new Scan(arrays, scratch);
        ordering = new Ordering(arrays);
        movement = new Movement(arrays, scratch, transfer);
        indexing = new Indexing(arrays, scratch, movement);
        products = new MatrixProducts(arrays, engine, libraries.multiplier());
        factorisation = new Factorisation(arrays, scratch);
        fused = new CpuFusedKernels(this, arrays, scratch, engine, unary);
    }

    /** Where the arrays' memory comes from. */
    BlockPool pool() {
        return arrays.pool();
    }

    @Override
    public BackendInfo info() {
        return info;
    }

    @Override
    public Shape shape(CpuArray a) {
        return a.shape();
    }

    @Override
    public DType dtype(CpuArray a) {
        return a.dtype();
    }

    @Override
    public synchronized CpuArray fromHost(HostArray data) {
        return arrays.allOrNothing(() -> transfer.fromHost(data));
    }

    @Override
    public synchronized HostArray toHost(CpuArray a) {
        return transfer.toHost(a);
    }

    @Override
    public synchronized CpuArray full(Shape shape, DType dtype, double value) {
        return arrays.allOrNothing(() -> transfer.full(shape, dtype, value));
    }

    @Override
    public synchronized CpuArray generate(Shape shape, DType dtype, int grain, DoubleSource source) {
        return arrays.allOrNothing(() -> generation.of(shape, dtype, grain, source));
    }

    @Override
    public synchronized CpuArray generate(Shape shape, int grain, LongSource source) {
        return arrays.allOrNothing(() -> generation.of(shape, grain, source));
    }

    @Override
    public synchronized CpuArray cast(CpuArray a, DType dtype) {
        return arrays.allOrNothing(() -> conversion.cast(a, dtype));
    }

    @Override
    public synchronized CpuArray unary(UnaryOp op, CpuArray a) {
        return arrays.allOrNothing(() -> unary.apply(op, a));
    }

    @Override
    public synchronized CpuArray binary(BinaryOp op, CpuArray a, CpuArray b, Shape out) {
        return arrays.allOrNothing(() -> binary.apply(op, a, b, out));
    }

    @Override
    public synchronized CpuArray where(CpuArray condition, CpuArray a, CpuArray b, Shape out) {
        return arrays.allOrNothing(() -> selection.where(condition, a, b, out));
    }

    @Override
    public synchronized CpuArray reduce(ReduceOp op, CpuArray a, int[] axes, Shape out) {
        return arrays.allOrNothing(() -> reductions.apply(op, a, axes));
    }

    @Override
    public synchronized CpuArray cumsum(CpuArray a, int axis) {
        return arrays.allOrNothing(() -> scan.cumsum(a, axis));
    }

    @Override
    public synchronized CpuArray argmax(CpuArray a, int axis, Shape out) {
        return arrays.allOrNothing(() -> ordering.argmax(a, axis, out));
    }

    @Override
    public synchronized CpuArray argsort(CpuArray a, int axis) {
        return arrays.allOrNothing(() -> ordering.argsort(a, axis));
    }

    @Override
    public synchronized CpuArray reshape(CpuArray a, Shape out) {
        return arrays.view(a, out);
    }

    @Override
    public synchronized CpuArray transpose(CpuArray a, int[] permutation, Shape out) {
        return arrays.allOrNothing(() -> movement.transpose(a, permutation, out));
    }

    @Override
    public synchronized CpuArray broadcastTo(CpuArray a, Shape out) {
        return arrays.allOrNothing(() -> movement.broadcastTo(a, out));
    }

    @Override
    public synchronized CpuArray concat(List<CpuArray> parts, int axis, Shape out) {
        return arrays.allOrNothing(() -> movement.concat(parts, axis, out));
    }

    @Override
    public synchronized CpuArray reverse(CpuArray a, int[] axes) {
        return arrays.allOrNothing(() -> movement.reverse(a, axes));
    }

    @Override
    public synchronized CpuArray slice(CpuArray a, int[] starts, int[] ends, int[] steps, Shape out) {
        return arrays.allOrNothing(() -> movement.slice(a, starts, steps, out));
    }

    @Override
    public synchronized CpuArray pad(CpuArray a, int[] low, int[] high, int[] interior, double value, Shape out) {
        return arrays.allOrNothing(() -> movement.pad(a, low, interior, value, out));
    }

    @Override
    public synchronized CpuArray gather(CpuArray a, CpuArray indices, int axis, Shape out) {
        return arrays.allOrNothing(() -> indexing.gather(a, indices, axis, out));
    }

    @Override
    public synchronized CpuArray scatterAdd(CpuArray a, CpuArray indices, CpuArray updates, int axis) {
        return arrays.allOrNothing(() -> indexing.scatterAdd(a, indices, updates, axis));
    }

    @Override
    public synchronized CpuArray matmul(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, Shape out) {
        return arrays.allOrNothing(() -> products.matmul(a, b, transposeA, transposeB, out));
    }

    @Override
    public synchronized CpuArray cholesky(CpuArray a) {
        return arrays.allOrNothing(() -> factorisation.cholesky(a));
    }

    @Override
    public synchronized CpuArray triangularSolve(CpuArray lower, CpuArray b, boolean transpose, Shape out) {
        return arrays.allOrNothing(() -> factorisation.triangularSolve(lower, b, transpose, out));
    }

    /** An array over memory that somebody else keeps until {@code onRelease} runs. */
    synchronized CpuArray foreign(long address, Shape shape, DType dtype, Runnable onRelease) {
        return arrays.foreign(address, shape, dtype, onRelease);
    }

    @Override
    public Optional<FusedKernels<CpuArray>> fused() {
        return Optional.of(fused);
    }

    @Override
    public synchronized void release(CpuArray a) {
        if (open) {
            arrays.release(a);
        }
    }

    @Override
    public synchronized long liveArrays() {
        return arrays.live();
    }

    @Override
    public synchronized void trim() {
        if (open) {
            arrays.trim();
        }
    }

    /** Every kernel returns when it is done, so there is nothing to wait for. */
    @Override
    public void synchronize() {}

    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            engine.close();
            arrays.close();
        }
    }
}
