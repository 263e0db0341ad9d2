package io.surprisal.distributions.catalogue;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.TruncatedNormal;
import io.surprisal.distributions.continuous.VonMises;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.random.RandomKey;
import io.surprisal.special.RoundedExponential;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Where libraries of distributions are known to fail, each once. References: mpmath 1.3.0, 60 digits. Draws of tiny gamma shapes follow their
 * distribution in {@code GammaTest}; samplers that hang are tried in {@code SamplersTerminateTest}.
 */
class TrapsTest extends OnReference {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Φ(−40) underflows, and Φ(7.9) is 1 to all digits but one. */
    @Test
    void logarithmsOfTheNormalDistributionFarOut() {
        Normal standard = Normal.of(scalar(0), scalar(1));
        assertThat(standard.logCdf(doubles(-40, 7.9)))
                .isCloseTo(new double[] {-804.6084420137537881666, -1.394517146659265250419e-15}, 2e-15, 0);
        assertThat(standard.logSurvival(doubles(40, -7.9)))
                .isCloseTo(new double[] {-804.6084420137537881666, -1.394517146659265250419e-15}, 2e-15, 0);
    }

    /** The quantile of 1e-4 is 1e-370, and that of 0.77 is 1 less 1e-34. */
    @Test
    void quantilesOfBetaWithSmallShapes() {
        Beta beta = Beta.of(scalar(0.01), scalar(0.01));
        assertThat(beta.quantile(doubles(1e-4, 0.77))).containsExactly(0, 1);
        // The condition number in the probability is 100.
        assertThat(beta.median().item()).isCloseTo(0.5, within(5e-14));
        double quantile = 1.856701554485059809763e-34;
        assertThat(beta.quantile(scalar(0.23)).item()).isCloseTo(quantile, within(quantile * 5e-14));
        assertThat(beta.cdf(scalar(quantile)).item()).isCloseTo(0.23, within(1e-15));
        double[] slopes = Gradients.gradient(p -> beta.quantile(p).sum())
                .at(doubles(0.23, 0.4))
                .toDoubles();
        assertThat(Arrays.stream(slopes)).allMatch(Double::isFinite);
    }

    @Test
    void gammaDrawsOfATinyShapeAreFormedFromTheirLogarithms() {
        RandomKey key = RandomKey.of(3);
        Gamma tiny = Gamma.of(scalar(1e-6), scalar(3));
        double[] logs = tiny.sampleLog(key, Shape.of(1_000)).toDoubles();
        double[] draws = tiny.sample(key, Shape.of(1_000)).toDoubles();
        for (int i = 0; i < draws.length; i++) {
            assertThat(logs[i]).isFinite();
            assertThat(draws[i]).isEqualTo(RoundedExponential.of(logs[i]));
        }
        double[] sums = Dirichlet.of(doubles(1e-6, 1e-6, 1e-6))
                .sample(key, Shape.of(1_000))
                .sum(-1)
                .toDoubles();
        assertThat(Arrays.stream(sums)).allMatch(sum -> Math.abs(sum - 1) < 1e-15);
        Tensor slope = Gradients.gradient(a ->
                        Beta.of(a, scalar(1e-6)).rsample(key, Shape.of(100)).sum())
                .at(scalar(1e-6));
        assertThat(slope.item()).isFinite();
    }

    @Test
    void poissonFarBelowItsMean() {
        double p = Poisson.of(scalar(500)).cdf(scalar(300)).item();
        double expected = 2.836149672773924586032e-22;
        // A tail, whose condition number in the rate is 200.
        assertThat(p).isCloseTo(expected, within(expected * (1e-13 + 200 * 0x1p-52)));
    }

    @Test
    void truncatedNormalAThousandDeviationsOut() {
        TruncatedNormal tail = TruncatedNormal.of(scalar(0), scalar(1), scalar(1_000), scalar(INFINITE));
        assertThat(tail.logSurvival(scalar(1_000.25)).item()).isCloseTo(-250.0314999682553972929, within(250e-15));
        assertThat(tail.median().item()).isEqualTo(1000.000693146247189465);
        assertThat(tail.mean().item()).isEqualTo(1000.00099999800001);
        double variance = 9.999940000499994820064e-7;
        assertThat(tail.variance().item()).isCloseTo(variance, within(variance * 1e-13));
        double[] draws = tail.sample(RandomKey.of(4), Shape.of(1_000)).toDoubles();
        assertThat(Arrays.stream(draws)).allMatch(x -> x >= 1_000 && x < 1_000.03);
        TruncatedNormal mirrored = TruncatedNormal.of(scalar(0), scalar(1), scalar(-INFINITE), scalar(-1_000));
        assertThat(mirrored.median().item()).isEqualTo(-1000.000693146247189465);
    }

    @Test
    void vonMisesFromUniformToNearlyNormal() {
        VonMises uniform = VonMises.of(scalar(0), scalar(0));
        assertThat(uniform.cdf(doubles(-Math.PI, -1, 0, 1)))
                .isCloseTo(doubles(0, 0.5 - 0.5 / Math.PI, 0.5, 0.5 + 0.5 / Math.PI), 4e-16, 0);
        VonMises narrow = VonMises.of(scalar(0), scalar(1e6));
        double[] expected = {7.623155994950570565956e-24, 0.001349904679419082326351, 0.8413447057400698790981};
        assertThat(narrow.cdf(doubles(-0.01, -0.003, 0.001))).isCloseTo(expected, 3e-14, 0);
        for (VonMises each : new VonMises[] {uniform, narrow}) {
            double[] draws = each.sample(RandomKey.of(5), Shape.of(1_000)).toDoubles();
            assertThat(Arrays.stream(draws)).allMatch(x -> Math.abs(x) <= Math.PI);
        }
    }

    @Test
    void halfOfEverySymmetricBetaIsBelowOneHalf() {
        for (double s = 1e-3; s < 2e12; s *= 3.1) {
            Beta beta = Beta.of(scalar(s), scalar(s));
            assertThat(beta.cdf(scalar(0.5)).item()).as("s = " + s).isEqualTo(0.5);
            assertThat(beta.survival(scalar(0.5)).item()).as("s = " + s).isEqualTo(0.5);
        }
    }

    /** Its terms are 2e11. */
    @Test
    void entropyOfGammaWithAHugeShape() {
        assertThat(Gamma.of(scalar(1e10), scalar(1)).entropy().item()).isEqualTo(12.93186399814156782854);
    }
}
