package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** Copies between layouts of one array. */
final class OneDnnReorder {
    private OneDnnReorder() {}

    /** The primitive, from an address to an address; the layouts stay the caller's. Empty where nothing needs copying. */
    static Optional<Primitive> between(OneDnn library, dnnl_memory_desc from, dnnl_memory_desc to) {
        if (dnnl.dnnl_memory_desc_equal(from, to) != 0) {
            return Optional.empty();
        }
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(
                "reorder",
                dnnl.dnnl_reorder_primitive_desc_create(
                        description, from, library.engine(), to, library.engine(), null));
        int[] roles = {dnnl.DNNL_ARG_FROM, dnnl.DNNL_ARG_TO};
        try {
            return Optional.of(Primitive.of(library, description, roles, from, to));
        } finally {
            dnnl.dnnl_primitive_desc_destroy(description);
        }
    }
}
