package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.ChiSquared;
import io.surprisal.distributions.continuous.Logistic;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.discrete.BetaBinomial;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.distributions.multivariate.DirichletMultinomial;
import io.surprisal.distributions.multivariate.LKJ;
import io.surprisal.distributions.multivariate.LKJCholesky;
import io.surprisal.distributions.multivariate.LogisticNormal;
import io.surprisal.distributions.multivariate.MatrixNormal;
import io.surprisal.distributions.multivariate.Multinomial;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.distributions.multivariate.MultivariateStudentT;
import io.surprisal.distributions.multivariate.OneHotCategorical;
import io.surprisal.distributions.multivariate.PlackettLuce;
import io.surprisal.distributions.multivariate.PowerSpherical;
import io.surprisal.distributions.multivariate.RelaxedOneHotCategorical;
import io.surprisal.distributions.multivariate.SphericalUniform;
import io.surprisal.distributions.multivariate.VonMisesFisher;
import io.surprisal.distributions.multivariate.Wishart;
import io.surprisal.random.RandomKey;
import io.surprisal.special.GaussLegendre;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Draws of vectors by numbers made of them whose laws are known: elements, projections and ratios. Each test fails a right sampler once in 10⁶
 * times, and fails one whose cumulative probabilities are 0.02 off, as it shows on the same draws.
 */
class VectorSamplersTest extends OnReference {
    private static final int DRAWS = 60_000;
    private static final RandomKey KEY = RandomKey.of(20_251_121);

    private RandomKey key = KEY;

    @Test
    void drawsUnderAFixedKeyFollowTheirLaws() {
        all();
    }

    @Tag("nightly")
    @Test
    void drawsUnderAFreshKeyFollowTheirLaws() {
        key = RandomKey.of(System.nanoTime());
        all();
    }

    private void all() {
        normalVectors();
        studentVectors();
        simplexVectors();
        counts();
        matrices();
        orders();
    }

    /** Of a distribution in both precisions, numbers made of its draws. */
    private void follows(Distribution distribution, UnaryOperator<Tensor> number, Univariate law) {
        double[] numbers = number.apply(
                        distribution.sample(key, Shape.of(DRAWS)).cast(DType.FLOAT64))
                .flatten()
                .sort(0)
                .toDoubles();
        String what = distribution + ", " + key;
        if (law instanceof io.surprisal.distributions.family.DiscreteFamily) {
            SamplerTests.assertCounts(what, law, numbers);
        } else {
            SamplerTests.assertDistances(what, law, numbers, distribution.dtype());
        }
    }

    private void normalVectors() {
        Tensor mean = doubles(1, -2, 0.5);
        Tensor sigma = backend.of(new double[] {4, 1.25, 0.5, 1.25, 2, -0.25, 0.5, -0.25, 1}, 3, 3);
        Tensor loadings = backend.of(new double[] {1, 2, -1, 0.5, 0, 3}, 3, 2);
        Tensor a = doubles(1, -1, 2);
        for (MultivariateNormal normal : List.of(
                MultivariateNormal.of(mean, sigma),
                MultivariateNormal.fromCholesky(mean, sigma),
                MultivariateNormal.fromPrecision(mean, sigma),
                MultivariateNormal.fromScales(mean, doubles(1, 2, 3)),
                MultivariateNormal.fromLowRank(mean, loadings, doubles(1, 2, 3)))) {
            Tensor variance = normal.covariance().times(a).sum(-1).times(a).sum();
            follows(normal, x -> x.times(a).sum(-1), Normal.of(mean.times(a).sum(), variance.sqrt()));
            MultivariateNormal single = (MultivariateNormal) normal.family()
                    .of(normal.parameters().stream()
                            .map(p -> p.cast(DType.FLOAT32))
                            .toArray(Tensor[]::new));
            follows(single, x -> x.times(a).sum(-1), Normal.of(mean.times(a).sum(), variance.sqrt()));
        }
    }

    private void studentVectors() {
        Tensor place = doubles(1, -2);
        Tensor sigma = backend.of(new double[] {4, 1.25, 1.25, 2}, 2, 2);
        Tensor a = doubles(1, -1);
        Tensor scale = scalar(Math.sqrt(4 - 2.5 + 2));
        for (double df : new double[] {0.5, 2.5, 300}) {
            follows(
                    MultivariateStudentT.of(scalar(df), place, sigma),
                    x -> x.times(a).sum(-1),
                    StudentT.of(scalar(df), scalar(3), scale));
        }
    }

