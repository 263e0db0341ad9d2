package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.Convolution;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;

/** Convolutions and their adjoints, on plain row-major arrays [n, c, h, w] and [o, c, kh, kw]. */
final class OneDnnConvolution {
    private final OneDnn library;
    private final BlockPool pool;
    private final PrimitiveCache<ConvolutionPlan> cache = new PrimitiveCache<>();

    OneDnnConvolution(OneDnn library, BlockPool pool) {
        this.library = library;
        this.pool = pool;
    }

    /** y = x ∗ filters. */
    boolean forward(CpuArray x, CpuArray filters, Convolution geometry, CpuArray y) {
        Key key = new Key(Pass.FORWARD, x.shape(), filters.shape(), y.shape(), geometry);
        return run(key, x, filters, y);
    }

    /** The adjoint in x. */
    boolean inputBackward(CpuArray cotangent, CpuArray filters, Convolution geometry, CpuArray dx) {
        Key key = new Key(Pass.INPUT_BACKWARD, dx.shape(), filters.shape(), cotangent.shape(), geometry);
        return run(key, cotangent, filters, dx);
    }

    /** The adjoint in the filters. */
    boolean filterBackward(CpuArray x, CpuArray cotangent, Convolution geometry, CpuArray dFilters) {
        Key key = new Key(Pass.FILTER_BACKWARD, x.shape(), dFilters.shape(), cotangent.shape(), geometry);
        return run(key, x, cotangent, dFilters);
    }

    private boolean run(Key key, CpuArray a, CpuArray b, CpuArray y) {
        Optional<ConvolutionPlan> plan = cache.find(key, () -> make(key));
        plan.ifPresent(p -> p.run(pool, a.address(), b.address(), y.address()));
        return plan.isPresent();
    }

    void close() {
        cache.clear();
    }

    private Optional<ConvolutionPlan> make(Key key) {
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        dnnl_memory_desc x = any(key.x());
        dnnl_memory_desc filters = any(key.filters());
        dnnl_memory_desc y = any(key.y());
        try {
            if (forward(forward, key, x, filters, y) != dnnl.dnnl_success) {
                return Optional.empty();
            }
            try {
                return make(key, forward, x, filters, y);
            } finally {
                dnnl.dnnl_primitive_desc_destroy(forward);
            }
        } finally {
            dnnl.dnnl_memory_desc_destroy(x);
            dnnl.dnnl_memory_desc_destroy(filters);
            dnnl.dnnl_memory_desc_destroy(y);
        }
    }

