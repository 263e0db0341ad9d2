package io.surprisal.distributions.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class LogitNormalTest extends OnReference {
    /** Far from 0 the variable, or its complement, is e⁻ᵐ times a log-normal one, of skewness (e + 2)√(e − 1) for scale 1. */
    @Test
    void farFromTheMiddleShapesAreThoseOfTheLogNormal() {
        double skewness = (Math.E + 2) * Math.sqrt(Math.E - 1);
        double kurtosis = Math.exp(4) + 2 * Math.exp(3) + 3 * Math.exp(2) - 6;
        LogitNormal far = LogitNormal.of(doubles(-2000, -300, 300, 2000), scalar(1));
        assertThat(far.skewness()
                        .div(doubles(skewness, skewness, -skewness, -skewness))
                        .toDoubles())
                .usingComparatorWithPrecision(2e-14)
                .containsExactly(1, 1, 1, 1);
        assertThat(far.kurtosis().div(kurtosis).toDoubles())
                .usingComparatorWithPrecision(2e-14)
                .containsExactly(1, 1, 1, 1);
        double mean = LogitNormal.of(scalar(-300), scalar(1)).mean().item();
        assertThat(mean / Math.exp(-299.5)).isCloseTo(1, within(1e-13));
    }

    /** 1 − X is the variable of the opposite mean. */
    @Test
    void oppositeMeansHaveOppositeSkewness() {
        LogitNormal pair = LogitNormal.of(doubles(-3, 3), scalar(1.5));
        double[] skewness = pair.skewness().toDoubles();
        assertThat(skewness[0]).isEqualTo(-skewness[1]).isPositive();
        double[] kurtosis = pair.kurtosis().toDoubles();
        assertThat(kurtosis[0]).isEqualTo(kurtosis[1]);
    }

    /** Of tiny scale the logit hardly moves, and the shape is the normal one. */
    @Test
    void aTinyScaleHasTheNormalShape() {
        LogitNormal narrow = LogitNormal.of(scalar(0.5), scalar(1e-200));
        assertThat(narrow.skewness().item()).isCloseTo(0, within(1e-14));
        assertThat(narrow.kurtosis().item()).isCloseTo(0, within(2e-14));
    }
}
