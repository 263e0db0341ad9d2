package io.surprisal.backend.nd4j;

import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Kernels that move elements. Each looks at one of its two arrays with other strides, and copies: a view of ND4J's, which lives no longer
 * than the call.
 */
final class Layout {
    private Layout() {}

    /** The array itself where it has this shape already. */
    static INDArray broadcast(Workbench bench, INDArray a, Shape out) {
        long[] lengths = Types.lengths(out);
        if (Arrays.equals(a.shape(), lengths)) {
            return a;
        }
        long[] strides = new long[lengths.length];
        int lead = lengths.length - a.rank();
        long stride = 1;
        for (int axis = a.rank() - 1; axis >= 0; axis--) {
            strides[lead + axis] = a.size(axis) == 1 ? 0 : stride;
            stride *= a.size(axis);
        }
        return copy(bench, a, out, strides, 0);
    }

    static INDArray transpose(Workbench bench, INDArray a, int[] permutation, Shape out) {
        long[] own = strides(a);
        long[] strides = new long[permutation.length];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = own[permutation[axis]];
        }
        return copy(bench, a, out, strides, 0);
    }

    static INDArray slice(Workbench bench, INDArray a, int[] starts, int[] steps, Shape out) {
        long[] strides = strides(a);
        long first = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            first += strides[axis] * starts[axis];
            strides[axis] *= steps[axis];
        }
        return copy(bench, a, out, strides, first);
    }

    static INDArray pad(Workbench bench, INDArray a, int[] low, int[] interior, double value, Shape out) {
        INDArray result = bench.full(a.dataType(), out, value);
        long[] strides = Types.strides(out);
        long first = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            first += strides[axis] * low[axis];
            strides[axis] *= interior[axis] + 1L;
        }
        view(result, a.shape(), strides, first).assign(a);
        return result;
    }

    static INDArray concat(Workbench bench, List<INDArray> arrays, int axis, Shape out) {
        INDArray result = bench.make(arrays.get(0).dataType(), out);
        long[] strides = Types.strides(out);
        long first = 0;
        for (INDArray array : arrays) {
            view(result, array.shape(), strides, first).assign(array);
            first += array.size(axis) * strides[axis];
        }
        return result;
    }

    static INDArray reverse(Workbench bench, INDArray a, int[] axes) {
        INDArray result = bench.makeLike(a);
        Nd4j.exec(DynamicCustomOp.builder("reverse")
                .addInputs(a)
                .addIntegerArguments(axes)
                .addOutputs(result)
                .build());
        return result;
    }

    /** The same memory with leading axes of length 1, which ND4J leaves out where one of two broadcast operands has one element. */
    static INDArray ranked(INDArray a, int rank) {
        int missing = rank - a.rank();
        if (missing <= 0) {
            return a;
        }
        int[] dims = new int[rank];
        Arrays.fill(dims, 0, missing, 1);
        for (int axis = missing; axis < rank; axis++) {
            dims[axis] = Math.toIntExact(a.size(axis - missing));
        }
        return reshaped(a, Shape.of(dims));
    }

    /** The same memory under another shape of equal size. */
    static INDArray reshaped(INDArray a, Shape out) {
        return view(a, Types.lengths(out), Types.strides(out), a.offset());
    }

    /** Rows {@code from} to {@code to} of a matrix. */
    static INDArray rows(INDArray matrix, int from, int to) {
        long columns = matrix.size(1);
        return view(matrix, new long[] {to - from, columns}, new long[] {columns, 1}, matrix.offset() + from * columns);
    }

    private static INDArray copy(Workbench bench, INDArray a, Shape out, long[] strides, long first) {
        INDArray result = bench.make(a.dataType(), out);
        result.assign(view(a, Types.lengths(out), strides, a.offset() + first));
        return result;
    }

    private static INDArray view(INDArray a, long[] lengths, long[] strides, long offset) {
        return Nd4j.create(a.data(), lengths, strides, offset, 'c', a.dataType());
    }

    private static long[] strides(INDArray a) {
        return Types.strides(Types.shape(a));
    }
}
