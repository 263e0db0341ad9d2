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

    /** mpmath, 40 digits: (1 − s) log x − log(s − 1) − log ζ(s). */
    @Test
    void tailsGoOnToTheLargestNumbers() {
        Zipf zipf = Zipf.of(scalar(1.1430690009450655));
        assertThat(zipf.logSurvival(doubles(1e100, 1e300, 1e305, 1e308)))
                .isCloseTo(
                        doubles(
                                -33.023566098475430648,
                                -98.909275867607188609,
                                -100.55641861183548255,
                                -101.5447042583724589),
                        1e-15,
                        0);
        assertThat(zipf.survival(doubles(1e300, 1e308)))
                .isCloseTo(doubles(1.107254060642649771147e-43, 7.937710839792661085214e-45), 1e-14, 0);
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
