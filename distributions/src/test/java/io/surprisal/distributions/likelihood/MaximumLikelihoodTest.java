package io.surprisal.distributions.likelihood;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Parameters;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.combinators.Mixture;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.GeneralizedPareto;
import io.surprisal.distributions.continuous.Gumbel;
import io.surprisal.distributions.continuous.Laplace;
import io.surprisal.distributions.continuous.LogNormal;
import io.surprisal.distributions.continuous.LogUniform;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.Pareto;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.continuous.Triangular;
import io.surprisal.distributions.continuous.TruncatedNormal;
import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.continuous.Weibull;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.distributions.discrete.NegativeBinomial;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parametric;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.optim.Adam;
import io.surprisal.optim.MinimisationResult;
import io.surprisal.random.RandomKey;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaximumLikelihoodTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(41);

    private static double[] parameters(Fit<?> fit) {
        return ((Parametric) fit.distribution())
                .parameters().stream().mapToDouble(Tensor::item).toArray();
    }

    private static Tensor draws(Distribution distribution, int count) {
        return distribution.sample(KEY, Shape.of(count));
    }

    @Test
    void normalsHaveMeanAndDeviationOfTheData() {
        for (double[] truth : new double[][] {{0, 1}, {3e6, 0.01}, {-1e-5, 1e-9}, {5, 1e8}}) {
            Tensor data = draws(Normal.of(scalar(truth[0]), scalar(truth[1])), 500);
            Fit<Normal> fit = MaximumLikelihood.fit(Normal.FAMILY, data);
            assertThat(fit.converged()).as("%s", fit).isTrue();
            double sd = data.standardDeviation().item();
            assertThat(parameters(fit)[0]).isCloseTo(data.mean().item(), within(1e-6 * sd));
            assertThat(parameters(fit)[1]).isCloseTo(sd, within(1e-6 * sd));
            double[] logs = fit.distribution().logProb(data).toDoubles();
            assertThat(fit.logLikelihood()).isCloseTo(Arrays.stream(logs).sum(), within(1e-6));
        }
    }

    @Test
    void closedFormsAreFound() {
        Tensor waits = draws(Exponential.of(scalar(250)), 300);
        assertThat(parameters(MaximumLikelihood.fit(Exponential.FAMILY, waits))[0])
                .isCloseTo(1 / waits.mean().item(), within(1e-4));
        Tensor counts = draws(Poisson.of(scalar(7)), 300);
        assertThat(parameters(MaximumLikelihood.fit(Poisson.FAMILY, counts))[0])
                .isCloseTo(counts.mean().item(), within(1e-6));
        Tensor sizes = draws(LogNormal.of(scalar(2), scalar(0.3)), 300);
        double[] logNormal = parameters(MaximumLikelihood.fit(LogNormal.FAMILY, sizes));
        assertThat(logNormal[0]).isCloseTo(sizes.log().mean().item(), within(1e-6));
        assertThat(logNormal[1]).isCloseTo(sizes.log().standardDeviation().item(), within(1e-6));
    }

    @Test
    void gammaAndBetaSolveTheirEquations() {
        Tensor data = draws(Gamma.of(scalar(2.5), scalar(40)), 400);
        double[] gamma = parameters(MaximumLikelihood.fit(Gamma.FAMILY, data));
        double excess = Math.log(gamma[0])
                - Polygamma.digamma(gamma[0])
                - (Math.log(data.mean().item()) - data.log().mean().item());
        assertThat(excess).isCloseTo(0, within(1e-8));
        assertThat(gamma[0] / gamma[1]).isCloseTo(data.mean().item(), within(1e-8));
        Tensor parts = draws(Beta.of(scalar(0.7), scalar(3)), 400);
        double[] beta = parameters(MaximumLikelihood.fit(Beta.FAMILY, parts));
        double both = Polygamma.digamma(beta[0] + beta[1]);
        assertThat(Polygamma.digamma(beta[0]) - both)
                .isCloseTo(parts.log().mean().item(), within(1e-7));
        assertThat(Polygamma.digamma(beta[1]) - both)
                .isCloseTo(parts.neg().log1p().mean().item(), within(1e-7));
    }

    @Test
    void neighboursAreLessLikely() {
        beatsNeighbours(Gumbel.FAMILY, draws(Gumbel.of(scalar(3), scalar(2)), 200));
        beatsNeighbours(Weibull.FAMILY, draws(Weibull.of(scalar(1.7), scalar(20)), 200));
        beatsNeighbours(StudentT.FAMILY, draws(StudentT.of(scalar(4), scalar(-2), scalar(0.5)), 400));
        beatsNeighbours(NegativeBinomial.FAMILY, draws(NegativeBinomial.of(scalar(3), scalar(0.4)), 400));
    }

    private static void beatsNeighbours(Family<?> family, Tensor data) {
        Fit<?> fit = MaximumLikelihood.fit(family, data);
        assertThat(fit.converged()).as("%s: %s", family, fit).isTrue();
        double[] found = parameters(fit);
        for (int i = 0; i < found.length; i++) {
            for (double factor : new double[] {0.99, 1.01}) {
                double[] moved = found.clone();
                moved[i] *= factor;
                Tensor[] tensors = new Tensor[moved.length];
                for (int j = 0; j < moved.length; j++) {
                    tensors[j] = data.backend().scalar(moved[j], DType.FLOAT64);
                }
                double other = family.of(tensors).logProb(data).sum().item();
                assertThat(other).as("%s, parameter %s", family, i).isLessThan(fit.logLikelihood());
            }
        }
    }

    @Test
    void discreteParametersAreGiven() {
        Tensor data = draws(Binomial.of(scalar(12), scalar(0.3)), 300);
        Fit<Binomial> fit = MaximumLikelihood.of(Binomial.FAMILY)
                .withFixed("trials", scalar(12))
                .fit(data);
        assertThat(parameters(fit)[1]).isCloseTo(data.mean().item() / 12, within(1e-8));
        assertThatThrownBy(() -> MaximumLikelihood.fit(Binomial.FAMILY, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withFixed(\"trials\"");
    }

    @Test
    void weightsCountAsRepetitions() {
        Fit<Poisson> weighted = MaximumLikelihood.of(Poisson.FAMILY)
                .withWeights(doubles(1, 3, 0))
                .fit(doubles(2, 6, 1_000));
        assertThat(parameters(weighted)[0]).isCloseTo(5, within(1e-7));
    }

    @Test
    void vectorsAndBatchesAreFitted() {
        Tensor data = draws(Dirichlet.of(doubles(2, 0.5, 7)), 2_000);
        Fit<Dirichlet> fit = MaximumLikelihood.fit(Dirichlet.FAMILY, data);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.distribution().parameters().get(0)).isCloseTo(doubles(2, 0.5, 7), 0.1, 0);
        Tensor columns = draws(Normal.of(doubles(0, 100), doubles(1, 5)), 300);
        Fit<Normal> both = MaximumLikelihood.of(Normal.FAMILY)
                .withStart("mean", doubles(1, 1))
                .withStart("scale", doubles(10, 10))
                .fit(columns);
        assertThat(both.distribution().mean()).isCloseTo(columns.mean(0), 1e-5, 1e-5);
    }

    @Test
    void modelsOfOnesOwnAreFunctionsOfUnconstrainedParameters() {
        Tensor data = Tensor.concat(
                List.of(draws(Normal.of(scalar(-3), scalar(1)), 300), draws(Normal.of(scalar(4), scalar(0.5)), 700)),
                0);
        Parameters start = Parameters.of("logits", doubles(0, 0))
                .with("means", doubles(-1, 1))
                .with("logScales", doubles(0, 0));
        Fit<Mixture> fit = MaximumLikelihood.fit(
                p -> Mixture.fromLogits(
                        p.get("logits"),
                        Normal.of(p.get("means"), p.get("logScales").exp())),
                start,
                data);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.distribution().weights().probabilities()).isCloseTo(doubles(0.3, 0.7), 0, 0.01);
    }

    @Test
    void anOptimiserForTrainingFindsTheSame() {
        Tensor data = draws(Gumbel.of(scalar(3), scalar(2)), 200);
        double[] expected = parameters(MaximumLikelihood.fit(Gumbel.FAMILY, data));
        Fit<Gumbel> fit = MaximumLikelihood.of(Gumbel.FAMILY)
                .withMinimiser(Minimiser.stepping(Adam.of(0.02), 5_000))
                .fit(data);
        assertThat(fit.converged()).isTrue();
        assertThat(parameters(fit)).usingComparatorWithPrecision(1e-3).containsExactly(expected);
    }

    @Test
    void whatDoesNotConvergeSaysSo() {
        Fit<Uniform> uniform = MaximumLikelihood.fit(Uniform.FAMILY, doubles(0.1, 0.5, 0.7));
        assertThat(uniform.converged()).isFalse();
        Fit<Gamma> cut = MaximumLikelihood.of(Gamma.FAMILY)
                .withMinimiser(Minimiser.stepping(Adam.of(0.001), 3))
                .fit(doubles(0.1, 0.5, 0.7));
        assertThat(cut.converged()).isFalse();
        assertThat(cut.ending()).isEqualTo(MinimisationResult.Ending.ITERATION_LIMIT);
    }

    @Test
    void dataOutsideTheSupportAreNamed() {
        assertThatThrownBy(() -> MaximumLikelihood.fit(Gamma.FAMILY, doubles(1, -2, 3, -4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Gamma: data must be at least 0")
                .hasMessageContaining("data[1] = -2.0, data[3] = -4.0 are not");
        assertThatThrownBy(() -> MaximumLikelihood.fit(Gamma.FAMILY, doubles(1, Double.NaN)))
                .hasMessageContaining("data[1] = NaN");
        assertThatThrownBy(() -> MaximumLikelihood.fit(Gamma.FAMILY, doubles())).hasMessageContaining("no data");
    }

    @Test
    void theFitHasTheDataType() {
        Fit<Normal> fit = MaximumLikelihood.fit(Normal.FAMILY, floats(1, 2, 4));
        assertThat(fit.distribution().dtype()).isEqualTo(DType.FLOAT32);
        assertThat(fit.iterations()).isPositive();
    }

    @Test
    void endsOfSupportsAreFoundAroundTheData() {
        Tensor uniform = draws(Uniform.of(scalar(0), scalar(1)), 400);
        double[] ends = parameters(MaximumLikelihood.fit(Uniform.FAMILY, uniform));
        assertThat(ends[0]).isCloseTo(uniform.min().item(), within(1e-8));
        assertThat(ends[1]).isCloseTo(uniform.max().item(), within(1e-8));
        Tensor scales = draws(LogUniform.of(scalar(0.01), scalar(100)), 400);
        double[] logEnds = parameters(MaximumLikelihood.fit(LogUniform.FAMILY, scales));
        assertThat(logEnds[0]).isCloseTo(scales.min().item(), within(1e-8));
        Tensor sizes = draws(Pareto.of(scalar(1.5), scalar(0.02)), 400);
        double[] pareto = parameters(MaximumLikelihood.fit(Pareto.FAMILY, sizes));
        double excess = sizes.log().mean().item() - Math.log(sizes.min().item());
        assertThat(pareto)
                .usingComparatorWithPrecision(1e-5)
                .containsExactly(1 / excess, sizes.min().item());
        beatsTheTruth(Triangular.of(scalar(-2), scalar(5), scalar(1)));
        beatsTheTruth(TruncatedNormal.of(scalar(1), scalar(2), scalar(0), scalar(3)));
        beatsTheTruth(Pareto.of(scalar(1.5), scalar(0.02)));
        beatsTheTruth(GeneralizedPareto.of(scalar(7), scalar(2), scalar(0.2)));
    }

    private static void beatsTheTruth(Parametric truth) {
        Distribution distribution = (Distribution) truth;
        Tensor data = draws(distribution, 400);
        Fit<?> fit = MaximumLikelihood.fit(truth.family(), data);
        assertThat(fit.logLikelihood())
                .as("%s for %s", fit, truth)
                .isGreaterThanOrEqualTo(distribution.logProb(data).sum().item())
                .isFinite();
        assertThat(fit.distribution().logProb(data).sum().item()).isCloseTo(fit.logLikelihood(), within(1e-6));
    }

    @Test
    void aStartOutsideTheDataIsNamed() {
        assertThatThrownBy(() -> MaximumLikelihood.of(Uniform.FAMILY)
                        .withStart("low", scalar(0.2))
                        .withStart("high", scalar(0.6))
                        .fit(doubles(0.1, 0.5, 0.7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Uniform: no start was found at which all data are possible: data[0] = 0.1")
                .hasMessageContaining("withStart");
    }

    @Test
    void normalVectorsHaveMeanAndCovarianceOfTheData() {
        Tensor factor = backend.of(new double[] {1, 0, 0, 20, 30, 0, -0.01, 0.02, 0.05}, 3, 3);
        Tensor data = draws(MultivariateNormal.fromCholesky(doubles(1e3, -4, 0), factor), 200);
        Tensor centred = data.minus(data.mean(0));
        Tensor covariance = centred.matmul(centred, true, false).div(200);
        for (Family<MultivariateNormal> family :
                List.of(MultivariateNormal.FAMILY, MultivariateNormal.BY_FACTOR, MultivariateNormal.BY_PRECISION)) {
            Fit<MultivariateNormal> fit = MaximumLikelihood.fit(family, data);
            assertThat(fit.converged()).as("%s", fit).isTrue();
            assertThat(fit.distribution().mean()).isCloseTo(data.mean(0), 1e-6, 1e-6);
            assertThat(fit.distribution().covariance()).isCloseTo(covariance, 1e-5, 1e-8);
        }
        Fit<MultivariateNormal> apart = MaximumLikelihood.fit(MultivariateNormal.BY_SCALES, data);
        assertThat(apart.distribution().covariance().diagonal()).isCloseTo(covariance.diagonal(), 1e-5, 0);
        assertThatThrownBy(() -> MaximumLikelihood.fit(MultivariateNormal.BY_LOW_RANK, data))
                .hasMessageContaining("loadings")
                .hasMessageContaining("withStart");
    }

    @Test
    void weightsAreNotNegativeAndFitTheData() {
        MaximumLikelihood<Normal> fit = MaximumLikelihood.of(Normal.FAMILY);
        assertThatThrownBy(() -> fit.withWeights(doubles(1, -1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MaximumLikelihood: weights must be at least 0, but weights[1] = -1.0");
        assertThatThrownBy(() -> fit.withWeights(doubles(1, 1, 1)).fit(doubles(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("MaximumLikelihood: weights must broadcast")
                .hasMessageContaining("[3]")
                .hasMessageContaining("[2]");
    }

    @Test
    void wholeNumbersAreFittedInDoublePrecision() {
        Fit<Poisson> fit = MaximumLikelihood.fit(Poisson.FAMILY, backend.of(new long[] {1, 2, 4}));
        assertThat(fit.distribution().dtype()).isEqualTo(DType.FLOAT64);
        assertThat(parameters(fit)[0]).isCloseTo(7 / 3.0, within(1e-7));
    }

    @Test
    void medianAndMeanDeviationAreTheKinkOfLaplace() {
        // The median, where the slope jumps from −1/3 to 1/3.
        Fit<Laplace> fit = MaximumLikelihood.fit(Laplace.FAMILY, doubles(-1, 0, 5));
        assertThat(parameters(fit)[0]).isCloseTo(0, within(1e-4));
        assertThat(parameters(fit)[1]).isCloseTo(2, within(1e-4));
    }
}
