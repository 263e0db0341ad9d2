package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class YuleSimonTest extends OnReference {
    /** mpmath, 40 digits: 1/C(k + ρ, k). */
    @Test
    void smallTailsKeepTheirDigits() {
        YuleSimon simon = YuleSimon.of(doubles(643.4454839909517, 300.123456789, 100.3, 70.7));
        assertThat(simon.survival(doubles(291, 500, 1000, 2000)))
                .isCloseTo(
                        doubles(
                                7.0223442653132344144e-251,
                                4.2914227125665110545e-229,
                                3.4289011439311255149e-145,
                                2.7980828657812882034e-133),
                        6e-14,
                        0);
        assertThat(YuleSimon.of(scalar(643.4454839909517)).logCdf(scalar(291)))
                .isCloseTo(scalar(-7.0223442653132344144e-251), 6e-14, 0);
    }
}
