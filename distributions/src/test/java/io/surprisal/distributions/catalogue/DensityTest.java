package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Densities and masses add up to the cumulative probabilities, and so to 1. */
class DensityTest extends OnFamilies {
    /** The log-odds of the first and last probability of what is integrated, and the number of pieces, a fraction of a unit of log-odds each. */
    private static final double END = Math.log(1e6);

    private static final int PIECES = 200;

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
        for (List<Double> parameters : points(family)) {
            Univariate distribution = at(family, parameters);
            if (isDiscrete(distribution)) {
                return;
            }
            double[] levels = new double[PIECES + 1];
            for (int i = 0; i <= PIECES; i++) {
                levels[i] = 1 / (1 + Math.exp(END - 2 * END * i / PIECES));
            }
            double[] ends = distribution.quantile(vector(levels)).toDoubles();
            double[] cdf = distribution.cdf(vector(ends)).toDoubles();
            double[] pieces = integrals(distribution, ends);
            for (int i = 0; i < PIECES; i++) {
                assertThat(pieces[i])
                        .as("%s%s between %s and %s", family, parameters, ends[i], ends[i + 1])
                        .isCloseTo(cdf[i + 1] - cdf[i], within(1e-8));
            }
        }
    }

    private double[] integrals(Univariate distribution, double[] ends) {
        int points = 2 * NODES.length;
        double[] x = new double[PIECES * points];
        for (int piece = 0; piece < PIECES; piece++) {
            double half = (ends[piece + 1] - ends[piece]) / 2;
            for (int i = 0; i < NODES.length; i++) {
                x[piece * points + 2 * i] = ends[piece] + half * (1 - NODES[i]);
                x[piece * points + 2 * i + 1] = ends[piece] + half * (1 + NODES[i]);
            }
        }
        double[] density = distribution.logProb(vector(x)).exp().toDoubles();
        double[] sums = new double[PIECES];
        for (int i = 0; i < density.length; i++) {
            int piece = i / points;
            sums[piece] += density[i] * WEIGHTS[i % points / 2] * (ends[piece + 1] - ends[piece]) / 2;
        }
        return sums;
    }

    @ParameterizedTest
    @MethodSource("families")
    void massesAddUpToTheCumulativeProbabilities(Family<?> family) {
        for (List<Double> parameters : points(family)) {
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
                assertThat(sum).as("%s%s to %s", family, parameters, k[i]).isCloseTo(cdf[i], within(1e-11));
                assertThat(cdf[i] + survival[i]).isCloseTo(1, within(1e-14));
            }
        }
    }
}
