package io.surprisal.distributions.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class RiceTest extends OnReference {
    /** mpmath: the fourth cumulant over variance², of raw moments by Bessel functions with 90 digits. */
    @Test
    void ofLargeNoncentralityTheShapeIsNearlyNormal() {
        Rice far = Rice.of(scalar(1000), scalar(1));
        assertThat(far.kurtosis().item()).isCloseTo(-3.0000150000922507e-12, within(1e-16));
        assertThat(far.skewness().item()).isCloseTo(1.0000030000126563e-9, within(1e-16));
    }
}
