package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;

/** Batched matrix products, with a bias row if there is one. Transposed operands are read through their strides. */
final class OneDnnMatmul {
    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache;
    private final OneDnnSgemm sgemm = new OneDnnSgemm();

    OneDnnMatmul(OneDnn library, PrimitiveCache<Primitive> cache) {
        this.library = library;
        this.cache = cache;
    }

    /** y = a·b, leading axes broadcasting. */
    boolean multiply(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, CpuArray y) {
        if (sgemm.multiply(a, b, transposeA, transposeB, y)) {
            return true;
        }
        Key key = new Key(a.shape(), b.shape(), transposeA, transposeB, false);
        Optional<Primitive> primitive = cache.find(key, () -> make(key, y.shape()));
        if (primitive.isEmpty()) {
            return false;
        }
        primitive.get().run(a.address(), b.address(), y.address());
        return true;
    }

    /** y = x·w + b for matrices x and w, and b a row. */
    boolean affine(CpuArray x, CpuArray w, CpuArray b, CpuArray y) {
        Key key = new Key(x.shape(), w.shape(), false, false, true);
        Optional<Primitive> primitive = cache.find(key, () -> make(key, y.shape()));
        if (primitive.isEmpty()) {
            return false;
        }
        primitive.get().run(x.address(), w.address(), b.address(), y.address());
        return true;
    }

    private Optional<Primitive> make(Key key, Shape out) {
        Shape a = key.a();
        int rank = out.rank();
        int n = out.at(rank - 1);
        int k = a.at(a.rank() - (key.transposeA() ? 2 : 1));
        boolean oneMatrix = !key.transposeA() && key.b().size() == (long) k * n;
        if (oneMatrix) {
            // Rows of all batches together make one larger product.
            long m = out.size() / n;
            return make(
                    OneDnn.dense(m, k),
                    matrix(new long[] {k, n}, key.transposeB()),
                    key.bias() ? OneDnn.dense(1, n) : null,
                    OneDnn.dense(m, n));
        }
        if (rank > dnnl.DNNL_MAX_NDIMS) {
            return Optional.empty();
        }
        return make(
                matrix(aligned(a, rank, key.transposeA()), key.transposeA()),
                matrix(aligned(key.b(), rank, key.transposeB()), key.transposeB()),
                null,
                OneDnn.dense(aligned(out, rank, false)));
    }

    private Optional<Primitive> make(
            dnnl_memory_desc left, dnnl_memory_desc right, @Nullable dnnl_memory_desc bias, dnnl_memory_desc out) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        int status =
                dnnl.dnnl_matmul_primitive_desc_create(description, library.engine(), left, right, bias, out, null);
        if (bias == null) {
            int[] roles = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST};
            return Primitive.unlessReference(library, status, description, roles, left, right, out);
        }
        int[] roles = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_BIAS, dnnl.DNNL_ARG_DST};
        return Primitive.unlessReference(library, status, description, roles, left, right, bias, out);
    }

    /** The lengths as the product sees them, with axes of length 1 in front. */
    private static long[] aligned(Shape shape, int rank, boolean transposed) {
        long[] dims = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            int own = axis - (rank - shape.rank());
            dims[axis] = own < 0 ? 1 : shape.at(own);
        }
        if (transposed) {
            long rows = dims[rank - 1];
            dims[rank - 1] = dims[rank - 2];
            dims[rank - 2] = rows;
        }
        return dims;
    }

    /** Memory of matrices with these lengths, stored transposed or not. */
    private static dnnl_memory_desc matrix(long[] dims, boolean transposed) {
        long[] strides = OneDnn.rowMajor(dims);
        if (transposed) {
            int rank = dims.length;
            strides[rank - 2] = 1;
            strides[rank - 1] = dims[rank - 2];
        }
        return OneDnn.strided(dims, strides);
    }

    private record Key(Shape a, Shape b, boolean transposeA, boolean transposeB, boolean bias) {}
}
