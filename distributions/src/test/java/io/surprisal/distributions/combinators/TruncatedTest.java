package io.surprisal.distributions.combinators;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.HalfStudentT;
import io.surprisal.distributions.continuous.Laplace;
import io.surprisal.distributions.continuous.LogitNormal;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.continuous.TruncatedNormal;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TruncatedTest extends OnReference {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private Truncated normal(double low, double high) {
        return Truncated.of(Normal.of(scalar(0.5), scalar(2)), low, high);
    }

    /** Against the family of truncated normal distributions, which has a formula for each region. */
    @Test
    void normalsAreTruncatedAsByTheFamily() {
        double[][] ends = {{-1, 4}, {3, 9}, {-30, -20}, {100, 120}, {2_000, 2_010}, {-2_010, -2_000}};
        for (double[] pair : ends) {
            Univariate expected = TruncatedNormal.of(scalar(0.5), scalar(2), scalar(pair[0]), scalar(pair[1]));
            Truncated actual = normal(pair[0], pair[1]);
            Tensor p = backend.linspace(0.02, 0.98, 60, DType.FLOAT64);
            Tensor x = expected.quantile(p);
            // The logarithms of the base's probabilities are −500,000 in the last cases, and rounded there.
            double rounding = Math.max(1e-13, Math.pow(pair[0] / 2, 2) * 1e-15);
            assertThat(actual.quantile(p)).as("quantile " + pair[0]).isCloseTo(x, 1e-13, 0);
            assertThat(actual.inverseSurvival(p)).isCloseTo(expected.inverseSurvival(p), 1e-13, 0);
            assertThat(actual.quantileOfLog(p.log())).isCloseTo(x, 1e-13, 0);
            assertThat(actual.logProb(x)).isCloseTo(expected.logProb(x), rounding, rounding);
            assertThat(actual.cdf(x)).isCloseTo(expected.cdf(x), 10 * rounding, 0);
            assertThat(actual.survival(x)).isCloseTo(expected.survival(x), 10 * rounding, 0);
            assertThat(actual.logCdf(x)).isCloseTo(expected.logCdf(x), 10 * rounding, 10 * rounding);
            assertThat(actual.logSurvival(x)).isCloseTo(expected.logSurvival(x), 10 * rounding, 10 * rounding);
        }
    }

    @Test
    void theTailAwayFromTheEndIsAccurateToProbabilitiesBeyondDoubles() {
        Truncated half = normal(1, INFINITE);
        Univariate expected = TruncatedNormal.of(scalar(0.5), scalar(2), scalar(1), scalar(1e300));
        Tensor x = doubles(3, 10, 30, 60, 150);
        assertThat(half.logSurvival(x)).isCloseTo(expected.logSurvival(x), 1e-14, 0);
        Tensor logP = doubles(-1, -30, -600, -5_000);
        assertThat(half.inverseSurvivalOfLog(logP)).isCloseTo(expected.inverseSurvivalOfLog(logP), 1e-14, 0);
    }

    @Test
    void endsAreIncluded() {
        Poisson base = Poisson.of(scalar(4));
        Truncated two = Truncated.of(base, 2, 5);
        Tensor masses = base.logProb(doubles(2, 3, 4, 5));
        Tensor expected = masses.minus(masses.logSumExp());
        assertThat(two.logProb(doubles(2, 3, 4, 5))).isCloseTo(expected, 1e-14, 1e-14);
        assertThat(two.logProb(doubles(1, 6, 2.5))).containsExactly(-INFINITE, -INFINITE, -INFINITE);
        assertThat(two.cdf(doubles(1.9, 2, 2.9, 5)).toDoubles()[3]).isEqualTo(1);
        assertThat(two.cdf(doubles(2)).item()).isCloseTo(Math.exp(expected.toDoubles()[0]), within(1e-15));
        assertThat(two.quantile(doubles(0, 1e-9, 0.5, 1))).containsExactly(2, 2, 4, 5);
    }

    @Test
    void endsBetweenOutcomesAreThoseInside() {
        Truncated two = Truncated.of(Poisson.of(scalar(4)), 1.5, 5.7);
        assertThat(two.quantile(doubles(0, 1))).containsExactly(2, 5);
        assertThat(two.logProb(doubles(2)))
                .isCloseTo(Truncated.of(Poisson.of(scalar(4)), 2, 5).logProb(doubles(2)), 1e-15, 0);
        assertThat(two.support().holds(doubles(1, 2, 5, 6)).toBooleans()).containsExactly(false, true, true, false);
    }

    @Test
    void anIntervalWithoutOutcomesIsRefusedWithItsEnds() {
        assertThatThrownBy(() -> normal(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Truncated: P(low ≤ X ≤ high) must be positive")
                .hasMessageContaining("low = 2.0")
                .hasMessageContaining("high = 1.0");
        assertThatThrownBy(() -> Truncated.of(Exponential.of(scalar(1)), doubles(1, -5), doubles(2, -3)))
                .hasMessageContaining("low[1] = -5.0");
        assertThatThrownBy(() -> Truncated.of(Poisson.of(scalar(4)), 2.1, 2.9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void infiniteEndsLeaveTheBaseAsItIs() {
        Normal base = Normal.of(scalar(0.5), scalar(2));
        Truncated whole = normal(-INFINITE, INFINITE);
        Tensor x = doubles(-70, -3, 0.5, 8, 70);
        assertThat(whole.logProb(x)).isCloseTo(base.logProb(x), 1e-15, 0);
        assertThat(whole.logCdf(x)).isCloseTo(base.logCdf(x), 1e-13, 0);
        assertThat(((Interval) whole.support()).isUnbounded()).isTrue();
    }

    @Test
    void drawsMoveWithEndsAndParametersAsQuantilesDo() {
        Tensor[] point = {scalar(2), scalar(1.5), scalar(0.4), scalar(3)};
        Truncated at = gamma(point);
        Tensor x = ((Reparameterized) at).rsample(RandomKey.of(3), Shape.of(20));
        assertThat(at).isInstanceOf(Reparameterized.class);
        assertThat(x).isBitEqualTo(at.sample(RandomKey.of(3), Shape.of(20)));
        for (int i = 0; i < point.length; i++) {
            int k = i;
            double slope = Gradients.gradient(t -> ((Reparameterized) gamma(with(point, k, t)))
                            .rsample(RandomKey.of(3), Shape.of(20))
                            .sum())
                    .at(point[i])
                    .item();
            double implicit = -Gradients.gradient(t -> gamma(with(point, k, t))
                            .cdf(x)
                            .div(at.logProb(x).exp())
                            .sum())
                    .at(point[i])
                    .item();
            assertThat(slope).as("in argument %s", i).isCloseTo(implicit, within(1e-8 * Math.abs(implicit)));
        }
    }

    private static Truncated gamma(Tensor[] point) {
        return Truncated.of(Gamma.FAMILY.unchecked(point[0], point[1]), point[2], point[3]);
    }

    private static Tensor[] with(Tensor[] point, int k, Tensor moved) {
        Tensor[] all = point.clone();
        all[k] = moved;
        return all;
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(normal(0, 1).capability(Univariate.class)).isPresent();
        assertThat(normal(0, 1).capability(HasEntropy.class)).isPresent();
        assertThat(Truncated.of(Poisson.of(scalar(4)), 2, 5)).isNotInstanceOf(Reparameterized.class);
    }

    @Test
    void truncationsNest() {
        Truncated twice = Truncated.of(normal(-3, 6), 0, 10);
        Tensor x = doubles(0.1, 3, 5.9, 7);
        assertThat(twice.logProb(x)).isCloseTo(normal(0, 6).logProb(x), 1e-13, 1e-13);
        assertThat(twice.cdf(x)).isCloseTo(normal(0, 6).cdf(x), 1e-13, 1e-15);
    }

    @Test
    void endsAndBaseBroadcastInSinglePrecisionToo() {
        Normal base = Normal.of(floats(0, 1, 2), floats(1, 1, 1));
        Truncated truncated =
                Truncated.of(base, backend.of(new float[] {-1, 0}, 2, 1), floats(Float.POSITIVE_INFINITY));
        assertThat(truncated.batchShape()).isEqualTo(Shape.of(2, 3));
        assertThat(truncated.sample(RandomKey.of(1), Shape.of(4)))
                .hasShape(4, 2, 3)
                .hasDType(DType.FLOAT32);
        assertThat(truncated.median()).hasShape(2, 3);
    }

    /** Of half a Student variable with 3/2 degrees of freedom the mean is a number and the variance is not; with 1 neither is. */
    @Test
    void momentsOfHeavyTailsAreInfinite() {
        Truncated half = Truncated.of(StudentT.of(doubles(1, 1.5, 2.5), scalar(0), scalar(1)), 0, INFINITE);
        HasMoments moments = half.capability(HasMoments.class).orElseThrow();
        HalfStudentT expected = HalfStudentT.of(doubles(1, 1.5, 2.5), scalar(1));
        assertThat(moments.mean().toDoubles()[0]).isEqualTo(INFINITE);
        assertThat(moments.mean()).isCloseTo(expected.mean(), 1e-13, 0);
        assertThat(moments.variance().toDoubles()[1]).isEqualTo(INFINITE);
        assertThat(moments.variance().toDoubles()[2])
                .isCloseTo(expected.variance().toDoubles()[2], within(1e-12));
        assertThat(half.capability(HasEntropy.class).orElseThrow().entropy()).isCloseTo(expected.entropy(), 1e-14, 0);
    }

    /** A density that is infinite at its end, and one with a kink. */
    @Test
    void entropyAndMomentsAreIntegrals() {
        // mpmath, 30 digits: quad of the densities of Gamma(0.3, 1) on [0, 2] and Laplace(0.3, 1) on [-1, 2].
        Truncated gamma = Truncated.of(Gamma.of(scalar(0.3), scalar(1)), 0, 2);
        assertThat(mean(gamma)).isCloseTo(0.24305000438503774239, within(1e-14));
        assertThat(variance(gamma)).isCloseTo(0.1429917098390577036, within(1e-14));
        assertThat(entropy(gamma)).isCloseTo(-1.2062327544082828454, within(2e-14));
        Truncated laplace = Truncated.of(Laplace.of(scalar(0.3), scalar(1)), -1, 2);
        assertThat(mean(laplace)).isCloseTo(0.38647005017161117285, within(1e-14));
        assertThat(variance(laplace)).isCloseTo(0.49183433346252458682, within(1e-14));
        assertThat(entropy(laplace)).isCloseTo(1.004498781979079043, within(1e-14));
    }

    @Test
    void momentsMoveWithEndsAndParameters() {
        Tensor[] point = {scalar(2), scalar(1.5), scalar(0.4), scalar(3)};
        for (int i = 0; i < point.length; i++) {
            int k = i;
            Tensor slope = Gradients.gradient(t -> gamma(with(point, k, t))
                            .capability(HasMoments.class)
                            .orElseThrow()
                            .mean())
                    .at(point[k]);
            double above = mean(gamma(with(point, k, point[k].plus(1e-5))));
            double below = mean(gamma(with(point, k, point[k].minus(1e-5))));
            assertThat(slope.item()).as("in argument %s", i).isCloseTo((above - below) / 2e-5, within(1e-8));
        }
    }

    @Test
    void theModeIsTheBasesOrTheLikelierEnd() {
        assertThat(mode(normal(-1, 4))).isEqualTo(0.5);
        assertThat(mode(normal(1, 4))).isEqualTo(1);
        assertThat(mode(normal(-4, -1))).isEqualTo(-1);
        assertThat(mode(normal(1, INFINITE))).isEqualTo(1);
        assertThat(mode(Truncated.of(Poisson.of(scalar(4.5)), 5.5, 8))).isEqualTo(6);
        assertThat(mode(Truncated.of(Beta.of(scalar(0.5), scalar(0.6)), 0.2, 0.9)))
                .isEqualTo(0.9);
        assertThat(Truncated.of(LogitNormal.of(scalar(0), scalar(3)), 0.2, 0.9).capability(HasMode.class))
                .isEmpty();
    }

    private static double mean(Truncated truncated) {
        return truncated.capability(HasMoments.class).orElseThrow().mean().item();
    }

    private static double variance(Truncated truncated) {
        return truncated.capability(HasMoments.class).orElseThrow().variance().item();
    }

    private static double entropy(Truncated truncated) {
        return truncated.capability(HasEntropy.class).orElseThrow().entropy().item();
    }

    private static double mode(Truncated truncated) {
        return truncated.capability(HasMode.class).orElseThrow().mode().item();
    }
}
