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

    /** The mode, where a density may have a kink, ends a piece too. */
    private static double[] withMode(Univariate distribution, double[] ends) {
        if (!(distribution instanceof HasMode peaked)) {
            return ends;
        }
        double mode = peaked.mode().item();
        boolean isInside = mode > ends[0] && mode < ends[ends.length - 1];
        return isInside
                ? DoubleStream.concat(Arrays.stream(ends), DoubleStream.of(mode))
                        .sorted()
                        .distinct()
                        .toArray()
                : ends;
    }

    private double[] integrals(Univariate distribution, double[] ends) {
        int pieces = ends.length - 1;
        int points = 2 * NODES.length;
        double[] x = new double[pieces * points];
        for (int piece = 0; piece < pieces; piece++) {
            double half = (ends[piece + 1] - ends[piece]) / 2;
            double middle = ends[piece] + half;
            for (int i = 0; i < NODES.length; i++) {
                x[piece * points + 2 * i] = middle - half * NODES[i];
                x[piece * points + 2 * i + 1] = middle + half * NODES[i];
            }
        }
        double[] density = distribution.logProb(vector(x)).exp().toDoubles();
        double[] integrals = new double[pieces];
        for (int i = 0; i < density.length; i++) {
            int piece = i / points;
            integrals[piece] += density[i] * WEIGHTS[i % points / 2] * (ends[piece + 1] - ends[piece]) / 2;
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
