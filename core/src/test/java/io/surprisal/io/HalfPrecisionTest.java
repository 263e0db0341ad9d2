package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfPrecisionTest {
    @Test
    void everyBinary16EqualsItsFormula() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            double sign = (bits >> 15) == 0 ? 1 : -1;
            int exponent = (bits >> 10) & 31;
            int fraction = bits & 1023;
            double expected;
            if (exponent == 31) {
                expected = fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
            } else if (exponent == 0) {
                expected = sign * fraction / 1024 * Math.pow(2, -14);
            } else {
                expected = sign * (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
            }
            assertThat((Double) (double) HalfPrecision.fromBinary16((short) bits))
                    .isEqualTo((Double) expected);
        }
    }

    @Test
    void bfloat16IsTheUpperHalfOfAFloat() {
        for (float value : new float[] {0f, -0f, 1.5f, -3e38f, 1e-40f, Float.NEGATIVE_INFINITY}) {
            int bits = Float.floatToRawIntBits(value);
            assertThat(HalfPrecision.fromBfloat16((short) (bits >> 16)))
                    .isEqualTo(Float.intBitsToFloat(bits & 0xffff0000));
        }
    }
}
