package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MultinomialTest extends OnReference {
    private Tensor p() {
        return doubles(0.125, 0.25, 0.5, 0.125);
    }

    /** mpmath, 50 digits: {@code src/test/python/multivariate_references.py}; the condition number is the number of trials. */
    @Test
    void probabilitiesAgreeWithReferences() {
        Multinomial few = Multinomial.of(scalar(6), p());
        assertThat(few.logProb(doubles(1, 0, 3, 2)).item()).isCloseTo(-4.2234216044972430282, within(2e-14));
        Multinomial many = Multinomial.of(scalar(1000), p());
        assertThat(many.logProb(doubles(120, 260, 500, 120)).item())
                .isCloseTo(-10.379974034266052071, within(1_000 * 0x1p-52));
    }

    @Test
    void twoCategoriesAreABinomialCount() {
        Tensor k = doubles(0, 3, 30, 50);
        Tensor vectors = Tensor.stack(java.util.List.of(k, k.neg().plus(50)), -1);
        Tensor expected = Binomial.of(scalar(50), scalar(0.375)).logProb(k);
        assertThat(Multinomial.of(scalar(50), doubles(0.375, 0.625)).logProb(vectors))
                .isCloseTo(expected, 1e-14, 1e-14);
        assertThat(Multinomial.fromLogits(scalar(50), doubles(Math.log(3), Math.log(5)))
                        .logProb(vectors))
                .isCloseTo(expected, 1e-13, 1e-14);
    }

    @Test
    void impossibleCategoriesAndWrongSumsHaveNoProbability() {
        Multinomial multinomial = Multinomial.of(scalar(3), doubles(0.5, 0, 0.5));
        assertThat(multinomial.logProb(doubles(1, 0, 2)).item()).isCloseTo(Math.log(3.0 / 8), within(1e-15));
        assertThat(multinomial.logProb(doubles(1, 1, 1)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(multinomial.logProb(doubles(1, 0, 1)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(multinomial.logProb(doubles(1.5, 0, 1.5)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Multinomial.of(scalar(0), p()).logProb(doubles(0, 0, 0, 0)).item())
                .isZero();
    }

    /** Six standard errors of 20,000 draws. */
    @Test
    void drawsAreCountsWithTheMeanAndTheVariance() {
        Multinomial multinomial = Multinomial.of(doubles(7, 100), p());
        Tensor x = multinomial.sample(RandomKey.of(3), Shape.of(20_000));
        assertThat(x).hasShape(20_000, 2, 4);
        assertThat(multinomial.logProb(x).isFinite().all().item()).isEqualTo(1);
        double[] mean = multinomial.mean().toDoubles();
        double[] variance = multinomial.variance().toDoubles();
        double[] found = x.mean(0).toDoubles();
        double[] spread = x.minus(x.mean(0)).square().mean(0).toDoubles();
        for (int i = 0; i < mean.length; i++) {
            assertThat(found[i]).isCloseTo(mean[i], within(6 * Math.sqrt(variance[i] / 20_000)));
            assertThat(spread[i]).isCloseTo(variance[i], within(0.1 * variance[i]));
        }
    }

    @Test
    void slopesInLogitsAreCountsLessTheirMeans() {
        Tensor x = doubles(1, 0, 3, 2);
        Tensor slope = Gradients.gradient(
                        l -> Multinomial.fromLogits(scalar(6), l).logProb(x))
                .at(p().log());
        assertThat(slope).isCloseTo(x.minus(p().times(6)), 1e-13, 1e-13);
    }

    @Test
    void modesAreTheMostLikelyOfAllCounts() {
        for (double[] p :
                new double[][] {{0.25, 0.25, 0.5}, {0.1, 0.2, 0.7}, {0.01, 0.01, 0.98}, {0.45, 0.45, 0.1}, {0, 0.4, 0.6}
                }) {
            for (int n : new int[] {0, 1, 2, 7, 8}) {
                Multinomial counts = Multinomial.of(scalar(n), doubles(p));
                double best = Double.NEGATIVE_INFINITY;
                for (int a = 0; a <= n; a++) {
                    for (int b = 0; a + b <= n; b++) {
                        best = Math.max(
                                best, counts.logProb(doubles(a, b, n - a - b)).item());
                    }
                }
                assertThat(counts.logProb(counts.mode()).item()).isCloseTo(best, within(1e-12));
            }
        }
        assertThat(Multinomial.of(doubles(1, 2), doubles(0.5, 0.5)).mode()).containsExactly(0, 1, 1, 1);
    }
}
