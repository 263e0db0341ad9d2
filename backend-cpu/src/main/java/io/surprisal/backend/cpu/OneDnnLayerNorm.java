package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Layer normalisation of rows, and its derivatives. Those need the rows' means and variances, which are computed again: half the time
 * of the derivatives themselves, and nothing has to be kept since the forward pass.
 */
final class OneDnnLayerNorm {
    private static final int FLAGS = dnnl.dnnl_use_scale | dnnl.dnnl_use_shift;

    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache;
    private final BlockPool pool;

    OneDnnLayerNorm(OneDnn library, PrimitiveCache<Primitive> cache, BlockPool pool) {
        this.library = library;
        this.cache = cache;
        this.pool = pool;
    }

    /** y = scale·(x − mean)/√(variance + ε) + shift. */
    boolean forward(CpuArray x, CpuArray scale, CpuArray shift, float epsilon, CpuArray y) {
        Key key = Key.of(false, x, epsilon);
        Optional<Primitive> primitive = cache.find(key, () -> makeForward(key));
        primitive.ifPresent(p -> {
            Block mean = pool.take(key.rows() * Float.BYTES);
            Block variance = pool.take(key.rows() * Float.BYTES);
            p.run(x.address(), scale.address(), shift.address(), y.address(), address(mean), address(variance));
            pool.give(variance);
            pool.give(mean);
        });
        return primitive.isPresent();
    }

    /** The derivatives times a cotangent; writes the last three. */
    boolean backward(
            CpuArray x,
            CpuArray scale,
            CpuArray cotangent,
            float epsilon,
            CpuArray inX,
            CpuArray inScale,
            CpuArray inShift) {
        Key again = Key.of(false, x, epsilon);
        Key key = Key.of(true, x, epsilon);
        Optional<Primitive> statistics = cache.find(again, () -> makeForward(again));
        Optional<Primitive> gradient = cache.find(key, () -> makeGradient(key));
        if (statistics.isEmpty() || gradient.isEmpty()) {
            return false;
        }
        Block mean = pool.take(key.rows() * Float.BYTES);
        Block variance = pool.take(key.rows() * Float.BYTES);
        // The normalised rows themselves go where the derivative will overwrite them.
        statistics
                .get()
                .run(x.address(), scale.address(), scale.address(), inX.address(), address(mean), address(variance));
        gradient.get()
                .run(
                        x.address(),
                        cotangent.address(),
                        scale.address(),
                        address(mean),
                        address(variance),
                        inX.address(),
                        inScale.address(),
                        inShift.address());
        pool.give(variance);
        pool.give(mean);
        return true;
    }

    private Optional<Primitive> makeForward(Key key) {
        dnnl_memory_desc whole = OneDnn.dense(key.rows(), key.length());
        dnnl_memory_desc row = OneDnn.dense(key.length());
        dnnl_memory_desc statistics = OneDnn.dense(key.rows());
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        int status = describe(description, key, whole, statistics);
        int[] roles = {
            dnnl.DNNL_ARG_SRC,
            dnnl.DNNL_ARG_SCALE,
            dnnl.DNNL_ARG_SHIFT,
            dnnl.DNNL_ARG_DST,
            dnnl.DNNL_ARG_MEAN,
            dnnl.DNNL_ARG_VARIANCE
        };
        return Primitive.unlessReference(
                library, status, description, roles, whole, row, row, whole, statistics, statistics);
    }

    private Optional<Primitive> makeGradient(Key key) {
        dnnl_memory_desc whole = OneDnn.dense(key.rows(), key.length());
        dnnl_memory_desc row = OneDnn.dense(key.length());
        dnnl_memory_desc statistics = OneDnn.dense(key.rows());
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        OneDnn.check("layer normalisation", describe(forward, key, whole, statistics));
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        int status = dnnl.dnnl_layer_normalization_backward_primitive_desc_create(
                description,
                library.engine(),
                dnnl.dnnl_backward,
                whole,
                whole,
                whole,
                statistics,
                key.epsilon(),
                FLAGS,
                forward,
                null);
        dnnl.dnnl_primitive_desc_destroy(forward);
        int[] roles = {
            dnnl.DNNL_ARG_SRC,
            dnnl.DNNL_ARG_DIFF_DST,
            dnnl.DNNL_ARG_SCALE,
            dnnl.DNNL_ARG_MEAN,
            dnnl.DNNL_ARG_VARIANCE,
            dnnl.DNNL_ARG_DIFF_SRC,
            dnnl.DNNL_ARG_DIFF_SCALE,
            dnnl.DNNL_ARG_DIFF_SHIFT
        };
        return Primitive.unlessReference(
                library, status, description, roles, whole, whole, row, statistics, statistics, whole, row, row);
    }

    private int describe(dnnl_primitive_desc result, Key key, dnnl_memory_desc whole, dnnl_memory_desc statistics) {
        return dnnl.dnnl_layer_normalization_forward_primitive_desc_create(
                result,
                library.engine(),
                dnnl.dnnl_forward_training,
                whole,
                whole,
                statistics,
                key.epsilon(),
                FLAGS,
                null);
    }

    private static long address(Block block) {
        return block.memory().address();
    }

    private record Key(boolean gradient, long rows, int length, float epsilon) {
        static Key of(boolean gradient, CpuArray x, float epsilon) {
            int length = x.shape().dim(-1);
            return new Key(gradient, x.size() / length, length, epsilon);
        }
    }
}
