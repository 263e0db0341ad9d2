package io.surprisal.tensor;

/** The element types of tensors. There is no silent promotion between them: {@link Tensor#cast} converts. */
public enum DType {
    /** IEEE 754 binary32, the default. */
    FLOAT32(4),
    /** IEEE 754 binary64. */
    FLOAT64(8),
    /** 32-bit two's complement; arithmetic wraps. */
    INT32(4),
    /** 64-bit two's complement; arithmetic wraps. Indices, counts and sums of integers have this type. */
    INT64(8),
    /** Truth values, one byte each. */
    BOOL(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** {@return bytes of one element in memory and in files} */
    public int bytes() {
        return bytes;
    }

    /** {@return whether values of this type approximate real numbers, and so may be differentiated} */
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** {@return whether values of this type are whole numbers} BOOL is not. */
    public boolean isInteger() {
        return this == INT32 || this == INT64;
    }
}
