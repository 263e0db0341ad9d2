package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Arithmetic of two large arrays, where oneDNN's threads and streaming beat Java loops. Correctly rounded like those, so sizes do not
 * show in results. max and min are left to Java, because oneDNN drops NaN.
 */
final class OneDnnBinary {
    /** Below it the Java loop is as fast. */
    private static final int LEAST_SIZE = 8192;

    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache;

    OneDnnBinary(OneDnn library, PrimitiveCache<Primitive> cache) {
        this.library = library;
        this.cache = cache;
    }

    boolean apply(BinaryOp op, CpuArray a, CpuArray b, CpuArray y) {
        if (y.size() < LEAST_SIZE) {
            return false;
        }
        return switch (op) {
            case PLUS -> commutative(dnnl.dnnl_binary_add, a, b, y);
            case TIMES -> commutative(dnnl.dnnl_binary_mul, a, b, y);
            case MINUS -> run(dnnl.dnnl_binary_sub, a, b, y);
            case DIV -> run(dnnl.dnnl_binary_div, a, b, y);
            case REMAINDER,
                    POW,
                    ATAN2,
                    MAX,
                    MIN,
                    EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_EQUAL,
                    GREATER,
                    GREATER_EQUAL,
                    AND,
                    OR,
                    XOR -> false;
        };
    }

    /** oneDNN broadcasts its second argument fast, its first by reference code. */
    private boolean commutative(int algorithm, CpuArray a, CpuArray b, CpuArray y) {
        return a.size() < b.size() ? run(algorithm, b, a, y) : run(algorithm, a, b, y);
    }

    private boolean run(int algorithm, CpuArray a, CpuArray b, CpuArray y) {
        if (a.size() != y.size()) {
            return false;
        }
        Shape left = y.shape();
        Shape right = b.shape();
        Optional<Primitive> primitive = cache.find(new Key(algorithm, left, right), () -> make(algorithm, left, right));
        if (primitive.isEmpty()) {
            return false;
        }
        primitive.get().run(a.address(), b.address(), y.address());
        return true;
    }

    private Optional<Primitive> make(int algorithm, Shape left, Shape right) {
        long[] dims = dims(left, left.rank());
        long[] other = dims(right, left.rank());
        if (left.size() == right.size()) {
            dims = new long[] {left.size()};
            other = dims;
        }
        if (dims.length > dnnl.DNNL_MAX_NDIMS) {
            return Optional.empty();
        }
        dnnl_memory_desc first = OneDnn.dense(dims);
        dnnl_memory_desc second = OneDnn.dense(other);
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        int status = dnnl.dnnl_binary_primitive_desc_create(
                description, library.engine(), algorithm, first, second, first, null);
        int[] roles = {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};
        return Primitive.unlessReference(library, status, description, roles, first, second, first);
    }

    /** With axes of length 1 in front. */
    private static long[] dims(Shape shape, int rank) {
        long[] dims = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            int own = axis - (rank - shape.rank());
            dims[axis] = own < 0 ? 1 : shape.at(own);
        }
        return dims;
    }

    private record Key(int algorithm, Shape left, Shape right) {}
}
