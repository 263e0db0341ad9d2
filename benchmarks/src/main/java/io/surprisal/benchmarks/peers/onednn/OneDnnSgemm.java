package io.surprisal.benchmarks.peers.onednn;

import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.Work;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A matrix product by oneDNN's {@code dnnl_sgemm} alone, into one result that it writes again and again: what the {@code cpu} backend's
 * own library gives without a tensor around it. The backend is opened first and only to load that library with its settings, so that both
 * sides compute with the same threads, chosen in the same way.
 */
public final class OneDnnSgemm implements Work {
    /** The alignment of the backend's own memory, in bytes: a cache line. */
    private static final int ALIGNMENT = 64;

    private static final byte PLAIN = 'N';

    private final Backend backend = Backends.open("cpu");
    private final int rows;
    private final int inner;
    private final int columns;
    private final FloatPointer left;
    private final FloatPointer right;
    private final FloatPointer product;

    public OneDnnSgemm(int rows, int inner, int columns) {
        this.rows = rows;
        this.inner = inner;
        this.columns = columns;
        left = aligned(rows * inner).put(Inputs.normal(0, rows * inner, 1));
        right = aligned(inner * columns).put(Inputs.normal(1, inner * columns, 1));
        product = aligned(rows * columns);
    }

    private static FloatPointer aligned(int count) {
        FloatPointer memory = new FloatPointer(count + (long) ALIGNMENT / Float.BYTES);
        long past = Math.floorMod(-memory.address(), ALIGNMENT);
        return memory.position(past / Float.BYTES);
    }

    @Override
    public void run() {
        int status = dnnl.dnnl_sgemm(
                PLAIN, PLAIN, rows, columns, inner, 1, left, inner, right, columns, 0, product, columns);
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("dnnl_sgemm: " + rows + " × " + inner + " × " + columns
                    + " ended with status " + status + ". Look it up in dnnl_status_t.");
        }
    }

    @Override
    public double result() {
        run();
        float[] elements = new float[rows * columns];
        product.get(elements);
        return Inputs.meanSquare(Inputs.doubles(elements));
    }

    @Override
    public void close() {
        left.close();
        right.close();
        product.close();
        backend.close();
    }
}
