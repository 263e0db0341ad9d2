package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Densities and masses add up to the cumulative probabilities, and so to 1. */
class DensityTest extends OnFamilies {
    /** Pieces end at equal steps of log(p/(1 − p)) between these. */
    private static final double REACH = 14;

    private static final int PIECES = 224;

    /** Nodes and weights of Gauss and Legendre's rule with 8 points on [−1, 1], for the positive nodes. */
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    @ParameterizedTest
    @MethodSource("families")
    void densityIntegratesToTheProbabilityOfEachPiece(Family<?> family) {
        for (Point parameters : points(family)) {
            Univariate distribution = at(family, parameters);
            if (isDiscrete(distribution)) {
                return;
            }
            Tensor logit = backend.linspace(-REACH, REACH, PIECES + 1, DType.FLOAT64);
            Tensor ends = Tensor.where(
                    logit.less(0),
                    distribution.quantile(logit.sigmoid()),
                    distribution.inverseSurvival(logit.neg().sigmoid()));
            double[] x = withMode(distribution, ends.toDoubles());
            if (CombinatorFamilies.isMixture(family)) {
                // Several modes in one piece are too much for the quadrature.
                x = subdivided(x);
            }
            double[] cdf = distribution.cdf(vector(x)).toDoubles();
            double[] survival = distribution.survival(vector(x)).toDoubles();
            double[] pieces = integrals(distribution, x);
            for (int i = 0; i < pieces.length; i++) {
                double expected = cdf[i] < 0.5 ? cdf[i + 1] - cdf[i] : survival[i] - survival[i + 1];
                // Where doubles are so dense that a piece has few of them, its ends are not met.
                double spacing = Math.ulp(x[i + 1]) / (x[i + 1] - x[i]);
                if (!(spacing < 0.01)) {
                    continue;
                }
                assertThat(pieces[i])
                        .as("%s at %s between %s and %s", family, parameters, x[i], x[i + 1])
                        .isCloseTo(expected, within(expected * (1e-6 + 4 * spacing)));
            }
        }
    }

    private static double[] subdivided(double[] ends) {
        int parts = 32;
        double[] all = new double[(ends.length - 1) * parts + 1];
        for (int i = 0; i < all.length; i++) {
            double low = ends[i / parts];
            double high = ends[Math.min(i / parts + 1, ends.length - 1)];
            all[i] = low + (high - low) * (i % parts) / parts;
        }
        return all;
    }

    /** The mode, where a density may have a kink, ends a piece too. */
    private static double[] withMode(Univariate distribution, double[] ends) {
        double mode = modeOf(distribution);
        boolean isInside = mode > ends[0] && mode < ends[ends.length - 1];
        return isInside
                ? DoubleStream.concat(Arrays.stream(ends), DoubleStream.of(mode))
                        .sorted()
                        .distinct()
                        .toArray()
                : ends;
    }

    /** NaN where it is not known. */
    private static double modeOf(Univariate distribution) {
        return distribution
                .capability(HasMode.class)
                .map(peaked -> peaked.mode().item())
                .orElse(Double.NaN);
    }

    private double[] integrals(Univariate distribution, double[] ends) {
        double mode = modeOf(distribution);
        int pieces = ends.length - 1;
        int points = 2 * NODES.length;
        double[] x = new double[pieces * points];
        double[] weight = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double low = ends[i / points];
            double high = ends[i / points + 1];
            double t = 0.5 + (i % 2 == 0 ? -0.5 : 0.5) * NODES[i % points / 2];
            weight[i] = WEIGHTS[i % points / 2] * (high - low) / 2;
            if (low == mode || high == mode) {
                // At a cusp by t³(10 − 15t + 6t²), which has no slope at 0 and 1.
                weight[i] *= 30 * t * t * (1 - t) * (1 - t);
                t *= t * t * (10 - t * (15 - 6 * t));
            }
            x[i] = low + (high - low) * t;
        }
        double[] density = distribution.logProb(vector(x)).exp().toDoubles();
        double[] integrals = new double[pieces];
        for (int i = 0; i < density.length; i++) {
            integrals[i / points] += density[i] * weight[i];
        }
        return integrals;
    }

    @ParameterizedTest
    @MethodSource("families")
    void massesAddUpToTheCumulativeProbabilities(Family<?> family) {
        for (Point parameters : points(family)) {
            Univariate distribution = at(family, parameters);
            if (!isDiscrete(distribution)) {
                return;
            }
            double[] ends = distribution.quantile(doubles(1e-5, 1 - 1e-5)).toDoubles();
            int count = (int) Math.min(5_000, ends[1] - ends[0] + 1);
            double[] k = new double[count];
            for (int i = 0; i < count; i++) {
                k[i] = ends[0] + i;
            }
            double[] mass = distribution.logProb(vector(k)).exp().toDoubles();
            double[] cdf = distribution.cdf(vector(k)).toDoubles();
            double[] survival = distribution.survival(vector(k)).toDoubles();
            double sum = cdf[0] - mass[0];
            for (int i = 0; i < count; i++) {
                sum += mass[i];
                assertThat(sum).as("%s at %s to %s", family, parameters, k[i]).isCloseTo(cdf[i], within(1e-11));
                assertThat(cdf[i] + survival[i]).isCloseTo(1, within(1e-14));
            }
        }
    }
}
