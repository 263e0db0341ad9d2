package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.UnaryOp;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * The functions of one argument that oneDNN computes faster than a Java loop and accurately enough, where NaN stays NaN.
 *
 * <p>Measured with 3.11: exp reaches 2.1 ulp at |x| = 8, 3.1 at 32, 3.8 at 50 and 5.2 at 86, a fraction of what the rounding of such an
 * argument does to the result; it flushes results below 2.4·10⁻³⁸ = 2⁻¹²⁵ to 0, and gives ∞ for NaN. So its results are looked at, and computed
 * again in Java where one is beyond e⁵⁰. logistic errs likewise and is used for arrays within ±32 alone. tanh stays below 1.3
 * everywhere. Refused: soft_relu (loses all digits of the left tail), log (wrong near 1), relu (0 for NaN).
 */
final class OneDnnUnary {
    /** Below it the Java loop is as fast. */
    private static final int LEAST_SIZE = 4096;

    /** e⁵⁰, which the exponential of a larger argument, and ∞ for NaN, exceeds. */
    private static final float MOST_EXPONENTIAL = 5.184705e21f;
    /** The bits of 32f: larger as an integer is larger in magnitude, infinite or NaN. */
    private static final int MOST_BITS = 0x42000000;

    private static final int MAGNITUDE = 0x7fffffff;

    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache;
    private final OneDnnBounds bounds;
    private final Scratch scratch;

    OneDnnUnary(OneDnn library, PrimitiveCache<Primitive> cache, OneDnnBounds bounds, Scratch scratch) {
        this.library = library;
        this.cache = cache;
        this.bounds = bounds;
        this.scratch = scratch;
    }

    boolean apply(UnaryOp op, CpuArray x, CpuArray y) {
        if (x.size() < LEAST_SIZE) {
            return false;
        }
        return switch (op) {
            case EXP -> exp(x, y);
            case SIGMOID -> isModerate(x) && run(dnnl.dnnl_eltwise_logistic, x, y);
            case TANH -> run(dnnl.dnnl_eltwise_tanh, x, y);
            case NEG,
                    ABS,
                    SIGN,
                    FLOOR,
                    CEIL,
                    ROUND,
                    EXPM1,
                    LOG,
                    LOG1P,
                    SQRT,
                    SQUARE,
                    RECIPROCAL,
                    SIN,
                    COS,
                    TAN,
                    ASIN,
                    ACOS,
                    ATAN,
                    SINH,
                    COSH,
                    ASINH,
                    ACOSH,
                    ATANH,
                    SOFTPLUS,
                    RELU,
                    IS_NAN,
                    IS_FINITE,
                    NOT -> false;
        };
    }

    /** What fails the look is computed again, from an argument that must not have been overwritten. */
    private boolean exp(CpuArray x, CpuArray y) {
        return bounds.covers(x)
                && x.address() != y.address()
                && run(dnnl.dnnl_eltwise_exp, x, y)
                && bounds.isAtMost(y, MOST_EXPONENTIAL);
    }

    private boolean run(int algorithm, CpuArray x, CpuArray y) {
        Optional<Primitive> primitive = find(algorithm, x.size());
        primitive.ifPresent(p -> p.run(x.address(), y.address()));
        return primitive.isPresent();
    }

    /** An elementwise function of so many elements, from an address to an address. */
    Optional<Primitive> find(int algorithm, int size) {
        return cache.find(new Key(algorithm, size), () -> make(algorithm, size));
    }

    private Optional<Primitive> make(int algorithm, int size) {
        dnnl_memory_desc layout = OneDnn.dense(size);
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        int status = dnnl.dnnl_eltwise_forward_primitive_desc_create(
                description, library.engine(), dnnl.dnnl_forward_inference, algorithm, layout, layout, 0, 0, null);
        int[] roles = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST};
        return Primitive.unlessReference(library, status, description, roles, layout, layout);
    }

    /** Whether every |x| is at most 32: the sign of 32 − |x| by their bits, gathered in lanes, which vectorises. */
    private boolean isModerate(CpuArray x) {
        int[] bits = scratch.intsA;
        int[] signs = scratch.intsB;
        int size = x.size();
        int width = Math.min(size, Scratch.BLOCK);
        Arrays.fill(signs, 0, width, 0);
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            x.memory().get(done, bits, 0, n);
            gatherSigns(bits, signs, n);
        }
        int any = 0;
        for (int i = 0; i < width; i++) {
            any |= signs[i];
        }
        return any >= 0;
    }

    private static void gatherSigns(int[] bits, int[] signs, int n) {
        for (int i = 0; i < n; i++) {
            signs[i] |= MOST_BITS - (bits[i] & MAGNITUDE);
        }
    }

    private record Key(int algorithm, int size) {}
}
