package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** Products with a matrix that is copied once into the layout that oneDNN likes best, and then used many times. */
final class PackedProduct implements Cached {
    private final Primitive product;
    private final Optional<Primitive> packing;
    private final long bytes;

    private PackedProduct(Primitive product, Optional<Primitive> packing, long bytes) {
        this.product = product;
        this.packing = packing;
        this.bytes = bytes;
    }

    /**
     * The products of a description that leaves the layout of its weights open; empty where oneDNN has reference code only. It frees the
     * description and the layouts.
     *
     * @param status what the creation of the description returned
     * @param roles of the arguments; the weights are the second
     * @param layouts of the arguments, that of the weights as they are stored
     */
    static Optional<PackedProduct> of(
            OneDnn library, int status, dnnl_primitive_desc description, int[] roles, dnnl_memory_desc... layouts) {
        dnnl_memory_desc stored = layouts[1];
        try {
            if (status != dnnl.dnnl_success || Primitive.isReference(description)) {
                return Optional.empty();
            }
            // The description owns this one.
            dnnl_memory_desc chosen = dnnl.dnnl_primitive_desc_query_md(description, dnnl.dnnl_query_weights_md, 0);
            layouts[1] = chosen;
            Primitive product = Primitive.of(library, description, roles, layouts);
            Optional<Primitive> packing = OneDnnReorder.between(library, stored, chosen);
            long bytes = packing.isEmpty() ? 0 : dnnl.dnnl_memory_desc_get_size(chosen);
            return Optional.of(new PackedProduct(product, packing, bytes));
        } finally {
            layouts[1] = stored;
            if (status == dnnl.dnnl_success) {
                dnnl.dnnl_primitive_desc_destroy(description);
            }
            for (dnnl_memory_desc layout : layouts) {
                dnnl.dnnl_memory_desc_destroy(layout);
            }
        }
    }

    /** How much memory the packed matrix takes; 0 where it is used as it is stored. */
    long bytes() {
        return bytes;
    }

    /** Packs the matrix; the result is the address to use in products. */
    long pack(long matrix, Block into) {
        if (packing.isEmpty()) {
            return matrix;
        }
        packing.get().run(matrix, into.memory().address());
        return into.memory().address();
    }

    Primitive product() {
        return product;
    }

    @Override
    public void close() {
        product.close();
        packing.ifPresent(Primitive::close);
    }
}
