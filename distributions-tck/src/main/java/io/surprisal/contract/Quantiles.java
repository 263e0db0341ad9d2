package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Tensor;
import java.util.function.BiFunction;

/** Quantiles against cumulative probabilities. */
final class Quantiles {
    private static final double TOLERANCE = 1e-9;
    private static final double[] P = {1e-9, 1e-5, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99};

    private Quantiles() {}

    static void verify(Subject subject) {
        Univariate univariate = subject.univariate().orElse(null);
        if (univariate == null) {
            return;
        }
        Tensor p = subject.vector(P);
        verify(subject, univariate, "quantile", P, univariate.quantile(p), Univariate::cdf, false);
        verify(subject, univariate, "inverseSurvival", P, univariate.inverseSurvival(p), Univariate::survival, true);
        BiFunction<Univariate, Tensor, Tensor> cdfOfLog = (d, x) -> d.logCdf(x).exp();
        BiFunction<Univariate, Tensor, Tensor> survivalOfLog =
                (d, x) -> d.logSurvival(x).exp();
        verify(subject, univariate, "quantileOfLog", P, univariate.quantileOfLog(p.log()), cdfOfLog, false);
        verify(
                subject,
                univariate,
                "inverseSurvivalOfLog",
                P,
                univariate.inverseSurvivalOfLog(p.log()),
                survivalOfLog,
                true);
        double median = univariate.median().item();
        Check.QUANTILES.requireClose(
                subject,
                "median()",
                median,
                univariate.quantile(subject.vector(0.5)).item(),
                Math.ulp(median));
    }

    private static void verify(
            Subject subject,
            Univariate univariate,
            String name,
            double[] p,
            Tensor x,
            BiFunction<Univariate, Tensor, Tensor> probability,
            boolean isFalling) {
        double[] found = x.toDoubles();
        double[] back = probability.apply(univariate, x).toDoubles();
        double[] log = univariate.logProb(x).toDoubles();
        double[] before = probability.apply(univariate, x.minus(1)).toDoubles();
        for (int i = 0; i < p.length; i++) {
            String what = "the probability at %s(%s) = %s".formatted(name, p[i], found[i]);
            if (subject.isOfCounts()) {
                double slack = p[i] * 1e-12;
                boolean isEnough = isFalling ? back[i] <= p[i] + slack : back[i] >= p[i] - slack;
                boolean isFirst = isFalling ? before[i] >= p[i] - slack : before[i] <= p[i] + slack;
                Check.QUANTILES.require(
                        isEnough && isFirst,
                        subject,
                        "%s is %s, and one number before it %s: it is not the first that is enough.",
                        what,
                        back[i],
                        before[i]);
            } else {
                // A quantile is rounded to a double.
                double rounding = 8 * Math.ulp(found[i]) * Math.exp(log[i]);
                Check.QUANTILES.requireClose(subject, what, back[i], p[i], TOLERANCE * p[i] + rounding);
            }
        }
    }
}
