package io.surprisal.distributions.combinators;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.Cauchy;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Logistic;
import io.surprisal.distributions.discrete.Geometric;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuantizedTest extends OnReference {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void exponentialNumbersRoundedUpAreGeometric() {
        Quantized trials = Quantized.of(Exponential.of(scalar(-Math.log1p(-0.25))));
        Geometric failures = Geometric.of(scalar(0.25));
        Tensor k = doubles(0, 1, 5, 40, 800);
        assertThat(trials.logProb(k.plus(1))).isCloseTo(failures.logProb(k), 1e-13, 0);
        assertThat(trials.survival(k.plus(1))).isCloseTo(failures.survival(k), 1e-12, 0);
        assertThat(trials.logProb(doubles(0, -1, 2.5, INFINITE)))
                .containsExactly(-INFINITE, -INFINITE, -INFINITE, -INFINITE);
        Tensor p = doubles(0, 1e-9, 0.2, 0.6, 0.999);
        assertThat(trials.quantile(p)).isCloseTo(failures.quantile(p).plus(1), 0, 0);
        assertThat(trials.support().holds(doubles(0, 1)).toBooleans()).containsExactly(false, true);
    }

    @Test
    void endsHaveAllThatIsBeyond() {
        Logistic base = Logistic.of(scalar(0.3), scalar(2));
        Quantized byte3 = Quantized.of(base, -2, 3);
        assertThat(byte3.logProb(doubles(-2))).isCloseTo(base.logCdf(doubles(-2)), 1e-15, 0);
        assertThat(byte3.logProb(doubles(3))).isCloseTo(base.logSurvival(doubles(2)), 1e-15, 0);
        assertThat(byte3.logProb(doubles(-2, -1, 0, 1, 2, 3)).exp().sum().item())
                .isCloseTo(1, within(1e-15));
        assertThat(byte3.logProb(doubles(-3, 4, Double.NaN)).toDoubles())
                .containsExactly(-INFINITE, -INFINITE, Double.NaN);
        assertThat(byte3.cdf(doubles(-2.5, 2.9, 3)).toDoubles()[2]).isEqualTo(1);
        assertThat(byte3.quantile(doubles(0, 1))).containsExactly(-2, 3);
        double[] draws = byte3.sample(RandomKey.of(2), Shape.of(500)).toDoubles();
        assertThat(draws).contains(-2, 3);
        assertThat(DoubleStream.of(draws).allMatch(k -> k == Math.rint(k) && k >= -2 && k <= 3))
                .isTrue();
    }

    @Test
    void quantilesAreTheLeastNumbersWithEnoughProbability() {
        Quantized whole = Quantized.of(Logistic.of(scalar(0.3), scalar(2)));
        Tensor lower = backend.linspace(-60, 0, 61, DType.FLOAT64).round();
        assertThat(whole.quantile(whole.cdf(lower))).isCloseTo(lower, 0, 0);
        assertThat(whole.quantileOfLog(whole.logCdf(lower).minus(1e-3))).isCloseTo(lower, 0, 0);
        Tensor upper = lower.neg();
        assertThat(whole.inverseSurvivalOfLog(whole.logSurvival(upper).plus(1e-3)))
                .isCloseTo(upper, 0, 0);
    }

    @Test
    void endsMustBeWholeAndInOrder() {
        Logistic base = Logistic.of(scalar(0), scalar(1));
        assertThatThrownBy(() -> Quantized.of(base, 0.5, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "Quantized: low must be a whole number or infinite, and not below the other end, but low = 0.5");
        assertThatThrownBy(() -> Quantized.of(base, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("high");
    }

    @Test
    void entropyAndMomentsAreSums() {
        Quantized trials = Quantized.of(Exponential.of(doubles(-Math.log1p(-0.25), -Math.log1p(-0.001))));
        Geometric failures = Geometric.of(doubles(0.25, 0.001));
        HasMoments moments = trials.capability(HasMoments.class).orElseThrow();
        assertThat(trials.capability(HasEntropy.class).orElseThrow().entropy()).isCloseTo(failures.entropy(), 1e-14, 0);
        assertThat(moments.mean()).isCloseTo(failures.mean().plus(1), 1e-13, 0);
        assertThat(moments.variance()).isCloseTo(failures.variance(), 1e-13, 0);
        assertThat(trials.capability(HasMode.class).orElseThrow().mode()).containsExactly(1, 1);
        Quantized rounded = Quantized.of(Logistic.of(doubles(6.3, -2), scalar(3)), 0, 9);
        assertThat(rounded.capability(HasMode.class).orElseThrow().mode()).containsExactly(9, 0);
        // Of a logistic number far wider than 1, entropy is nearly the differential one.
        Quantized wide = Quantized.of(Logistic.of(scalar(0.3), scalar(1_000)));
        assertThat(wide.capability(HasEntropy.class).orElseThrow().entropy().item())
                .isCloseTo(Math.log(1_000) + 2, within(1e-6));
        Quantized endless = Quantized.of(Cauchy.of(scalar(0), scalar(1)));
        assertThatThrownBy(
                        () -> endless.capability(HasEntropy.class).orElseThrow().entropy())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Quantized: entropy and moments are sums over")
                .hasMessageContaining("too many");
    }
}
