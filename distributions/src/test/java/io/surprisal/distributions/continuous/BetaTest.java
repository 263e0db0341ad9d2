package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import org.junit.jupiter.api.Test;

class BetaTest extends OnReference {
    @Test
    void medianOfEverySymmetricDistributionIsOneHalf() {
        double[] s = {0.01, 0.5, 1, 3, 1000, 1e8, 1e15};
        assertThat(Beta.of(doubles(s), doubles(s)).cdf(scalar(0.5))).containsExactly(.5, .5, .5, .5, .5, .5, .5);
    }

    @Test
    void quantilesOfSmallShapesKeepTheirDigits() {
        // mpmath 1.3.0, 50 digits.
        double q = Beta.of(scalar(0.01), scalar(0.01)).quantile(scalar(0.23)).item();
        assertThat(q).isCloseTo(1.85670155448504874e-34, within(1.9e-34 * 1e-13));
    }

    @Test
    void drawsOfTinyShapesAreAtBothEnds() {
        int draws = 40_000;
        double[] x = Beta.of(scalar(1e-6), scalar(3e-6))
                .sample(RandomKey.of(4), Shape.of(draws))
                .toDoubles();
        long ones = 0;
        for (double draw : x) {
            assertThat(draw).isBetween(0.0, 1.0);
            ones += draw > 0.5 ? 1 : 0;
        }
        // Hoeffding at 1e-6: a share 0.02 off fails.
        double bound = Math.sqrt(Math.log(2 / 1e-6) / (2.0 * draws));
        assertThat((double) ones / draws).isCloseTo(0.25, within(bound));
        assertThat(bound).as("power").isLessThan(0.02);
    }

    @Test
    void modesAreWhereTheDensityIsLargest() {
        Beta beta = Beta.of(doubles(2, 0.5, 0.5, 3, 1, 1, 1), doubles(4, 0.5, 2, 0.5, 1, 2, 0.5));
        assertThat(beta.mode()).containsExactly(0.25, 0, 0, 1, 0, 0, 1);
    }
}
