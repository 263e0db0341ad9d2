package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** The matrix products of recurrences, with what is done to their results in the same pass. */
final class OneDnnProduct {
    private static final int[] THREE = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST};

    private final OneDnn library;
    private final PrimitiveCache<Primitive> plain;
    private final PrimitiveCache<PackedProduct> packed = new PrimitiveCache<>();

    OneDnnProduct(OneDnn library, PrimitiveCache<Primitive> plain) {
        this.library = library;
        this.plain = plain;
    }

    /**
     * y = f(a·b + c), for a [m, k], b [k, n], c and y [m, n], of which all but a have rows {@code stride} apart; called with a, b, c
     * and y.
     */
    Optional<PackedProduct> activated(int m, int k, int n, int stride, int algorithm) {
        return packed.find(new Activated(m, k, n, stride, algorithm), () -> {
            dnnl_post_ops steps = steps();
            dnnl_memory_desc operand = rows(m, n, stride);
            OneDnn.check("addition", dnnl.dnnl_post_ops_append_binary(steps, dnnl.dnnl_binary_add, operand));
            OneDnn.check("activation", dnnl.dnnl_post_ops_append_eltwise(steps, algorithm, 0, 0));
            int[] roles = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, OneDnnChain.operandOf(0), dnnl.DNNL_ARG_DST};
            dnnl_memory_desc any = OneDnn.anyLayout(k, n);
            return packed(steps, any, roles, OneDnn.dense(m, k), rows(k, n, stride), operand, rows(m, n, stride));
        });
    }

    /** y ← y + a·bᵀ, for a [m, k] and b [n, k]. */
    Optional<PackedProduct> byTransposePlusPrevious(int m, int k, int n) {
        return packed.find(
                new Key(m, k, n, true),
                () -> packed(
                        plusPrevious(),
                        OneDnn.anyLayout(k, n),
                        THREE,
                        OneDnn.dense(m, k),
                        transposed(k, n),
                        OneDnn.dense(m, n)));
    }

    /** y = aᵀ·b, for a [k, m] and b [k, n], or added to y. */
    Optional<Primitive> ofTranspose(int m, int k, int n, boolean plusPrevious) {
        return plain.find(new Key(m, k, n, plusPrevious), () -> {
            dnnl_memory_desc a = transposed(m, k);
            dnnl_memory_desc b = OneDnn.dense(k, n);
            dnnl_memory_desc y = OneDnn.dense(m, n);
            dnnl_primitive_desc description = new dnnl_primitive_desc();
            int status = describe(description, plusPrevious ? plusPrevious() : steps(), a, b, y);
            return Primitive.unlessReference(library, status, description, THREE, a, b, y);
        });
    }

    void close() {
        packed.clear();
    }

    private Optional<PackedProduct> packed(
            dnnl_post_ops steps, dnnl_memory_desc any, int[] roles, dnnl_memory_desc... layouts) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        int status = describe(description, steps, layouts[0], any, layouts[layouts.length - 1]);
        dnnl.dnnl_memory_desc_destroy(any);
        return PackedProduct.of(library, status, description, roles, layouts);
    }

    /** Frees the steps. */
    private int describe(
            dnnl_primitive_desc result,
            dnnl_post_ops steps,
            dnnl_memory_desc a,
            dnnl_memory_desc b,
            dnnl_memory_desc y) {
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        OneDnn.check("product", dnnl.dnnl_primitive_attr_create(attributes));
        OneDnn.check("product", dnnl.dnnl_primitive_attr_set_post_ops(attributes, steps));
        int status = dnnl.dnnl_matmul_primitive_desc_create(result, library.engine(), a, b, null, y, attributes);
        dnnl.dnnl_primitive_attr_destroy(attributes);
        dnnl.dnnl_post_ops_destroy(steps);
        return status;
    }

    private static dnnl_post_ops steps() {
        dnnl_post_ops result = new dnnl_post_ops();
        OneDnn.check("product", dnnl.dnnl_post_ops_create(result));
        return result;
    }

    private static dnnl_post_ops plusPrevious() {
        dnnl_post_ops result = steps();
        OneDnn.check("addition", dnnl.dnnl_post_ops_append_sum(result, 1, 0, dnnl.dnnl_data_type_undef));
        return result;
    }

    /** A matrix whose rows begin {@code stride} elements apart. */
    private static dnnl_memory_desc rows(long count, long length, long stride) {
        return OneDnn.strided(new long[] {count, length}, new long[] {stride, 1});
    }

    /** A matrix of these lengths whose transpose is stored. */
    private static dnnl_memory_desc transposed(long rows, long columns) {
        return OneDnn.strided(new long[] {rows, columns}, new long[] {1, rows});
    }

    private record Activated(int m, int k, int n, int stride, int algorithm) {}

    private record Key(int m, int k, int n, boolean plusPrevious) {}
}
