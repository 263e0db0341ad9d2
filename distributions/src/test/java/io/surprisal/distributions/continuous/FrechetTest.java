package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class FrechetTest extends OnReference {
    @Test
    void theLastQuantileIsInfiniteAlsoWhereThePowerIsOdd() {
        Frechet frechet = Frechet.of(doubles(1, 1.0 / 3, 2), scalar(1));
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(frechet.quantile(scalar(1))).containsExactly(infinite, infinite, infinite);
        assertThat(frechet.inverseSurvival(scalar(0))).containsExactly(infinite, infinite, infinite);
        assertThat(frechet.quantileOfLog(scalar(0))).containsExactly(infinite, infinite, infinite);
    }
}
