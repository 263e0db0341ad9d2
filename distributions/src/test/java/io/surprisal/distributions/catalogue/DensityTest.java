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
    /** Ends of the pieces that are integrated, as probabilities. */
    private static final double[] LEVELS = {
        1e-6, 1e-4, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1 - 1e-4
    };

    /** Nodes and weights of Gauss and Legendre's rule with 8 points on [−1, 1], for the positive nodes. */
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private static final int PANELS = 16;

    @ParameterizedTest
    @MethodSource("families")
    void densityIntegratesToTheProbabilityOfEachPiece(Family<?> family) {
        for (List<Double> parameters : points(family)) {
            Univariate distribution = at(family, parameters);
            if (isDiscrete(distribution)) {
                return;
            }
            double[] ends = distribution.quantile(vector(LEVELS)).toDoubles();
            double[] cdf = distribution.cdf(vector(ends)).toDoubles();
            for (int i = 1; i < ends.length; i++) {
                double piece = integral(distribution, ends[i - 1], ends[i]);
                double expected = cdf[i] - cdf[i - 1];
                assertThat(piece)
                        .as("%s%s between %s and %s", family, parameters, ends[i - 1], ends[i])
                        .isCloseTo(expected, within(1e-7));
            }
        }
    }

    private double integral(Univariate distribution, double from, double to) {
        int points = 2 * NODES.length;
        double[] x = new double[PANELS * points];
        double half = (to - from) / PANELS / 2;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int i = 0; i < NODES.length; i++) {
                x[panel * points + 2 * i] = middle - half * NODES[i];
                x[panel * points + 2 * i + 1] = middle + half * NODES[i];
            }
        }
        double[] density = distribution.logProb(vector(x)).exp().toDoubles();
        double sum = 0;
        for (int i = 0; i < density.length; i++) {
            sum += density[i] * WEIGHTS[i % points / 2];
        }
        return sum * half;
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
