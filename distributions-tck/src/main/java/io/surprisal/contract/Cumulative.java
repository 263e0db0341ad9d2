package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Tensor;

/** The cdf against the density, between numbers that the draws suggest. */
final class Cumulative {
    private static final double TOLERANCE = 1e-6;
    private static final double LEVEL_TOLERANCE = 2e-5;
    private static final int PIECES = 40;
    private static final int PARTS = 16;
    /** Abscissas and weights of Gauss and Legendre on (−1, 1), the positive half of eight. */
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private Cumulative() {}

    static void verify(Subject subject) {
        Univariate univariate = subject.univariate().orElse(null);
        if (univariate == null) {
            return;
        }
        double[] draws = subject.sorted();
        if (subject.isOfCounts()) {
            verifyCounts(subject, univariate, draws);
        } else {
            verifyNumbers(subject, univariate, draws);
        }
    }

    private static void verifyNumbers(Subject subject, Univariate univariate, double[] draws) {
        double[] ends = new double[PIECES + 1];
        for (int i = 0; i <= PIECES; i++) {
            ends[i] = draws[(int) ((draws.length - 1) * (0.01 + 0.98 * i / PIECES))];
        }
        double[] cdf = univariate.cdf(subject.vector(ends)).toDoubles();
        double[] integrals = integrals(subject, ends);
        for (int i = 0; i < PIECES; i++) {
            Check.CUMULATIVE_PROBABILITIES.requireClose(
                    subject,
                    "cdf(%s) − cdf(%s)".formatted(ends[i + 1], ends[i]),
                    cdf[i + 1] - cdf[i],
                    integrals[i],
                    TOLERANCE);
        }
        verifyLevel(subject, univariate);
    }

    /** Differences do not see a cdf that is too high everywhere. */
    private static void verifyLevel(Subject subject, Univariate univariate) {
        double[] middle = Quadrature.of(subject).middle();
        Tensor x = subject.vector(middle[0]);
        Check check = Check.CUMULATIVE_PROBABILITIES;
        check.requireClose(
                subject, "cdf(%s)".formatted(middle[0]), univariate.cdf(x).item(), middle[1], LEVEL_TOLERANCE);
        check.requireClose(
                subject,
                "survival(%s)".formatted(middle[0]),
                univariate.survival(x).item(),
                1 - middle[1],
                LEVEL_TOLERANCE);
    }

    private static double[] integrals(Subject subject, double[] ends) {
        int points = 2 * NODES.length;
        int perPiece = PARTS * points;
        double[] x = new double[(ends.length - 1) * perPiece];
        double[] weight = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int piece = i / perPiece;
            int part = i % perPiece / points;
            double width = (ends[piece + 1] - ends[piece]) / PARTS;
            double node = (i % 2 == 0 ? -1 : 1) * NODES[i % points / 2];
            x[i] = ends[piece] + width * (part + 0.5 + 0.5 * node);
            weight[i] = WEIGHTS[i % points / 2] * width / 2;
        }
        double[] log = subject.distribution().logProb(subject.vector(x)).toDoubles();
        double[] integrals = new double[ends.length - 1];
        for (int i = 0; i < x.length; i++) {
            integrals[i / perPiece] += weight[i] * Math.exp(log[i]);
        }
        return integrals;
    }

    private static void verifyCounts(Subject subject, Univariate univariate, double[] draws) {
        double from = draws[(int) (0.001 * draws.length)];
        double to = Math.min(from + 5_000, draws[(int) (0.999 * draws.length)]);
        double[] k = new double[(int) (to - from) + 1];
        for (int i = 0; i < k.length; i++) {
            k[i] = from + i;
        }
        double[] before = k.clone();
        for (int i = 0; i < k.length; i++) {
            before[i]--;
        }
        double[] here = univariate.cdf(subject.vector(k)).toDoubles();
        double[] below = univariate.cdf(subject.vector(before)).toDoubles();
        double[] mass = subject.distribution().logProb(subject.vector(k)).exp().toDoubles();
        for (int i = 0; i < k.length; i++) {
            Check.CUMULATIVE_PROBABILITIES.requireClose(
                    subject, "cdf(%s) − cdf(%s)".formatted(k[i], before[i]), here[i] - below[i], mass[i], 1e-9);
        }
        double sum = Quadrature.of(subject).expectation((y, log) -> y <= from ? 1.0 : 0.0);
        Check.CUMULATIVE_PROBABILITIES.requireClose(subject, "cdf(%s)".formatted(from), here[0], sum, LEVEL_TOLERANCE);
    }
}
