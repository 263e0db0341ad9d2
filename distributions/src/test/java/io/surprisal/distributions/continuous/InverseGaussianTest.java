package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class InverseGaussianTest extends OnReference {
    /** mpmath, 40 digits. */
    @Test
    void densitiesNextToZeroAreThoseOfTheFormula() {
        double infinite = Double.NEGATIVE_INFINITY;
        InverseGaussian gaussian = InverseGaussian.of(scalar(43.23219452918307), scalar(0.10515830047281839));
        assertThat(gaussian.logProb(doubles(1e-300, 1e-308, 1e-309)))
                .isCloseTo(
                        doubles(-5.2579150236409194567e+298, -5.2579150236409200652e+306, -5.2579150236409096742e+307),
                        1e-15,
                        0);
        assertThat(gaussian.logProb(doubles(0, Double.MIN_VALUE, 1e-323, 1e-310)))
                .containsExactly(infinite, infinite, infinite, infinite);
        InverseGaussian narrow = InverseGaussian.of(scalar(2.4168540022073115), scalar(458.83736551832783));
        assertThat(narrow.logProb(scalar(Double.MIN_VALUE))).containsExactly(infinite);
        assertThat(narrow.logProb(scalar(1e-300))).isCloseTo(scalar(-2.2941868275916390865e+302), 1e-15, 0);
    }
}
