package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SaddlePointTest {
    /** mpmath: {@code loggamma(n+1) - (n+0.5)*log(n) + n - log(2*pi)/2}. */
    @Test
    void stirlingErrorsAreThoseOfTheLogFactorial() {
        assertThat(SaddlePoint.stirlingError(1)).isEqualTo(0.081061466795327258);
        assertThat(SaddlePoint.stirlingError(15)).isEqualTo(0.0055547335519628014);
        assertThat(SaddlePoint.stirlingError(16)).isCloseTo(0.0052076559196096404, Percentage.withPercentage(1e-11));
        assertThat(SaddlePoint.stirlingError(1e9)).isCloseTo(8.333333333333333e-11, Percentage.withPercentage(1e-11));
    }

    /** mpmath: {@code x*log(x/m) + m - x}, on both sides of where the series takes over. */
    @Test
    void deviancesKeepTheirDigitsNearZero() {
        assertThat(SaddlePoint.deviance(5, 5)).isZero();
        assertThat(SaddlePoint.deviance(1e15 + 1, 1e15))
                .isCloseTo(4.999999999999998e-16, Percentage.withPercentage(1e-10));
        assertThat(SaddlePoint.deviance(12, 10)).isCloseTo(0.18785868152745552, Percentage.withPercentage(1e-11));
        assertThat(SaddlePoint.deviance(13, 10)).isCloseTo(0.41073543807738366, Offset.offset(1e-14));
        assertThat(SaddlePoint.deviance(1, 10)).isCloseTo(6.697414907005954, Offset.offset(1e-14));
    }
}
