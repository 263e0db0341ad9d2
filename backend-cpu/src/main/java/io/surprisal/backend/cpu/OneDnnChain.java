package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Several elementwise steps in one pass: a product of two arrays, of which the second may be a single number, with steps after it.
 * oneDNN generates code for such a chain on a binary primitive; on an elementwise one it runs reference code.
 */
final class OneDnnChain {
    private final OneDnn library;
    private final dnnl_post_ops steps = new dnnl_post_ops();

    OneDnnChain(OneDnn library) {
        this.library = library;
        OneDnn.check("chain", dnnl.dnnl_post_ops_create(steps));
    }

    /** v ← algorithm(v; alpha, beta). */
    OneDnnChain apply(int algorithm, float alpha, float beta) {
        OneDnn.check("step", dnnl.dnnl_post_ops_append_eltwise(steps, algorithm, alpha, beta));
        return this;
    }

    /** v ← algorithm(v, operand), with {@code length} numbers or one. */
    OneDnnChain combine(int algorithm, int length) {
        dnnl_memory_desc operand = OneDnn.dense(length);
        OneDnn.check("step", dnnl.dnnl_post_ops_append_binary(steps, algorithm, operand));
        dnnl.dnnl_memory_desc_destroy(operand);
        return this;
    }

    /** v ← v + scale·(what the result held before). */
    OneDnnChain addPrevious(float scale) {
        OneDnn.check("step", dnnl.dnnl_post_ops_append_sum(steps, scale, 0, dnnl.dnnl_data_type_undef));
        return this;
    }

    /** The role of the operand of step {@code index}. */
    static int operandOf(int index) {
        return dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (index + 1) | dnnl.DNNL_ARG_SRC_1;
    }

    /**
     * The primitive for arrays of {@code size} elements; frees the chain.
     *
     * @param second the length of the second factor, {@code size} or 1
     * @param roles of all arguments: the two factors, the operands of steps, the result
     * @param lengths of all arguments
     */
    Optional<Primitive> product(int size, int second, int[] roles, int... lengths) {
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        OneDnn.check("chain", dnnl.dnnl_primitive_attr_create(attributes));
        OneDnn.check("chain", dnnl.dnnl_primitive_attr_set_post_ops(attributes, steps));
        dnnl_memory_desc[] layouts = new dnnl_memory_desc[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            layouts[i] = OneDnn.dense(lengths[i]);
        }
        dnnl_memory_desc whole = OneDnn.dense(size);
        dnnl_memory_desc factor = OneDnn.dense(second);
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        int status = dnnl.dnnl_binary_primitive_desc_create(
                description, library.engine(), dnnl.dnnl_binary_mul, whole, factor, whole, attributes);
        dnnl.dnnl_memory_desc_destroy(whole);
        dnnl.dnnl_memory_desc_destroy(factor);
        dnnl.dnnl_primitive_attr_destroy(attributes);
        dnnl.dnnl_post_ops_destroy(steps);
        return Primitive.unlessReference(library, status, description, roles, layouts);
    }
}
