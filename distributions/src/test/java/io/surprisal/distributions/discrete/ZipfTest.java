package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import org.junit.jupiter.api.Test;

class ZipfTest extends OnReference {
    /** P(X > k) is nearly k^(1 − s)/((s − 1)ζ(s)), ζ(1.05) = 20.58084430204: mpmath. */
    @Test
    void quantilesGoOnBeyondTheLargestExactWholeNumber() {
        double expected = Math.pow(1e-6 * 0.05 * 20.58084430203649, -1 / 0.05);
        double found = Zipf.of(scalar(1.05)).inverseSurvival(scalar(1e-6)).item();
        assertThat(found / expected).isCloseTo(1, within(1e-11));
    }

    @Test
    void quantilesBeyondAllDoublesAreInfinite() {
        assertThat(Zipf.of(scalar(1.001)).inverseSurvival(doubles(0.5, 1e-6)))
                .containsExactly(Zipf.of(scalar(1.001)).median().item(), Double.POSITIVE_INFINITY);
    }

    @Test
    void drawsAreFiniteForEveryExponent() {
        double largest = Zipf.of(doubles(1.0001, 1.001, 1.01))
                .sample(RandomKey.of(3), Shape.of(1000))
                .max()
                .item();
        assertThat(largest).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void harmonicSeriesIsRefused() {
        assertThatThrownBy(() -> Zipf.of(doubles(2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Zipf: exponent must be above 1, but exponent[1] = 1.0.");
    }
}
