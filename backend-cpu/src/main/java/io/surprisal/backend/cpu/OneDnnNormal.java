package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;

/** Normal log-densities of one mean and scale in one pass. */
final class OneDnnNormal {
    private static final int LEAST_SIZE = 8192;

    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache;
    private final OneDnnScalars scalars;

    OneDnnNormal(OneDnn library, PrimitiveCache<Primitive> cache, OneDnnScalars scalars) {
        this.library = library;
        this.cache = cache;
        this.scalars = scalars;
    }

    /** y = −½((x − mean)·inverseScale)² − constant. */
    boolean logProb(CpuArray x, float mean, float inverseScale, float constant, CpuArray y) {
        int size = x.size();
        Optional<Primitive> primitive =
                size < LEAST_SIZE ? Optional.empty() : cache.find(new Key(size), () -> make(size));
        primitive.ifPresent(p -> p.run(
                x.address(),
                scalars.one(),
                scalars.first(mean),
                scalars.second(inverseScale),
                scalars.third(constant),
                y.address()));
        return primitive.isPresent();
    }

    private Optional<Primitive> make(int size) {
        int[] roles = {
            dnnl.DNNL_ARG_SRC_0,
            dnnl.DNNL_ARG_SRC_1,
            OneDnnChain.operandOf(0),
            OneDnnChain.operandOf(1),
            OneDnnChain.operandOf(4),
            dnnl.DNNL_ARG_DST
        };
        return new OneDnnChain(library)
                .combine(dnnl.dnnl_binary_sub, 1)
                .combine(dnnl.dnnl_binary_mul, 1)
                .apply(dnnl.dnnl_eltwise_square, 0, 0)
                .apply(dnnl.dnnl_eltwise_linear, -0.5f, 0)
                .combine(dnnl.dnnl_binary_sub, 1)
                .product(size, 1, roles, size, 1, 1, 1, 1, size);
    }

    private record Key(int size) {}
}
