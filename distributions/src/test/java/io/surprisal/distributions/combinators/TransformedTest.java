package io.surprisal.distributions.combinators;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Affine;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.bijectors.Log;
import io.surprisal.distributions.bijectors.Ordered;
import io.surprisal.distributions.bijectors.Sigmoid;
import io.surprisal.distributions.bijectors.SoftmaxCentered;
import io.surprisal.distributions.bijectors.Softplus;
import io.surprisal.distributions.bijectors.Stereographic;
import io.surprisal.distributions.bijectors.Tanh;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Gumbel;
import io.surprisal.distributions.continuous.LogNormal;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.distributions.multivariate.LogisticNormal;
import io.surprisal.distributions.multivariate.Multinomial;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.distributions.multivariate.VonMisesFisher;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TransformedTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(11);
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private Normal normal() {
        return Normal.of(scalar(0.3), scalar(0.7));
    }

    @Test
    void numbersOutsideTheImageHaveNoDensity() {
        Distribution logNormal = Transformed.of(normal(), new Exp());
        assertThat(logNormal.logProb(doubles(-1, 0, INFINITE, -INFINITE)))
                .containsExactly(-INFINITE, -INFINITE, -INFINITE, -INFINITE);
        assertThat(logNormal.logProb(doubles(Double.NaN)).item()).isNaN();
        assertThat(logNormal.support()).isEqualTo(Interval.POSITIVE);
        double slope = Gradients.gradient(x -> Transformed.of(Normal.of(x, scalar(1)), new Exp())
                        .logProb(doubles(-1, 0, 2))
                        .max())
                .at(scalar(0))
                .item();
        assertThat(slope).isFinite();
    }

    @Test
    void entropyOfAnExponentialIsThatOfTheLogNormal() {
        Distribution transformed = Transformed.of(normal(), new Exp());
        LogNormal expected = LogNormal.of(scalar(0.3), scalar(0.7));
        assertThat(transformed.capability(HasEntropy.class).orElseThrow().entropy())
                .isCloseTo(expected.entropy(), 1e-15, 0);
        assertThat(transformed.capability(HasMoments.class)).isEmpty();
        assertThat(Transformed.of(normal(), new Sigmoid()).capability(HasEntropy.class))
                .isEmpty();
    }

    @Test
    void theLogarithmOfAnExponentialIsMirroredGumbel() {
        Univariate actual = Transformed.of(Exponential.of(scalar(1)), new Log())
                .capability(Univariate.class)
                .orElseThrow();
        Univariate expected = LocationScale.of(Gumbel.of(scalar(0), scalar(1)), 0, -1);
        Tensor x = doubles(-50, -3, 0, 1, 3);
        assertThat(actual.logProb(x)).isCloseTo(expected.logProb(x), 1e-14, 1e-15);
        assertThat(actual.logCdf(x)).isCloseTo(expected.logCdf(x), 1e-14, 1e-15);
        assertThat(actual.logSurvival(x)).isCloseTo(expected.logSurvival(x), 1e-14, 1e-15);
    }

    @Test
    void affineMapsHaveMomentsEntropyAndMode() {
        Gumbel base = Gumbel.of(doubles(0, 1), doubles(1, 2));
        Distribution mirrored = Transformed.of(base, new Affine(scalar(3), scalar(-2)));
        HasHigherMoments moments = mirrored.capability(HasHigherMoments.class).orElseThrow();
        assertThat(moments.mean()).isCloseTo(base.mean().times(-2).plus(3), 1e-15, 0);
        assertThat(moments.variance()).isCloseTo(base.variance().times(4), 1e-15, 0);
        assertThat(moments.skewness()).isCloseTo(base.skewness().neg(), 1e-15, 0);
        assertThat(moments.kurtosis()).isCloseTo(base.kurtosis(), 1e-15, 0);
        assertThat(mirrored.capability(HasMode.class).orElseThrow().mode())
                .isCloseTo(base.mode().times(-2).plus(3), 1e-15, 0);
        assertThat(mirrored.capability(HasEntropy.class).orElseThrow().entropy())
                .isCloseTo(base.entropy().plus(Math.log(2)), 1e-15, 0);
    }

    @Test
    void discreteOutcomesKeepTheirProbabilities() {
        Poisson base = Poisson.of(scalar(3));
        LocationScale tenths = LocationScale.of(base, 0.7, -0.1);
        Tensor k = doubles(0, 1, 2, 3, 7);
        Tensor y = k.times(-0.1).plus(0.7);
        assertThat(tenths.logProb(y)).isCloseTo(base.logProb(k), 1e-15, 0);
        assertThat(tenths.survival(y)).isCloseTo(base.cdf(k.minus(1)), 1e-15, 0);
        assertThat(tenths.cdf(y)).isCloseTo(base.survival(k.minus(1)), 1e-15, 0);
        assertThat(tenths.logProb(doubles(0.65)).item()).isEqualTo(-INFINITE);
        assertThat(tenths).isNotInstanceOf(Reparameterized.class);
        assertThat(tenths.capability(HasEntropy.class).orElseThrow().entropy()).isCloseTo(base.entropy(), 1e-15, 0);
        assertThat(tenths.logProb(tenths.sample(KEY, Shape.of(100))).min().item())
                .isFinite();
    }

    @Test
    void vectorsAreTransformedWithTheirDeterminants() {
        Tensor mean = doubles(0.2, -0.4);
        Tensor covariance = backend.of(new double[] {1, 0.3, 0.3, 0.5}, 2, 2);
        MultivariateNormal base = MultivariateNormal.of(mean, covariance);
        Distribution transformed = Transformed.of(base, new SoftmaxCentered());
        LogisticNormal expected = LogisticNormal.of(base);
        Tensor y = expected.sample(KEY, Shape.of(5));
        assertThat(transformed.eventShape()).isEqualTo(Shape.of(3));
        assertThat(transformed.logProb(y)).isCloseTo(expected.logProb(y), 1e-12, 1e-12);
        assertThat(transformed).isInstanceOf(Reparameterized.class);
        assertThat(transformed.sample(KEY, Shape.of(5))).hasShape(5, 3);
        assertThat(transformed.capability(Univariate.class)).isEmpty();
    }

    @Test
    void mapsOfNumbersWorkOnEachElementOfVectors() {
        Independent base = Independent.of(Normal.of(doubles(0, 1, 2), doubles(1, 1, 3)), 1);
        Distribution transformed = Transformed.of(base, new Exp());
        Tensor y = doubles(0.5, 2, 7);
        assertThat(transformed.logProb(y))
                .isCloseTo(
                        LogNormal.of(doubles(0, 1, 2), doubles(1, 1, 3))
                                .logProb(y)
                                .sum(),
                        1e-14,
                        0);
        assertThat(transformed.logProb(doubles(0.5, -2, 7)).item()).isEqualTo(-INFINITE);
        assertThat(transformed.logProb(doubles(0.5, Double.NaN, 7)).item()).isNaN();
        Distribution ordered = Transformed.of(base, new Ordered());
        assertThat(ordered.support().holds(ordered.sample(KEY, Shape.of(50))).toBooleans())
                .containsOnly(true);
        assertThat(ordered.logProb(doubles(3, 2, 5)).item()).isEqualTo(-INFINITE);
    }

    @Test
    void batchesOfMapsDrawIndependently() {
        Distribution transformed = Transformed.of(normal(), new Affine(doubles(0, 0, 0), doubles(1, 1, -1)));
        assertThat(transformed.batchShape()).isEqualTo(Shape.of(3));
        double[] draws = transformed.sample(KEY, Shape.scalar()).toDoubles();
        assertThat(draws).hasSize(3);
        assertThat(draws[0]).isNotEqualTo(draws[1]);
        Normal wide = Normal.of(backend.of(new double[] {100, 0}, 2, 1), scalar(1));
        Tensor y =
                LocationScale.of(wide, doubles(0, 1_000, 0), doubles(1, 1, -1)).sample(KEY, Shape.of(4));
        assertThat(y).hasShape(4, 2, 3);
        double[] first = y.select(0, 0).round().div(100).round().plus(0).toDoubles();
        assertThat(first).containsExactly(1, 11, -1, 0, 10, 0);
    }

    @Test
    void elementwiseMapsOfEachDirectionExchangeTails() {
        LocationScale both = LocationScale.of(normal(), doubles(1, 1), doubles(2, -2));
        Tensor x = doubles(40, 40);
        double[] tails = both.logSurvival(x).toDoubles();
        double[] other = both.logCdf(doubles(-38 + 1.2, 2 - 40)).toDoubles();
        assertThat(tails[0]).isLessThan(-300);
        assertThat(other[1]).isLessThan(-300);
        assertThat(both.quantile(both.cdf(doubles(0.4, 0.4)))).isCloseTo(doubles(0.4, 0.4), 1e-14, 0);
    }

    @Test
    void vectorMapsNeedVectors() {
        assertThatThrownBy(() -> Transformed.of(normal(), new SoftmaxCentered()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Transformed: ")
                .hasMessageContaining("Independent.of");
        assertThatThrownBy(() -> LocationScale.of(normal(), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LocationScale: scale must be finite and not 0, but scale = 0.0");
    }

    @Test
    void drawsInSinglePrecisionStaySingle() {
        Distribution transformed = Transformed.of(Normal.of(backend, 0, 1), new Exp());
        assertThat(transformed.sample(KEY, Shape.of(4))).hasDType(DType.FLOAT32);
        assertThat(transformed.logProb(floats(1, 2))).hasDType(DType.FLOAT32);
        assertThat(transformed.capability(Reparameterized.class).orElseThrow().rsample(KEY, Shape.of(4)))
                .isBitEqualTo(transformed.sample(KEY, Shape.of(4)));
    }

    @Test
    void discreteVectorsKeepTheirProbabilities() {
        Independent counts = Independent.of(Poisson.of(doubles(3, 4)), 1);
        Distribution doubled = Transformed.of(counts, new Affine(scalar(0), scalar(2)));
        assertThat(doubled.logProb(doubles(4, 6))).isCloseTo(counts.logProb(doubles(2, 3)), 1e-15, 0);
        assertThat(doubled.logProb(doubles(4, 5)).item()).isEqualTo(-INFINITE);
        // 0.7 − 0.1 k is rounded, and so is the way back.
        Distribution tenths = Transformed.of(counts, new Affine(scalar(0.7), scalar(-0.1)));
        Tensor k = backend.of(new double[] {0, 1, 2, 3, 7, 6, 12, 5}, 4, 2);
        Tensor y = k.times(-0.1).plus(0.7);
        assertThat(tenths.logProb(y)).isCloseTo(counts.logProb(k), 1e-15, 0);
        assertThat(tenths.validated().logProb(y)).isCloseTo(counts.logProb(k), 1e-15, 0);
        assertThat(tenths.logProb(tenths.sample(KEY, Shape.of(100))).min().item())
                .isFinite();
    }

    @Test
    void probabilitiesOfMovedDiscreteVectorsSumToOne() {
        Multinomial base = Multinomial.of(scalar(2), doubles(0.5, 0.3, 0.2));
        Distribution moved = Transformed.of(base, new Affine(doubles(1, 0, -1), scalar(3)));
        Tensor counts = backend.of(new double[] {2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 1, 0, 1, 0, 1, 0, 1, 1}, 6, 3);
        Tensor y = counts.times(3).plus(doubles(1, 0, -1));
        assertThat(moved.logProb(y).exp().sum().item()).isCloseTo(1, within(1e-14));
        Distribution vectors = Mixture.of(doubles(0.5, 0.5), List.of(base, base));
        assertThat(Transformed.of(vectors, new Affine(scalar(0), scalar(3)))
                        .logProb(counts.times(3))
                        .exp()
                        .sum()
                        .item())
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void mixturesOfVectorsWithDifferentSupportsHaveDeterminants() {
        Distribution reals = Independent.of(Normal.of(doubles(0, 0), scalar(1)), 1);
        Distribution positive = Independent.of(Exponential.of(doubles(1, 1)), 1);
        Distribution mixture = Mixture.of(doubles(0.5, 0.5), List.of(reals, positive));
        Tensor x = doubles(0.5, 2);
        assertThat(Transformed.of(mixture, new Affine(scalar(0), scalar(2))).logProb(x.times(2)))
                .isCloseTo(mixture.logProb(x).minus(2 * Math.log(2)), 1e-15, 0);
    }

    @Test
    void densitiesNeedNoDraw() {
        Distribution base = new Undrawn(Independent.of(Normal.of(doubles(0, 1), doubles(1, 2)), 1));
        Distribution transformed = Transformed.of(base, new Exp());
        assertThat(transformed.logProb(doubles(0.5, 2)).item()).isFinite();
        assertThatThrownBy(() -> transformed.logProb(doubles(-0.5, 2))).isInstanceOf(IllegalStateException.class);
    }

    /** A distribution that cannot be drawn from. */
    private record Undrawn(Distribution of) implements Distribution {
        @Override
        public Shape eventShape() {
            return of.eventShape();
        }

        @Override
        public Shape batchShape() {
            return of.batchShape();
        }

        @Override
        public Backend backend() {
            return of.backend();
        }

        @Override
        public DType dtype() {
            return of.dtype();
        }

        @Override
        public Tensor sample(RandomKey key, Shape sampleShape) {
            throw new IllegalStateException("no draws");
        }

        @Override
        public Tensor logProb(Tensor x) {
            return of.logProb(x);
        }

        @Override
        public Constraint support() {
            return of.support();
        }

        @Override
        public void forEachTensor(Consumer<? super Tensor> visitor) {
            of.forEachTensor(visitor);
        }
    }

    @Test
    void mapsOfElementsMayFollowMapsOfVectors() {
        Independent base = Independent.of(Normal.of(doubles(0, 1, 2), scalar(1)), 1);
        Distribution ordered = Transformed.of(base, new Ordered());
        Tensor y = doubles(0.5, 2, 7);
        assertThat(Transformed.of(base, new Ordered().then(new Exp())).logProb(y))
                .isCloseTo(ordered.logProb(y.log()).minus(y.log().sum()), 1e-14, 0);
    }

    /** The density of log x over its first two elements is that of x times x₁x₂. */
    @Test
    void elementsOfASimplexAreMappedWithTheDeterminantOfTheFirst() {
        Dirichlet base = Dirichlet.of(doubles(1.5, 2, 0.7));
        Distribution logs = Transformed.of(base, new Log());
        Tensor x = base.sample(KEY, Shape.of(4));
        Tensor expected = base.logProb(x).plus(x.log().slice(-1, 0, 2).sum(-1));
        assertThat(logs.logProb(x.log())).isCloseTo(expected, 1e-13, 1e-13);
        Distribution mixed = Transformed.of(Mixture.of(doubles(0.5, 0.5), List.of(base, base)), new Log());
        assertThat(mixed.logProb(x.log())).isCloseTo(expected, 1e-13, 1e-13);
        Distribution there = Transformed.of(logs, new Exp());
        assertThat(there.logProb(x)).isCloseTo(base.logProb(x), 1e-12, 1e-12);
    }

    @Test
    void elementsOfDirectionsAreNotMapped() {
        VonMisesFisher directions = VonMisesFisher.of(doubles(0, 0, 1), scalar(2));
        assertThatThrownBy(() -> Transformed.of(directions, new Exp()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Transformed: Exp[] takes arguments of 0 axes, but outcomes of VonMisesFisher")
                .hasMessageContaining("depend on each other");
        Distribution plane = Transformed.of(directions, new Stereographic().inverted());
        assertThat(plane.logProb(plane.sample(KEY, Shape.of(5))).min().item()).isFinite();
    }

    /** Those of the map itself on this backend, which computes on the host anyway; and their slopes. */
    @Test
    void drawsAreTheMapOfTheBasesDraws() {
        for (Bijector map :
                List.of(new Exp(), new Sigmoid(), new Tanh(), new Softplus(), new Affine(scalar(1), scalar(-3)))) {
            Reparameterized transformed = Transformed.of(normal(), map)
                    .capability(Reparameterized.class)
                    .orElseThrow();
            Tensor x = normal().sample(KEY, Shape.of(6));
            assertThat(transformed.sample(KEY, Shape.of(6))).isBitEqualTo(map.forward(x));
            Tensor slope = Gradients.gradient(m -> Transformed.of(Normal.of(m, scalar(0.7)), map)
                            .capability(Reparameterized.class)
                            .orElseThrow()
                            .rsample(KEY, Shape.of(6))
                            .sum())
                    .at(scalar(0.3));
            Tensor expected = Gradients.gradient(y -> map.forward(y).sum()).at(x);
            assertThat(slope.item()).as(map.toString()).isCloseTo(expected.sum().item(), within(1e-14));
        }
    }
}