    private void simplexVectors() {
        Tensor alpha = doubles(0.25, 3, 40);
        follows(Dirichlet.of(alpha), x -> x.select(-1, 0), Beta.of(scalar(0.25), scalar(43)));
        follows(Dirichlet.of(alpha), x -> x.select(-1, 1), Beta.of(scalar(3), scalar(40.25)));
        Tensor sigma = backend.of(new double[] {4, 1.25, 1.25, 2}, 2, 2);
        follows(
                LogisticNormal.of(doubles(1, -1), sigma),
                x -> x.select(-1, 0).log().minus(x.select(-1, 1).log()),
                Normal.of(scalar(2), scalar(Math.sqrt(3.5))));
        Tensor logits = doubles(1, -1, 0.5);
        follows(
                RelaxedOneHotCategorical.fromLogits(scalar(0.75), logits),
                x -> x.select(-1, 0).log().minus(x.select(-1, 1).log()).times(0.75),
                Logistic.of(scalar(2), scalar(1)));
    }

    private void counts() {
        Tensor p = doubles(0.125, 0.25, 0.5, 0.125);
        follows(Multinomial.of(scalar(30), p), x -> x.select(-1, 1), Binomial.of(scalar(30), scalar(0.25)));
        follows(Multinomial.of(scalar(30), p), x -> x.select(-1, 3), Binomial.of(scalar(30), scalar(0.125)));
        Tensor alpha = doubles(0.5, 3, 4);
        follows(
                DirichletMultinomial.of(scalar(20), alpha),
                x -> x.select(-1, 1),
                BetaBinomial.of(scalar(20), scalar(3), scalar(4.5)));
        follows(OneHotCategorical.of(p), x -> x.argmax(-1).cast(DType.FLOAT64), Categorical.of(p));
    }

    private void matrices() {
        Tensor mean = backend.of(new double[] {1, 2, -1, 0, 3, 0.5}, 2, 3);
        Tensor rows = backend.of(new double[] {4, 1.25, 1.25, 2}, 2, 2);
        Tensor columns = backend.of(new double[] {4, 1.25, 0.5, 1.25, 2, -0.25, 0.5, -0.25, 1}, 3, 3);
        // aᵀXb with a = (1, −1) and b = (1, −1, 2).
        Tensor weights = backend.of(new double[] {1, -1, 2, -1, 1, -2}, 2, 3);
        Normal projection = Normal.of(mean.times(weights).sum(), scalar(Math.sqrt(3.5 * 10.5)));
        for (MatrixNormal normal : List.of(
                MatrixNormal.of(mean, rows, columns),
                MatrixNormal.fromCholesky(mean, rows.cholesky(), columns.cholesky()))) {
            follows(normal, x -> x.times(weights).sum(-1, -2), projection);
        }
        Tensor square = backend.of(new double[] {1, -1, 2, -1, 1, -2, 2, -2, 4}, 3, 3);
        for (double df : new double[] {2.25, 7}) {
            Wishart wishart = Wishart.of(scalar(df), columns);
            follows(wishart, x -> x.times(square).sum(-1, -2).div(10.5), ChiSquared.of(scalar(df)));
            follows(wishart, x -> x.select(-1, 2).select(-1, 2), ChiSquared.of(scalar(df)));
        }
        for (double eta : new double[] {0.5, 1, 6}) {
            Tensor shape = scalar(eta - 1 + 4 / 2.0);
            for (int[] place : new int[][] {{1, 0}, {2, 1}, {3, 0}, {3, 2}}) {
                follows(
                        LKJ.of(4, scalar(eta)),
                        x -> x.select(-1, place[1]).select(-1, place[0]).plus(1).times(0.5),
                        Beta.of(shape, shape));
            }
            follows(
                    LKJCholesky.of(4, scalar(eta)),
                    x -> x.select(-1, 3).select(-1, 3).square(),
                    Beta.of(scalar(eta), scalar(1.5)));
        }
    }

