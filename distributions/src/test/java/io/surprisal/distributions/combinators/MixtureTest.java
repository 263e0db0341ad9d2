package io.surprisal.distributions.combinators;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.discrete.Delta;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MixtureTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(23);
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private Tensor weights() {
        return doubles(0.2, 0.5, 0.3);
    }

    private Normal normals() {
        return Normal.of(doubles(-4, 0, 5), doubles(1, 0.5, 2));
    }

    private static Univariate univariate(Distribution mixture) {
        return mixture.capability(Univariate.class).orElseThrow();
    }

    @Test
    void aListAndABatchAreOneMixture() {
        Univariate batch = univariate(Mixture.of(weights(), normals()));
        Univariate list = univariate(Mixture.of(
                weights(),
                List.of(
                        Normal.of(scalar(-4), scalar(1)),
                        Normal.of(scalar(0), scalar(0.5)),
                        Normal.of(scalar(5), scalar(2)))));
        Tensor x = doubles(-50, -4, 0.1, 3, 60);
        assertThat(batch.logProb(x)).isBitEqualTo(list.logProb(x));
        assertThat(batch.logCdf(x)).isBitEqualTo(list.logCdf(x));
        assertThat(batch.logSurvival(x)).isBitEqualTo(list.logSurvival(x));
        Tensor p = doubles(1e-200, 0.1, 0.2, 0.45, 0.7, 0.99);
        assertThat(batch.quantile(p)).isBitEqualTo(list.quantile(p));
        assertThat(batch.support()).isEqualTo(Interval.REAL);
    }

    @Test
    void weightsByLogitsAreThoseByProbabilities() {
        Tensor x = doubles(-3, 0.2, 9);
        assertThat(Mixture.fromLogits(weights().log().plus(7), normals()).logProb(x))
                .isCloseTo(Mixture.of(weights(), normals()).logProb(x), 1e-14, 0);
    }

    @Test
    void quantilesInvertCumulativeProbabilitiesAcrossGapsAndSpikes() {
        Univariate spiked = univariate(Mixture.of(doubles(0.5, 0.5), Normal.of(doubles(0, 1_000), doubles(1e-6, 30))));
        Tensor p = doubles(1e-250, 1e-9, 0.25, 0.4999, 0.5001, 0.75, 1 - 1e-9);
        assertThat(spiked.cdf(spiked.quantile(p))).isCloseTo(p, 1e-9, 0);
        assertThat(spiked.survival(spiked.inverseSurvival(p))).isCloseTo(p, 1e-9, 0);
        Univariate gap = univariate(Mixture.of(doubles(0.25, 0.75), Uniform.of(doubles(0, 10), doubles(1, 11))));
        assertThat(gap.quantile(doubles(0, 0.125, 0.25, 0.5, 1)))
                .isCloseTo(doubles(0, 0.5, 1, 10 + 1.0 / 3, 11), 1e-15, 0);
        assertThat(gap.logProb(doubles(-1, 5, 10.5)).toDoubles()).startsWith(-INFINITE, -INFINITE);
    }

    @Test
    void momentsFollowTheLawOfTotalCumulance() {
        // Of 0.2 N(−4, 1) + 0.5 N(0, 0.5²) + 0.3 N(5, 2²), with rational arithmetic.
        HasHigherMoments moments = Mixture.of(weights(), normals())
                .capability(HasHigherMoments.class)
                .orElseThrow();
        assertThat(moments.mean().item()).isCloseTo(0.7, within(1e-15));
        assertThat(moments.variance().item()).isCloseTo(11.735, within(1e-13));
        Truncated truncated = Truncated.of(Normal.of(doubles(0, 1, 2), scalar(1)), -1, 1);
        assertThat(Mixture.of(weights(), truncated).capability(HasHigherMoments.class))
                .isEmpty();
        assertThat(Mixture.of(weights(), truncated).capability(HasMoments.class))
                .isPresent();
        assertThat(Mixture.of(doubles(0.5, 0.5), List.of(Delta.of(scalar(0)), Exponential.of(scalar(2))))
                        .capability(HasEntropy.class))
                .isEmpty();
    }

    @Test
    void drawsMoveWithComponentsAndWeightsAsQuantilesDo() {
        Tensor[] point = {doubles(0.3, -0.2), doubles(0.5, 3), doubles(1.5, 0.7)};
        Function<Tensor[], Univariate> made =
                p -> univariate(Mixture.fromLogits(p[0], Gamma.FAMILY.unchecked(p[1], p[2])));
        Shape shape = Shape.of(40);
        Tensor x = ((Reparameterized) made.apply(point)).rsample(KEY, shape);
        assertThat(x).isBitEqualTo(made.apply(point).sample(KEY, shape));
        Tensor density = made.apply(point).logProb(x).exp();
        for (int i = 0; i < point.length; i++) {
            int k = i;
            Tensor slope = Gradients.gradient(t -> ((Reparameterized) made.apply(with(point, k, t)))
                            .rsample(KEY, shape)
                            .sum())
                    .at(point[i]);
            Tensor implicit = Gradients.gradient(t ->
                            made.apply(with(point, k, t)).cdf(x).div(density).sum())
                    .at(point[i])
                    .neg();
            assertThat(slope).isCloseTo(implicit, 1e-9, 1e-12);
            Tensor p = made.apply(point).cdf(x);
            Tensor ofQuantile = Gradients.gradient(
                            t -> made.apply(with(point, k, t)).quantile(p).sum())
                    .at(point[i]);
            assertThat(ofQuantile).isCloseTo(implicit, 1e-7, 1e-10);
        }
    }

    private static Tensor[] with(Tensor[] point, int k, Tensor moved) {
        Tensor[] all = point.clone();
        all[k] = moved;
        return all;
    }

    @Test
    void gradientsOfMeansOfDrawsAreThoseOfTheMean() {
        // ∂E[X]/∂logits by 200,000 draws; their standard error is about 0.01.
        Tensor logits = doubles(0.3, -0.2, 0.1);
        Tensor slope = Gradients.gradient(t -> ((Reparameterized) Mixture.fromLogits(t, normals()))
                        .rsample(KEY, Shape.of(200_000))
                        .mean())
                .at(logits);
        Tensor expected = Gradients.gradient(t -> Mixture.fromLogits(t, normals())
                        .capability(HasMoments.class)
                        .orElseThrow()
                        .mean())
                .at(logits);
        assertThat(slope).isCloseTo(expected, 0, 0.06);
    }

    @Test
    void secondDerivativesOfDrawsAreThoseOfTheFirst() {
        Function<Tensor, Tensor> loss = t -> ((Reparameterized) Mixture.fromLogits(t, normals()))
                .rsample(KEY, Shape.of(7))
                .square()
                .sum();
        Tensor point = doubles(0.3, -0.2, 0.1);
        double[] hessian = Gradients.hessian(loss::apply).at(point).toDoubles();
        // The draws themselves do not move between keys: difference the first derivative at fixed probabilities.
        Tensor p = univariate(Mixture.fromLogits(point, normals()))
                .cdf(((Reparameterized) Mixture.fromLogits(point, normals())).rsample(KEY, Shape.of(7)));
        for (int i = 0; i < 3; i++) {
            Tensor step = backend.eye(3, DType.FLOAT64).select(0, i).times(1e-5);
            double[] above = slope(point.plus(step), p).toDoubles();
            double[] below = slope(point.minus(step), p).toDoubles();
            for (int j = 0; j < 3; j++) {
                assertThat(hessian[i * 3 + j])
                        .isCloseTo((above[j] - below[j]) / 2e-5, within(1e-5 + 1e-6 * Math.abs(hessian[i * 3 + j])));
            }
        }
    }

    private Tensor slope(Tensor logits, Tensor p) {
        return Gradients.gradient(t -> univariate(Mixture.fromLogits(t, normals()))
                        .quantile(p)
                        .square()
                        .sum())
                .at(logits);
    }

    /** Far apart, the entropy is that of the choice and the mean of those of the components; and by a mean over draws. */
    @Test
    void entropyIsByQuadratureOrSummation() {
        Tensor weights = doubles(0.25, 0.75);
        Normal apart = Normal.of(doubles(-1_000, 1_000), doubles(0.5, 3));
        double choice = -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75);
        double expected = choice + apart.entropy().times(weights).sum().item();
        assertThat(entropy(Mixture.of(weights, apart))).isCloseTo(expected, within(1e-14 * expected));
        Normal same = Normal.of(doubles(2, 2), doubles(0.7, 0.7));
        assertThat(entropy(Mixture.of(weights, same))).isCloseTo(same.entropy().toDoubles()[0], within(1e-14));
        Mixture mixed = Mixture.of(weights, List.of(Gamma.of(scalar(0.3), scalar(1)), Normal.of(scalar(1), scalar(2))));
        int draws = 400_000;
        Tensor logProb = mixed.logProb(mixed.sample(KEY, Shape.of(draws)));
        double error = Math.sqrt(logProb.variance(0).item() / draws);
        assertThat(entropy(mixed)).isCloseTo(-logProb.mean().item(), within(6 * error));
        Poisson counts = Poisson.of(doubles(2, 900));
        Tensor k = backend.arange(2_000).cast(DType.FLOAT64);
        Mixture ofCounts = Mixture.of(weights, counts);
        Tensor logs = ofCounts.logProb(k);
        assertThat(entropy(ofCounts)).isCloseTo(-logs.times(logs.exp()).sum().item(), within(1e-13));
    }

    private static double entropy(Mixture mixture) {
        return mixture.capability(HasEntropy.class).orElseThrow().entropy().item();
    }

    @Test
    void discreteAndMixedMixturesHaveStepQuantiles() {
        Univariate counts = univariate(Mixture.of(doubles(0.5, 0.5), Poisson.of(doubles(2, 50))));
        assertThat(counts).isNotInstanceOf(Reparameterized.class);
        Tensor k = doubles(0, 1, 3, 30, 55);
        assertThat(counts.quantile(counts.cdf(k).minus(1e-12))).isCloseTo(k, 0, 0);
        assertThat(counts.quantile(counts.cdf(k).plus(1e-9))).isCloseTo(k.plus(1), 0, 0);
        Univariate inflated =
                univariate(Mixture.of(doubles(0.3, 0.7), List.of(Delta.of(scalar(0)), Exponential.of(scalar(2)))));
        assertThat(inflated.cdf(doubles(-1, 0))).isCloseTo(doubles(0, 0.3), 1e-15, 0);
        assertThat(inflated.quantile(doubles(0.1, 0.3))).containsExactly(0, 0);
        assertThat(inflated.quantile(doubles(0.65)).item()).isCloseTo(Math.log(2) / 2, within(1e-15));
    }

    @Test
    void responsibilitiesAreThePosteriorOfTheComponent() {
        Mixture mixture = Mixture.of(weights(), normals());
        Tensor log = mixture.logResponsibilities(doubles(-4, 0.5, 80));
        assertThat(log).hasShape(3, 3);
        assertThat(log.exp().sum(-1)).isCloseTo(doubles(1, 1, 1), 1e-15, 0);
        double a = 0.2 * Math.exp(-0.5 * 4.5 * 4.5);
        double b = 0.5 * Math.exp(-0.5) / 0.5;
        double c = 0.3 * Math.exp(-0.5 * 2.25 * 2.25) / 2;
        assertThat(log.select(0, 1).exp())
                .isCloseTo(doubles(a / (a + b + c), b / (a + b + c), c / (a + b + c)), 1e-13, 0);
        assertThat(mixture.posterior(doubles(80)).mode().item()).isEqualTo(2);
    }

    @Test
    void vectorsMixToo() {
        MultivariateNormal components = MultivariateNormal.fromScales(
                backend.of(new double[] {0, 0, 5, 5, -3, 2}, 3, 2), backend.of(new double[] {1, 1, 2, 1, 1, 1}, 3, 2));
        Mixture mixture = Mixture.of(weights(), components);
        assertThat(mixture.eventShape()).isEqualTo(Shape.of(2));
        assertThat(mixture.sample(KEY, Shape.of(7))).hasShape(7, 2);
        Tensor x = backend.of(new double[] {0.5, 0.5, 9, 1}, 2, 2);
        Tensor expected =
                components.logProb(x.expandDims(1)).plus(weights().log()).logSumExp(-1);
        assertThat(mixture.logProb(x)).isCloseTo(expected, 1e-14, 0);
        assertThat(mixture.capability(HasMoments.class).orElseThrow().mean()).isCloseTo(doubles(1.6, 3.1), 1e-14, 0);
        assertThat(mixture.capability(Reparameterized.class)).isPresent();
        Tensor draws = mixture.sample(KEY, Shape.of(50_000));
        assertThat(draws.mean(0)).isCloseTo(doubles(1.6, 3.1), 0, 0.1);
    }

    @Test
    void combinatorsNestInAnyOrder() {
        Univariate low = Truncated.of(Normal.of(scalar(0), scalar(1)), 1, 4);
        Univariate high = univariate(Transformed.of(Normal.of(scalar(0), scalar(1)), new Exp()));
        Univariate both = univariate(Mixture.of(doubles(0.5, 0.5), List.of(low, high)));
        Univariate cut = Truncated.of(both, 0.5, 3);
        Tensor x = doubles(0.7, 1.5, 2.9);
        Tensor mass = both.cdf(scalar(3)).minus(both.cdf(scalar(0.5)));
        assertThat(cut.logProb(x)).isCloseTo(both.logProb(x).minus(mass.log()), 1e-13, 0);
        assertThat(cut.cdf(cut.quantile(doubles(0.1, 0.5, 0.9)))).isCloseTo(doubles(0.1, 0.5, 0.9), 1e-12, 0);
        assertThat(Independent.of(cut, 0)).isInstanceOf(Reparameterized.class);
        assertThat(both.logProb(doubles(-1, 0.5)).toDoubles()[0]).isEqualTo(-INFINITE);
    }

    @Test
    void batchesBroadcastAndKeepTheirPrecision() {
        Normal components = Normal.of(backend.of(new float[] {0, 1, 2, 3, 4, 5}, 3, 2), floats(1, 2));
        Mixture mixture = Mixture.of(backend.of(new float[] {0.5f, 0.5f, 0.25f, 0.75f}, 2, 1, 2), components);
        assertThat(mixture.batchShape()).isEqualTo(Shape.of(2, 3));
        Tensor draws = mixture.sample(KEY, Shape.of(4));
        assertThat(draws).hasShape(4, 2, 3).hasDType(DType.FLOAT32);
        assertThat(mixture.logProb(draws)).hasShape(4, 2, 3).hasDType(DType.FLOAT32);
        assertThat(univariate(mixture).median()).hasShape(2, 3).hasDType(DType.FLOAT32);
        assertThat(draws.select(1, 0)).hasShape(4, 3);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> Mixture.of(doubles(0.5, 0.5), normals()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mixture: there are 2 weights, but 3 components");
        assertThatThrownBy(() -> Mixture.of(doubles(1), Normal.of(scalar(0), scalar(1))))
                .hasMessageContaining("need a last batch axis");
        assertThatThrownBy(() -> Mixture.of(
                        doubles(0.5, 0.5), List.of(Normal.of(scalar(0), scalar(1)), Normal.of(backend, 0, 1))))
                .hasMessageContaining("components[1]");
        assertThatThrownBy(() -> Mixture.of(weights(), List.of())).hasMessageContaining("there are no components");
    }

    @Test
    void weightsOfZeroHaveTheDerivativesOfTheSum() {
        // ∂ log p/∂wᵢ = pᵢ(x)/p(x), and of second order −pᵢpⱼ/p².
        Tensor w = doubles(0, 1);
        Normal parts = Normal.of(doubles(0, 2), scalar(1));
        UnaryOperator<Tensor> density =
                t -> Mixture.of(t, parts).logProb(scalar(0)).sum();
        double ratio = Math.exp(2);
        assertThat(Gradients.gradient(density).at(w)).isCloseTo(doubles(ratio, 1), 1e-14, 0);
        assertThat(Gradients.hessian(density).at(w).flatten())
                .isCloseTo(doubles(-ratio * ratio, -ratio, -ratio, -1), 1e-13, 0);
        UnaryOperator<Tensor> tail =
                t -> univariate(Mixture.of(t, parts)).logCdf(scalar(-1)).sum();
        Tensor cdf = parts.cdf(doubles(-1, -1));
        assertThat(Gradients.gradient(tail).at(w)).isCloseTo(cdf.div(cdf.toDoubles()[1]), 1e-13, 0);
        assertThat(Gradients.gradient(t -> Mixture.of(t, Exponential.of(doubles(1, 2)))
                                .logProb(doubles(-1, 1))
                                .max())
                        .at(w)
                        .toDoubles())
                .doesNotContain(Double.NaN);
    }
}
