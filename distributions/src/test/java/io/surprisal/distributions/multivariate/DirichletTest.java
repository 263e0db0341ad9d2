package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DirichletTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(5);

    private Tensor small() {
        return doubles(0.125, 2.5, 0.5, 7);
    }

    private Tensor large() {
        return doubles(1000, 250, 700, 0.5);
    }

    /** mpmath, 50 digits: {@code src/test/python/multivariate_references.py}; the second log-density has the condition number 4,000. */
    @Test
    void densitiesAndEntropiesAgreeWithReferences() {
        Dirichlet dirichlet = Dirichlet.of(Tensor.stack(java.util.List.of(small(), large()), 0));
        Tensor x = backend.of(new double[] {0.0625, 0.25, 0.1875, 0.5, 0.5, 0.125, 0.359375, 0.015625}, 2, 4);
        double[] found = dirichlet.logProb(x).toDoubles();
        assertThat(found[0]).isCloseTo(0.65307593292068629999, within(1e-14));
        assertThat(found[1]).isCloseTo(-17.911677315314504152, within(4_000 * 0x1p-52));
        double[] entropies = dirichlet.entropy().toDoubles();
        assertThat(entropies[0]).isCloseTo(-10.369545861800500927, within(1e-13));
        assertThat(entropies[1]).isCloseTo(-14.098012766125567475, within(1e-13));
    }

    @Test
    void twoElementsAreABetaVariable() {
        Dirichlet dirichlet = Dirichlet.of(doubles(0.7, 40));
        Beta beta = Beta.of(scalar(0.7), scalar(40));
        Tensor x = doubles(1e-9, 0.125, 0.75);
        Tensor vectors = Tensor.stack(java.util.List.of(x, x.neg().plus(1)), -1);
        assertThat(dirichlet.logProb(vectors)).isCloseTo(beta.logProb(x), 1e-14, 1e-14);
        assertThat(dirichlet.entropy()).isCloseTo(beta.entropy(), 0, 1e-14);
        assertThat(dirichlet.variance().select(-1, 0)).isCloseTo(beta.variance(), 1e-14, 0);
    }

    @Test
    void edgesAreLimits() {
        Tensor corner = doubles(0, 0.5, 0.5);
        assertThat(Dirichlet.of(doubles(2, 1, 1)).logProb(corner).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Dirichlet.of(doubles(0.5, 1, 1)).logProb(corner).item()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Dirichlet.of(doubles(1, 1, 1)).logProb(corner).item()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Dirichlet.of(doubles(1, 1, 1))
                        .logProb(doubles(0.5, 0.5, 0.5))
                        .item())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Dirichlet.of(doubles(1, 1, 1))
                        .logProb(doubles(0.5, Double.NaN, 0.5))
                        .item())
                .isNaN();
    }

    /** Six standard errors of 40,000 draws, exceeded once in 5e8 times. */
    @Test
    void drawsHaveTheMeanAndTheVariance() {
        Dirichlet dirichlet = Dirichlet.of(small());
        Tensor x = dirichlet.sample(KEY, Shape.of(40_000));
        assertThat(x.sum(-1)).isCloseTo(backend.ones(Shape.of(40_000), DType.FLOAT64), 1e-14, 0);
        double[] mean = dirichlet.mean().toDoubles();
        double[] variance = dirichlet.variance().toDoubles();
        double[] found = x.mean(0).toDoubles();
        double[] spread = x.minus(x.mean(0)).square().mean(0).toDoubles();
        for (int i = 0; i < mean.length; i++) {
            assertThat(found[i]).isCloseTo(mean[i], within(6 * Math.sqrt(variance[i] / 40_000)));
            assertThat(spread[i]).isCloseTo(variance[i], within(0.1 * variance[i]));
        }
    }

    @Test
    void tinyConcentrationsGiveCornersAndNotNaN() {
        Tensor x = Dirichlet.of(doubles(1e-6, 1e-6)).sample(KEY, Shape.of(100));
        assertThat(x.max(-1)).isCloseTo(backend.ones(Shape.of(100), DType.FLOAT64), 0, 1e-12);
    }

    /** d E[x₁]/dα₁ = α₂/(α₁ + α₂)², from draws with the same key: to six standard errors. */
    @Test
    void meanOfDrawsMovesAsTheMeanDoes() {
        Tensor slope = Gradients.gradient(a -> Dirichlet.of(a)
                        .rsample(KEY, Shape.of(20_000))
                        .select(-1, 0)
                        .mean())
                .at(doubles(2, 3));
        assertThat(slope).isCloseTo(doubles(3 / 25.0, -2 / 25.0), 0, 0.005);
    }

    @Test
    void slopesAreDifferenceQuotients() {
        Tensor x = doubles(0.0625, 0.25, 0.1875, 0.5);
        double[] slope = Gradients.gradient(
                        a -> Dirichlet.of(a).logProb(x).plus(Dirichlet.of(a).entropy()))
                .at(small())
                .toDoubles();
        for (int i = 0; i < slope.length; i++) {
            Tensor step = backend.eye(4, DType.FLOAT64).select(0, i).times(1e-5);
            Dirichlet above = Dirichlet.of(small().plus(step));
            Dirichlet below = Dirichlet.of(small().minus(step));
            double quotient = above.logProb(x)
                            .plus(above.entropy())
                            .minus(below.logProb(x))
                            .minus(below.entropy())
                            .item()
                    / 2e-5;
            assertThat(slope[i]).isCloseTo(quotient, within(1e-6 * Math.max(1, Math.abs(quotient))));
        }
    }

    @Test
    void refusedConcentrationsAreNamed() {
        assertThatThrownBy(() -> Dirichlet.of(doubles(1, -2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Dirichlet: concentration must be positive");
        assertThatThrownBy(() -> Dirichlet.of(doubles(1, 2)).logProb(doubles(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not end in the event shape [2]");
    }

    @Test
    void drawsOfSinglePrecisionHaveAProbability() {
        Dirichlet distribution = Dirichlet.of(floats(0.05f, 0.3f, 20));
        Tensor x = distribution.sample(RandomKey.of(7), Shape.of(1_000));
        assertThat(x).hasDType(DType.FLOAT32).hasShape(1_000, 3);
        assertThat(distribution
                        .logProb(x)
                        .greater(Double.NEGATIVE_INFINITY)
                        .all()
                        .item())
                .isEqualTo(1);
    }
}
