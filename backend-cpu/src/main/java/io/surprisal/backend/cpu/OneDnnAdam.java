package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.AdamStep;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A step of Adam without weight decay in three passes: the two moving averages, and the move. A piece of all four arrays goes through
 * the three before the next, so that it stays in the cache.
 */
final class OneDnnAdam {
    /** Below it the Java loop is as fast. */
    private static final int LEAST_SIZE = 8192;

    private static final int PIECE = 1 << 16;

    /**
     * Averages of exact-zero gradients decay into subnormal numbers, on which processors multiply many times slower.
     * Adding such a number and taking it away again rounds an average to its grid, of 2⁻¹⁰⁴ and 2⁻¹²⁴: zero instead of
     * subnormal, and far below what ε lets through.
     */
    private static final float AVERAGE_GRID = 0x1p-80f;

    private static final float SQUARES_GRID = 0x1p-100f;

    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache;
    private final OneDnnScalars scalars;

    OneDnnAdam(OneDnn library, PrimitiveCache<Primitive> cache, OneDnnScalars scalars) {
        this.library = library;
        this.cache = cache;
        this.scalars = scalars;
    }

    boolean step(CpuArray p, CpuArray g, CpuArray m, CpuArray v, AdamStep step) {
        int size = p.size();
        if (size < LEAST_SIZE || step.weightDecay() != 0) {
            return false;
        }
        for (long done = 0; done < size; done += PIECE) {
            int n = (int) Math.min(PIECE, size - done);
            Optional<Primitive> average = cache.find(new Average(n, step.beta1()), () -> average(n, step.beta1()));
            Optional<Primitive> squares = cache.find(new Squares(n, step.beta2()), () -> squares(n, step.beta2()));
            Optional<Primitive> move = cache.find(new Move(n, step.epsilon()), () -> move(n, step.epsilon()));
            if (average.isEmpty() || squares.isEmpty() || move.isEmpty()) {
                if (done > 0) {
                    throw new IllegalStateException("adam: oneDNN took the first piece and refused the last.");
                }
                return false;
            }
            long at = done * Float.BYTES;
            average.get().run(g.address() + at, scalars.first((float) (1 - step.beta1())), m.address() + at);
            squares.get().run(g.address() + at, g.address() + at, v.address() + at);
            move.get()
                    .run(
                            v.address() + at,
                            scalars.first((float) step.correction2()),
                            m.address() + at,
                            scalars.second((float) (-step.learningRate() * step.correction1())),
                            p.address() + at);
        }
        return true;
    }

    /** m ← βm + g·(1 − β). */
    private Optional<Primitive> average(int n, double beta) {
        int[] roles = {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};
        return rounded(new OneDnnChain(library).addPrevious((float) beta), AVERAGE_GRID)
                .product(n, 1, roles, n, 1, n);
    }

    /** v ← βv + g·g·(1 − β). */
    private Optional<Primitive> squares(int n, double beta) {
        int[] roles = {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};
        OneDnnChain squares = new OneDnnChain(library)
                .apply(dnnl.dnnl_eltwise_linear, (float) (1 - beta), 0)
                .addPrevious((float) beta);
        return rounded(squares, SQUARES_GRID).product(n, n, roles, n, n, n);
    }

    private static OneDnnChain rounded(OneDnnChain chain, float grid) {
        return chain.apply(dnnl.dnnl_eltwise_linear, 1, grid).apply(dnnl.dnnl_eltwise_linear, 1, -grid);
    }

    /** p ← p + (√(v·c₂) + ε)⁻¹·m·(−η·c₁). */
    private Optional<Primitive> move(int n, double epsilon) {
        int[] roles = {
            dnnl.DNNL_ARG_SRC_0,
            dnnl.DNNL_ARG_SRC_1,
            OneDnnChain.operandOf(3),
            OneDnnChain.operandOf(4),
            dnnl.DNNL_ARG_DST
        };
        return new OneDnnChain(library)
                .apply(dnnl.dnnl_eltwise_sqrt, 0, 0)
                .apply(dnnl.dnnl_eltwise_linear, 1, (float) epsilon)
                .apply(dnnl.dnnl_eltwise_pow, 1, -1)
                .combine(dnnl.dnnl_binary_mul, n)
                .combine(dnnl.dnnl_binary_mul, 1)
                .addPrevious(1)
                .product(n, 1, roles, n, 1, n, 1, n);
    }

    private record Average(int n, double beta) {}

    private record Squares(int n, double beta) {}

    private record Move(int n, double epsilon) {}
}
