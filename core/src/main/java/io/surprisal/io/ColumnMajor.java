package io.surprisal.io;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;

/** Puts elements of which the first axis varies fastest into row-major order. */
final class ColumnMajor {
    private ColumnMajor() {}

    /**
     * The same array in row-major order; {@code columns} has the right shape and the file's order.
     *
     * @throws FormatException if the heap has no room for a second array
     */
    static HostArray toRows(HostArray columns, String where) throws FormatException {
        Shape shape = columns.shape();
        if (shape.rank() < 2 || shape.isEmpty()) {
            return columns;
        }
        HostArray rows = Elements.memory(shape, columns.dtype(), where);
        Object from = elements(columns);
        Object to = elements(rows);
        int[] dims = shape.dims();
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            strides[axis] = stride;
            stride *= dims[axis];
        }
        int[] index = new int[dims.length];
        int source = 0;
        for (int target = 0; target < shape.size(); target++) {
            System.arraycopy(from, source, to, target, 1);
            int axis = dims.length - 1;
            while (axis >= 0 && ++index[axis] == dims[axis]) {
                source -= strides[axis] * (dims[axis] - 1);
                index[axis--] = 0;
            }
            if (axis >= 0) {
                source += strides[axis];
            }
        }
        return rows;
    }

    private static Object elements(HostArray array) {
        return switch (array.dtype()) {
            case FLOAT32 -> array.floats();
            case FLOAT64 -> array.doubles();
            case INT32 -> array.ints();
            case INT64 -> array.longs();
            case BOOL -> array.booleans();
        };
    }
}
