package io.surprisal.backend.nd4j;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The two libraries' words for element types and shapes. */
final class Types {
    /** ND4J says that it takes 32 axes; from 16 on its loops write past the end of their tables and end the process. */
    static final int MOST_AXES = 8;

    private Types() {}

    /** Whether ND4J must not see the axes: it then holds the elements as one row. */
    static boolean isDeep(Shape shape) {
        return shape.rank() > MOST_AXES;
    }

    static DataType of(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> DataType.FLOAT;
            case FLOAT64 -> DataType.DOUBLE;
            case INT32 -> DataType.INT32;
            case INT64 -> DataType.INT64;
            case BOOL -> DataType.BOOL;
        };
    }

    /** Null where this library has no such type. */
    static @Nullable DType of(DataType type) {
        return switch (type) {
            case FLOAT -> DType.FLOAT32;
            case DOUBLE -> DType.FLOAT64;
            case INT -> DType.INT32;
            case LONG -> DType.INT64;
            case BOOL -> DType.BOOL;
            case HALF, SHORT, UBYTE, BYTE, UTF8, COMPRESSED, BFLOAT16, UINT16, UINT32, UINT64, UNKNOWN -> null;
        };
    }

    static long[] lengths(Shape shape) {
        if (isDeep(shape)) {
            return new long[] {shape.size()};
        }
        long[] lengths = new long[shape.rank()];
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = shape.at(axis);
        }
        return lengths;
    }

    static long[] strides(Shape shape) {
        if (isDeep(shape)) {
            return new long[] {1};
        }
        int[] strides = shape.strides();
        long[] result = new long[strides.length];
        for (int axis = 0; axis < result.length; axis++) {
            result[axis] = strides[axis];
        }
        return result;
    }

    static Shape shape(INDArray array) {
        long[] lengths = array.shape();
        int[] dims = new int[lengths.length];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = Math.toIntExact(lengths[axis]);
        }
        return Shape.of(dims);
    }
}
