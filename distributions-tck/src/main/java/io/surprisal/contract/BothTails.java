package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Tensor;

/** The two tails against each other and against their logarithms. */
final class BothTails {
    private static final double TOLERANCE = 1e-12;
    private static final int POINTS = 101;

    private BothTails() {}

    static void verify(Subject subject) {
        Univariate univariate = subject.univariate().orElse(null);
        if (univariate == null) {
            return;
        }
        double[] draws = subject.sorted();
        double[] x = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = draws[(int) ((draws.length - 1L) * i / (POINTS - 1))];
        }
        Tensor at = subject.vector(x);
        double[] cdf = univariate.cdf(at).toDoubles();
        double[] survival = univariate.survival(at).toDoubles();
        double[] logCdf = univariate.logCdf(at).toDoubles();
        double[] logSurvival = univariate.logSurvival(at).toDoubles();
        for (int i = 0; i < POINTS; i++) {
            Check check = Check.TAILS;
            check.requireClose(subject, "cdf + survival at " + x[i], cdf[i] + survival[i], 1, TOLERANCE);
            check.requireClose(subject, "exp(logCdf(%s))".formatted(x[i]), Math.exp(logCdf[i]), cdf[i], 1e-10 * cdf[i]);
            check.requireClose(
                    subject,
                    "exp(logSurvival(%s))".formatted(x[i]),
                    Math.exp(logSurvival[i]),
                    survival[i],
                    1e-10 * survival[i]);
            if (i > 0) {
                check.require(
                        cdf[i] >= cdf[i - 1] * (1 - TOLERANCE) && survival[i] <= survival[i - 1] * (1 + TOLERANCE),
                        subject,
                        "between %s and %s the cdf goes from %s to %s and the survival function from %s to %s.",
                        x[i - 1],
                        x[i],
                        cdf[i - 1],
                        cdf[i],
                        survival[i - 1],
                        survival[i]);
            }
        }
    }
}