    private void orders() {
        PlackettLuce orders = PlackettLuce.of(doubles(1, -0.5, 0.25));
        Categorical law =
                Categorical.of(orders.logProb(orders.enumerateSupport()).exp());
        follows(
                orders,
                x -> x.select(-1, 0)
                        .times(2)
                        .plus(x.select(-1, 1).greater(x.select(-1, 2)).cast(DType.FLOAT64)),
                law);
    }

    /**
     * Of concentrations 10⁻⁶ one element is nearly 1, and the logarithm l of another has e^(10⁻⁶ l) nearly uniform: both to 10⁻⁴. No row of draws
     * misses the sum 1.
     */
    @Test
    void tinyConcentrationsHaveFiniteLogarithmsOfTheRightLaw() {
        Dirichlet dirichlet = Dirichlet.of(doubles(1e-6, 1e-6));
        double[] least = dirichlet.sampleLog(key, Shape.of(DRAWS)).min(-1).toDoubles();
        double[] uniform =
                Arrays.stream(least).map(l -> Math.exp(1e-6 * l)).sorted().toArray();
        SamplerTests.assertUniform("Dirichlet(1e-6, 1e-6)", uniform);
        Tensor draws = dirichlet.sample(key, Shape.of(DRAWS));
        follows(dirichlet, x -> x.argmax(-1).cast(DType.FLOAT64), Categorical.of(doubles(0.5, 0.5)));
        org.assertj.core.api.Assertions.assertThat(
                        draws.sum(-1).minus(1).abs().max().item())
                .isLessThan(1e-15);
    }

    /** The part along the mean direction, and the direction of the rest, whose parts are those of uniform directions of one dimension less. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 40})
    void directionsFollowTheirLaws(int d) {
        Tensor mu = backend.ones(Shape.of(d), DType.FLOAT64).div(Math.sqrt(d));
        Tensor across = backend.arange(d).cast(DType.FLOAT64).minus((d - 1) / 2.0);
        Tensor unit = across.div(across.square().sum().sqrt());
        double half = 0.5 * (d - 1);
        follows(
                SphericalUniform.of(backend, DType.FLOAT64, d),
                x -> halved(x, unit),
                Beta.of(scalar(half), scalar(half)));
        for (double k : new double[] {0, 20, 1e4}) {
            VonMisesFisher fisher = VonMisesFisher.of(mu, scalar(k));
            PowerSpherical power = PowerSpherical.of(mu, scalar(k));
            follows(power, x -> halved(x, mu), Beta.of(scalar(half + k), scalar(half)));
            double[] angles = fisher.sample(key, Shape.of(DRAWS))
                    .minus(mu)
                    .square()
                    .sum(-1)
                    .sqrt()
                    .times(0.5)
                    .minimum(1)
                    .asin()
                    .times(2)
                    .sort(0)
                    .toDoubles();
            SamplerTests.assertUniform("VonMisesFisher " + d + ", " + k, cumulative(angles, k, d));
            if (d > 2) {
                Beta law = Beta.of(scalar(half - 0.5), scalar(half - 0.5));
                for (Distribution distribution : List.of(fisher, power)) {
                    follows(
                            distribution,
                            x -> {
                                Tensor rest = x.minus(
                                        x.times(mu).sum(-1).expandDims(-1).times(mu));
                                Tensor length = rest.square().sum(-1).sqrt().expandDims(-1);
                                return halved(rest.div(length), unit);
                            },
                            law);
                }
            }
        }
    }

    private static Tensor halved(Tensor x, Tensor axis) {
        return x.times(axis).sum(-1).plus(1).times(0.5).clamp(0, 1);
    }

    /** The law of the angle to the mean direction, sin^(d − 2)θ e^(κ cos θ), summed from draw to draw. */
    private static double[] cumulative(double[] angles, double k, int d) {
        double[] sums = new double[angles.length];
        double before = 0;
        double sum = 0;
        for (int i = 0; i <= angles.length; i++) {
            double end = i < angles.length ? angles[i] : Math.PI;
            sum += GaussLegendre.integral(
                    t -> Math.pow(Math.sin(t), d - 2) * Math.exp(-2 * k * Math.pow(Math.sin(0.5 * t), 2)),
                    before,
                    end,
                    1);
            before = end;
            if (i < angles.length) {
                sums[i] = sum;
            }
        }
        double whole = sum;
        return Arrays.stream(sums).map(s -> s / whole).toArray();
    }
}
