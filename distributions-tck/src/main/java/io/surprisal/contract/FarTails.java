package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Tensor;

/** Probabilities far below those that differences from 1 can tell from 0. */
final class FarTails {
    private static final double[] LOGS = {-50, -300, -690};
    private static final double TOLERANCE = 1e-9;

    private FarTails() {}

    static void verify(Subject subject) {
        Univariate univariate = subject.univariate().orElse(null);
        if (univariate == null) {
            return;
        }
        Tensor logP = subject.vector(LOGS);
        Tensor ends = univariate.quantile(subject.vector(0, 1));
        Tensor below = univariate.quantileOfLog(logP);
        Tensor above = univariate.inverseSurvivalOfLog(logP);
        verify(subject, univariate, "logCdf", below, univariate.logCdf(below), ends.toDoubles()[0]);
        verify(subject, univariate, "logSurvival", above, univariate.logSurvival(above), ends.toDoubles()[1]);
    }

    private static void verify(Subject subject, Univariate univariate, String name, Tensor x, Tensor back, double end) {
        double[] at = x.toDoubles();
        double[] log = back.toDoubles();
        double[] density = univariate.logProb(x).toDoubles();
        for (int i = 0; i < LOGS.length; i++) {
            // Next to an end of the support doubles may be too few.
            boolean isAtEnd = Double.isFinite(end) && Math.abs(at[i] - end) <= 1e3 * Math.ulp(end);
            double rounding = 8 * Math.ulp(at[i]) * Math.exp(density[i] - LOGS[i]);
            double tolerance = TOLERANCE * -LOGS[i] + rounding;
            if (subject.isOfCounts()) {
                // The probability of one number more or less.
                double step = Math.exp(density[i] - log[i]);
                tolerance +=
                        Math.abs(Math.log1p(-Math.min(step, 1 - 1e-16))) + Math.log1p(Math.exp(density[i] - log[i]));
            }
            if (!isAtEnd && Double.isFinite(at[i])) {
                Check.FAR_TAILS.requireClose(
                        subject,
                        "%s(%s), the place of %s,".formatted(name, at[i], LOGS[i]),
                        log[i],
                        LOGS[i],
                        tolerance);
            }
        }
    }
}