    private Optional<ConvolutionPlan> make(
            Key key, dnnl_primitive_desc forward, dnnl_memory_desc x, dnnl_memory_desc filters, dnnl_memory_desc y) {
        if (key.pass() == Pass.FORWARD) {
            int[] queries = {dnnl.dnnl_query_src_md, dnnl.dnnl_query_weights_md, dnnl.dnnl_query_dst_md};
            int[] roles = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST};
            return plan(forward, queries, roles, key.x(), key.filters(), key.y());
        }
        dnnl_primitive_desc backward = new dnnl_primitive_desc();
        boolean ofInput = key.pass() == Pass.INPUT_BACKWARD;
        int status = ofInput
                ? inputBackward(backward, forward, key, x, filters, y)
                : filterBackward(backward, forward, key, x, filters, y);
        if (status != dnnl.dnnl_success) {
            return Optional.empty();
        }
        try {
            if (ofInput) {
                int[] queries = {dnnl.dnnl_query_diff_dst_md, dnnl.dnnl_query_weights_md, dnnl.dnnl_query_diff_src_md};
                int[] roles = {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DIFF_SRC};
                return plan(backward, queries, roles, key.y(), key.filters(), key.x());
            }
            int[] queries = {dnnl.dnnl_query_src_md, dnnl.dnnl_query_diff_dst_md, dnnl.dnnl_query_diff_weights_md};
            int[] roles = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_WEIGHTS};
            return plan(backward, queries, roles, key.x(), key.y(), key.filters());
        } finally {
            dnnl.dnnl_primitive_desc_destroy(backward);
        }
    }

    private Optional<ConvolutionPlan> plan(
            dnnl_primitive_desc description, int[] queries, int[] roles, Shape a, Shape b, Shape result) {
        dnnl_memory_desc[] plain = {dense(a), dense(b), dense(result)};
        try {
            return ConvolutionPlan.of(library, description, queries, roles, plain);
        } finally {
            for (dnnl_memory_desc layout : plain) {
                dnnl.dnnl_memory_desc_destroy(layout);
            }
        }
    }

    private int forward(
            dnnl_primitive_desc result, Key key, dnnl_memory_desc x, dnnl_memory_desc filters, dnnl_memory_desc y) {
        int kind = key.pass() == Pass.FORWARD ? dnnl.dnnl_forward_inference : dnnl.dnnl_forward_training;
        Convolution g = key.geometry();
        return dnnl.dnnl_convolution_forward_primitive_desc_create(
                result,
                library.engine(),
                kind,
                dnnl.dnnl_convolution_direct,
                x,
                filters,
                noBias(),
                y,
                strides(g),
                gaps(g),
                before(g),
                after(key),
                null);
    }

    private int inputBackward(
            dnnl_primitive_desc result,
            dnnl_primitive_desc hint,
            Key key,
            dnnl_memory_desc x,
            dnnl_memory_desc filters,
            dnnl_memory_desc y) {
        Convolution g = key.geometry();
        return dnnl.dnnl_convolution_backward_data_primitive_desc_create(
                result,
                library.engine(),
                dnnl.dnnl_convolution_direct,
                x,
                filters,
                y,
                strides(g),
                gaps(g),
                before(g),
                after(key),
                hint,
                null);
    }

    private int filterBackward(
            dnnl_primitive_desc result,
            dnnl_primitive_desc hint,
            Key key,
            dnnl_memory_desc x,
            dnnl_memory_desc filters,
            dnnl_memory_desc y) {
        Convolution g = key.geometry();
        return dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
                result,
                library.engine(),
                dnnl.dnnl_convolution_direct,
                x,
                filters,
                noBias(),
                y,
                strides(g),
                gaps(g),
                before(g),
                after(key),
                hint,
                null);
    }

    private static @Nullable dnnl_memory_desc noBias() {
        return null;
    }

    private static long[] strides(Convolution g) {
        return new long[] {g.strideHeight(), g.strideWidth()};
    }

    /** oneDNN counts the taps left out between two: dilation 1 is 0. */
    private static long[] gaps(Convolution g) {
        return new long[] {g.dilationHeight() - 1, g.dilationWidth() - 1};
    }

    private static long[] before(Convolution g) {
        return new long[] {g.top(), g.left()};
    }

    /** oneDNN wants the far padding that the windows touch exactly; what a stride leaves over counts as negative padding. */
    private static long[] after(Key key) {
        Convolution g = key.geometry();
        long[] result = new long[2];
        for (int axis = 0; axis < 2; axis++) {
            long stride = axis == 0 ? g.strideHeight() : g.strideWidth();
            long dilation = axis == 0 ? g.dilationHeight() : g.dilationWidth();
            long near = axis == 0 ? g.top() : g.left();
            long span = dilation * (key.filters().at(2 + axis) - 1) + 1;
            result[axis] = (key.y().at(2 + axis) - 1) * stride + span - key.x().at(2 + axis) - near;
        }
        return result;
    }

    private static dnnl_memory_desc any(Shape shape) {
        return OneDnn.anyLayout(shape.at(0), shape.at(1), shape.at(2), shape.at(3));
    }

    private static dnnl_memory_desc dense(Shape shape) {
        return OneDnn.dense(shape.at(0), shape.at(1), shape.at(2), shape.at(3));
    }

    private enum Pass {
        FORWARD,
        INPUT_BACKWARD,
        FILTER_BACKWARD
    }

    private record Key(Pass pass, Shape x, Shape filters, Shape y, Convolution geometry) {}
}
