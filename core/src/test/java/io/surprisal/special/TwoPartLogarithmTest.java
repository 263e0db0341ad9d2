package io.surprisal.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values by mpmath 1.3.0 with 50 digits, of the doubles that the decimal numbers stand for. */
class TwoPartLogarithmTest {
    @ParameterizedTest
    @CsvSource({
        "3.0, 1.0986122886681096913952452369225257",
        "0.3471, -1.05814235611439641375473170106991865",
        "1e-200, -460.517018598809136821498028537790082",
        "1.0000001, 0.0000000999999950583870451775160996834544912",
        "6.77312e+150, 347.300725786590020620392434422448066",
        "0.7071067811865475, -0.346573590279972743359775352487368472",
        "0.7071067811865477, -0.346573590279972429341283615732378059",
    })
    void bothPartsHoldSixtyBits(double x, BigDecimal expected) {
        assertHolds(TwoPartLogarithm.of(x, 0), expected);
    }

    @Test
    void ofAQuotientIsThatOfTheExactOne() {
        assertHolds(
                TwoPartLogarithm.ofQuotient(645, 95.22817581695533),
                new BigDecimal("1.91297445432347855724026798520217693"));
    }

    private static void assertHolds(TwoPartLogarithm log, BigDecimal expected) {
        double error = new BigDecimal(log.high())
                .add(new BigDecimal(log.low()))
                .subtract(expected)
                .doubleValue();
        assertThat(error).isCloseTo(0, within(0x1p-60 * Math.max(1, Math.abs(log.high()))));
        assertThat(Math.abs(log.low())).isLessThanOrEqualTo(0.5 * Math.ulp(log.high()));
    }

    /** The exponent −634.9 has an ulp of 1.1e-13. */
    @Test
    void largePowersKeepTheirDigits() {
        double power = TwoPartLogarithm.of(0.3471, 0).timesPlus(600, 0).expTimes(1);
        assertThat(power / 1.8739940292628530708e-276).isCloseTo(1, within(2e-15));
    }
}
