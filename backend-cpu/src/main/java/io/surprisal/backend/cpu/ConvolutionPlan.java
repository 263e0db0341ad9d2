package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A convolution (or an adjoint) in the layouts that oneDNN chose for it, with the copies from and to row-major arrays: its fast code
 * wants channels in blocks, and the copies cost little beside it.
 */
final class ConvolutionPlan implements Cached {
    private final Primitive primitive;
    private final Optional<Primitive> first;
    private final Optional<Primitive> second;
    private final Optional<Primitive> result;
    private final long firstBytes;
    private final long secondBytes;
    private final long resultBytes;

    private ConvolutionPlan(Primitive primitive, OneDnn library, dnnl_memory_desc[] plain, dnnl_memory_desc[] chosen) {
        this.primitive = primitive;
        first = OneDnnReorder.between(library, plain[0], chosen[0]);
        second = OneDnnReorder.between(library, plain[1], chosen[1]);
        result = OneDnnReorder.between(library, chosen[2], plain[2]);
        firstBytes = first.isEmpty() ? 0 : dnnl.dnnl_memory_desc_get_size(chosen[0]);
        secondBytes = second.isEmpty() ? 0 : dnnl.dnnl_memory_desc_get_size(chosen[1]);
        resultBytes = result.isEmpty() ? 0 : dnnl.dnnl_memory_desc_get_size(chosen[2]);
    }

    /**
     * The plan for a description whose layouts oneDNN was free to choose; empty where it has reference code only.
     *
     * @param queries which layouts the description is asked for: of the two arguments and the result
     * @param roles of the same three
     * @param plain their row-major layouts
     */
    static Optional<ConvolutionPlan> of(
            OneDnn library, dnnl_primitive_desc description, int[] queries, int[] roles, dnnl_memory_desc... plain) {
        if (Primitive.isReference(description)) {
            return Optional.empty();
        }
        dnnl_memory_desc[] chosen = new dnnl_memory_desc[queries.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = dnnl.dnnl_primitive_desc_query_md(description, queries[i], 0);
        }
        Primitive primitive = Primitive.of(library, description, roles, chosen);
        return Optional.of(new ConvolutionPlan(primitive, library, plain, chosen));
    }

    /** Runs it on row-major arrays; what it needs between comes from the pool. */
    void run(BlockPool pool, long a, long b, long y) {
        Block forFirst = pool.take(firstBytes);
        Block forSecond = pool.take(secondBytes);
        Block forResult = pool.take(resultBytes);
        long x = copied(first, a, forFirst);
        long z = copied(second, b, forSecond);
        if (result.isPresent()) {
            long between = forResult.memory().address();
            primitive.run(x, z, between);
            result.get().run(between, y);
        } else {
            primitive.run(x, z, y);
        }
        pool.give(forFirst);
        pool.give(forSecond);
        pool.give(forResult);
    }

    private static long copied(Optional<Primitive> reorder, long from, Block to) {
        if (reorder.isEmpty()) {
            return from;
        }
        reorder.get().run(from, to.memory().address());
        return to.memory().address();
    }

    @Override
    public void close() {
        primitive.close();
        first.ifPresent(Primitive::close);
        second.ifPresent(Primitive::close);
        result.ifPresent(Primitive::close);
    }
}
