package io.surprisal.io;

/** Widens 16-bit floating point to binary32, exactly. Java 17 has no conversion of its own. */
final class HalfPrecision {
    /** 2⁻²⁴, the smallest positive binary16. */
    private static final float SMALLEST = 0x1p-24f;

    private HalfPrecision() {}

    /** IEEE 754 binary16: 1 sign bit, 5 of exponent (bias 15), 10 of fraction. */
    static float fromBinary16(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >>> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * SMALLEST));
        }
        int widened = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | (widened << 23) | (fraction << 13));
    }

    /** bfloat16: the upper half of a binary32. */
    static float fromBfloat16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
