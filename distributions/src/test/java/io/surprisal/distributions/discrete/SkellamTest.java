package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;

import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SkellamTest extends OnReference {
    @Test
    void exchangedRatesMirrorTheDistribution() {
        Tensor k = doubles(-400, -7, 0, 3, 120);
        Skellam one = Skellam.of(scalar(12.5), scalar(80));
        Skellam other = Skellam.of(scalar(80), scalar(12.5));
        assertThat(one.logProb(k)).isCloseTo(other.logProb(k.neg()), 1e-14, 0);
        assertThat(one.logCdf(k)).isCloseTo(other.logSurvival(k.neg().minus(1)), 1e-14, 0);
    }

    @Test
    void aTinySecondRateLeavesThePoissonDistribution() {
        Tensor k = doubles(0, 1, 30, 400);
        assertThat(Skellam.of(scalar(30), scalar(1e-300)).logProb(k))
                .isCloseTo(Poisson.of(scalar(30)).logProb(k), 1e-13, 0);
    }

    @Test
    void theLargestNumbersAreImpossible() {
        assertThat(Skellam.of(scalar(1), scalar(1)).logProb(doubles(-1e308, 1e308)))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void tinyRatesMakeOneTheRarestOfEvents() {
        // P(1) = e^(−2μ) I₁(2μ) = μ up to a relative error of 2μ.
        double log = Math.log(1e-300);
        assertThat(Skellam.of(scalar(1e-300), scalar(1e-300)).logProb(doubles(0, 1, -1)))
                .isCloseTo(doubles(0, log, log), 1e-14, 0);
    }
}
