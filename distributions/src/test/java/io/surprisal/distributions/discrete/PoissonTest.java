package io.surprisal.distributions.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

/** Reference values: mpmath 1.3.0, 50 digits. */
class PoissonTest extends OnReference {
    @Test
    void farTailsKeepTheirDigits() {
        double p = Poisson.of(scalar(500)).cdf(scalar(300)).item();
        // A tail, whose condition number in the rate is 200.
        assertThat(p).isCloseTo(2.836149672773924586e-22, within(2.84e-22 * (1e-13 + 200 * 0x1p-52)));
    }

    @Test
    void entropyIsThatOfTheReference() {
        assertThat(Poisson.of(scalar(10)).entropy().item()).isCloseTo(2.5614099352749091226, within(1e-14));
        assertThat(Binomial.of(scalar(20), scalar(0.3)).entropy().item())
                .isCloseTo(2.1325386416614898514, within(1e-14));
    }

    /** By sums of mpmath 1.3.0 with 40 digits, and by the series at means of 1e15 and 2.5e11, where a sum would take minutes. */
    @Test
    void entropiesOfLargeCountsAreSeries() {
        assertThat(Poisson.of(scalar(20_000)).entropy().item()).isCloseTo(6.370678142701896833266, within(1e-14));
        assertThat(Poisson.of(scalar(1e15)).entropy().item()).isCloseTo(18.68832673066001537, within(1e-14));
        assertThat(Binomial.of(scalar(1e12), scalar(0.25)).entropy().item())
                .isCloseTo(14.39746087438299996, within(1e-14));
    }

    @Test
    void tinyRatesAreNearlyAlwaysZero() {
        Poisson poisson = Poisson.of(scalar(1e-300));
        assertThat(poisson.logProb(scalar(0)).item()).isEqualTo(-1e-300);
        assertThat(poisson.survival(scalar(0)).item()).isCloseTo(1e-300, within(1e-315));
        assertThat(poisson.quantile(scalar(0.999)).item()).isZero();
    }
}
