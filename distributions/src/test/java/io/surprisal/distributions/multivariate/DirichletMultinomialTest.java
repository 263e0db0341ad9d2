package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.discrete.BetaBinomial;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DirichletMultinomialTest extends OnReference {
    private Tensor small() {
        return doubles(0.125, 2.5, 0.5, 7);
    }

    /** mpmath, 50 digits: {@code src/test/python/multivariate_references.py}. */
    @Test
    void probabilitiesAgreeWithReferences() {
        assertThat(DirichletMultinomial.of(scalar(6), small())
                        .logProb(doubles(1, 0, 3, 2))
                        .item())
                .isCloseTo(-8.4894225965957627566, within(1e-13));
        assertThat(DirichletMultinomial.of(scalar(1000), doubles(1000, 250, 700, 0.5))
                        .logProb(doubles(500, 130, 369, 1))
                        .item())
                .isCloseTo(-9.4871394151801821744, within(1e-13));
    }

    @Test
    void twoCategoriesAreABetaBinomialCount() {
        Tensor k = doubles(0, 3, 30, 50);
        Tensor vectors = Tensor.stack(java.util.List.of(k, k.neg().plus(50)), -1);
        assertThat(DirichletMultinomial.of(scalar(50), doubles(0.5, 12)).logProb(vectors))
                .isCloseTo(BetaBinomial.of(scalar(50), scalar(0.5), scalar(12)).logProb(k), 1e-13, 0);
    }

    @Test
    void slopesAreDifferenceQuotients() {
        Tensor x = doubles(1, 0, 3, 2);
        double[] slope = Gradients.gradient(
                        a -> DirichletMultinomial.of(scalar(6), a).logProb(x))
                .at(small())
                .toDoubles();
        for (int i = 0; i < slope.length; i++) {
            Tensor step = backend.eye(4, DType.FLOAT64).select(0, i).times(1e-5);
            double above = DirichletMultinomial.of(scalar(6), small().plus(step))
                    .logProb(x)
                    .item();
            double below = DirichletMultinomial.of(scalar(6), small().minus(step))
                    .logProb(x)
                    .item();
            assertThat(slope[i]).isCloseTo((above - below) / 2e-5, within(1e-6 * Math.max(1, Math.abs(slope[i]))));
        }
    }

    /** Six standard errors of 20,000 draws. */
    @Test
    void drawsAreCountsWithTheMeanAndTheVariance() {
        DirichletMultinomial distribution = DirichletMultinomial.of(scalar(30), doubles(2, 0.5, 4));
        Tensor x = distribution.sample(RandomKey.of(8), Shape.of(20_000));
        assertThat(distribution.logProb(x).isFinite().all().item()).isEqualTo(1);
        double[] mean = distribution.mean().toDoubles();
        double[] variance = distribution.variance().toDoubles();
        double[] found = x.mean(0).toDoubles();
        double[] spread = x.minus(x.mean(0)).square().mean(0).toDoubles();
        for (int i = 0; i < mean.length; i++) {
            assertThat(found[i]).isCloseTo(mean[i], within(6 * Math.sqrt(variance[i] / 20_000)));
            assertThat(spread[i]).isCloseTo(variance[i], within(0.15 * variance[i]));
        }
    }

    /** By all counts, and with a batch in which the numbers of trials differ. */
    @Test
    void entropiesAreThoseOfTheProbabilities() {
        Tensor concentration = doubles(0.25, 3, 1.5);
        double[] found = DirichletMultinomial.of(doubles(0, 1, 6), concentration)
                .entropy()
                .toDoubles();
        for (int i = 0; i < 3; i++) {
            int n = new int[] {0, 1, 6}[i];
            double entropy = 0;
            for (int a = 0; a <= n; a++) {
                for (int b = 0; a + b <= n; b++) {
                    double log = DirichletMultinomial.of(scalar(n), concentration)
                            .logProb(doubles(a, b, n - a - b))
                            .item();
                    entropy -= Math.exp(log) * log;
                }
            }
            assertThat(found[i]).isCloseTo(entropy, within(1e-13));
        }
    }

    /** Against all counts of seven draws; concentrations below 1 want all or nothing. */
    @Test
    void theModeIsTheLikeliestOfAllCounts() {
        double[][] concentrations = {
            {1.5, 2, 4},
            {0.3, 2, 1.2},
            {0.3, 0.6, 1.01},
            {0.3, 0.6, 0.1},
            {5, 0.9, 0.99},
            {1, 1, 1},
            {0.5, 0.5, 0.5},
            {0.99, 50, 1}
        };
        Tensor all = DirichletMultinomialTest.counts(backend, 7);
        for (double[] alpha : concentrations) {
            DirichletMultinomial d = DirichletMultinomial.of(scalar(7), doubles(alpha));
            Tensor logProb = d.logProb(all);
            assertThat(d.mode().sum().item()).isEqualTo(7);
            assertThat(d.logProb(d.mode()).item())
                    .as(java.util.Arrays.toString(alpha))
                    .isGreaterThanOrEqualTo(logProb.max().item() - 1e-13);
        }
        assertThat(DirichletMultinomial.of(scalar(3), doubles(2, 2)).mode()).containsExactly(1, 2);
        assertThat(DirichletMultinomial.of(scalar(3), doubles(0.5, 0.5)).mode()).containsExactly(0, 3);
        assertThat(DirichletMultinomial.of(doubles(0, 2), doubles(0.5, 3)).mode())
                .hasShape(2, 2)
                .containsExactly(0, 0, 0, 2);
    }

    private static Tensor counts(Backend backend, int n) {
        double[] counts = new double[(n + 1) * (n + 2) / 2 * 3];
        int at = 0;
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n - i; j++) {
                counts[at++] = i;
                counts[at++] = j;
                counts[at++] = n - i - j;
            }
        }
        return backend.of(counts, counts.length / 3, 3);
    }
}
