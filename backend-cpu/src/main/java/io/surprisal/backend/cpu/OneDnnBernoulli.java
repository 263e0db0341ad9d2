package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;

/** The passes of a Bernoulli log-density in its logits that oneDNN does in one go. */
final class OneDnnBernoulli {
    private static final int LEAST_SIZE = 1024;

    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache;
    private final OneDnnScalars scalars;

    OneDnnBernoulli(OneDnn library, PrimitiveCache<Primitive> cache, OneDnnScalars scalars) {
        this.library = library;
        this.cache = cache;
        this.scalars = scalars;
    }

    /** y = e^(−|x|); what is below 2·10⁻³⁸ becomes 0, and NaN becomes ∞. */
    boolean expOfNegativeMagnitude(CpuArray x, CpuArray y) {
        int size = x.size();
        Optional<Primitive> primitive =
                size < LEAST_SIZE ? Optional.empty() : cache.find(new Key(false, size), () -> makeExponential(size));
        primitive.ifPresent(p -> p.run(x.address(), scalars.one(), y.address()));
        return primitive.isPresent();
    }

    private Optional<Primitive> makeExponential(int size) {
        int[] roles = {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};
        return new OneDnnChain(library)
                .apply(dnnl.dnnl_eltwise_abs, 0, 0)
                .apply(dnnl.dnnl_eltwise_linear, -1, 0)
                .apply(dnnl.dnnl_eltwise_exp, 0, 0)
                .product(size, 1, roles, size, 1, size);
    }

    /** y = scale·(x − σ(logits)). */
    boolean gradient(CpuArray logits, CpuArray x, float scale, CpuArray y) {
        int size = logits.size();
        Optional<Primitive> primitive =
                size < LEAST_SIZE ? Optional.empty() : cache.find(new Key(true, size), () -> makeGradient(size));
        primitive.ifPresent(
                p -> p.run(logits.address(), scalars.one(), x.address(), scalars.first(-scale), y.address()));
        return primitive.isPresent();
    }

    private Optional<Primitive> makeGradient(int size) {
        int[] roles = {
            dnnl.DNNL_ARG_SRC_0,
            dnnl.DNNL_ARG_SRC_1,
            OneDnnChain.operandOf(1),
            OneDnnChain.operandOf(2),
            dnnl.DNNL_ARG_DST
        };
        return new OneDnnChain(library)
                .apply(dnnl.dnnl_eltwise_logistic, 0, 0)
                .combine(dnnl.dnnl_binary_sub, size)
                .combine(dnnl.dnnl_binary_mul, 1)
                .product(size, 1, roles, size, 1, size, 1, size);
    }

    private record Key(boolean gradient, int size) {}
}
