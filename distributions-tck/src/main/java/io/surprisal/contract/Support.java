package io.surprisal.contract;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/** Inside, outside and at the ends of the support. */
final class Support {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private Support() {}

    static void verify(Subject subject) {
        Distribution d = subject.distribution();
        Constraint support = d.support();
        Tensor draws = d.sample(subject.key(), Shape.of(2_000));
        boolean[] inside = support.holds(draws).toBooleans();
        double[] log = d.logProb(draws).toDoubles();
        for (int i = 0; i < inside.length; i++) {
            Check.SUPPORT.require(
                    inside[i], subject, "draw %d, %s, is not %s.", i, words(draws.select(0, i)), support.rule());
            Check.SUPPORT.require(
                    log[i] > Double.NEGATIVE_INFINITY,
                    subject,
                    "draw %d, %s, has the log-probability %s.",
                    i,
                    words(draws.select(0, i)),
                    log[i]);
        }
        if (draws.dtype().isFloating()) {
            outside(subject, draws);
        }
        if (subject.isOfNumbers()) {
            numbers(subject, support);
        }
    }

    private static String words(Tensor outcome) {
        return outcome.size() == 1 ? Double.toString(outcome.item()) : Arrays.toString(outcome.toDoubles());
    }

    /** Draws mirrored, moved, stretched: whatever of it is outside. */
    private static void outside(Subject subject, Tensor draws) {
        Tensor some = draws.slice(0, 0, 20);
        for (Tensor moved : new Tensor[] {
            some.neg(),
            some.plus(0.37),
            some.times(2.5),
            some.minus(1e4),
            some.plus(1e4),
            some.times(0).plus(INFINITE)
        }) {
            boolean[] inside = subject.distribution().support().holds(moved).toBooleans();
            double[] log = subject.distribution().logProb(moved).toDoubles();
            for (int i = 0; i < inside.length; i++) {
                Check.SUPPORT.require(
                        inside[i] || log[i] == Double.NEGATIVE_INFINITY,
                        subject,
                        "%s is not %s, but has the log-probability %s instead of −∞.",
                        words(moved.select(0, i)),
                        subject.distribution().support().rule(),
                        log[i]);
            }
        }
    }

    private static void numbers(Subject subject, Constraint support) {
        Univariate own = subject.univariate().orElse(null);
        if (own == null) {
            return;
        }
        atInfinity(subject, own);
        if (support instanceof Interval interval) {
            Tensor like = subject.vector(0);
            double low = interval.low(like).item();
            double high = interval.high(like).item();
            Check check = Check.SUPPORT;
            check.requireClose(
                    subject, "quantile(0)", own.quantile(subject.vector(0)).item(), low, 0);
            check.requireClose(
                    subject, "quantile(1)", own.quantile(subject.vector(1)).item(), high, 0);
            check.requireClose(
                    subject,
                    "inverseSurvival(0)",
                    own.inverseSurvival(subject.vector(0)).item(),
                    high,
                    0);
            check.requireClose(
                    subject,
                    "quantileOfLog(−∞)",
                    own.quantileOfLog(subject.vector(-INFINITE)).item(),
                    low,
                    0);
            beyond(subject, own, low - 1.5, 0);
            beyond(subject, own, high + 1.5, 1);
        }
    }

    private static void atInfinity(Subject subject, Univariate own) {
        Tensor x = subject.vector(-INFINITE, INFINITE);
        double[] cdf = own.cdf(x).toDoubles();
        double[] survival = own.survival(x).toDoubles();
        double[] logCdf = own.logCdf(x).toDoubles();
        Check.SUPPORT.requireClose(subject, "cdf(−∞)", cdf[0], 0, 0);
        Check.SUPPORT.requireClose(subject, "cdf(∞)", cdf[1], 1, 0);
        Check.SUPPORT.requireClose(subject, "survival(−∞)", survival[0], 1, 0);
        Check.SUPPORT.requireClose(subject, "survival(∞)", survival[1], 0, 0);
        Check.SUPPORT.requireClose(subject, "logCdf(−∞)", logCdf[0], -INFINITE, 0);
    }

    private static void beyond(Subject subject, Univariate own, double x, double cdf) {
        if (Double.isFinite(x)) {
            Tensor at = subject.vector(x);
            Check.SUPPORT.requireClose(
                    subject, "logProb(%s)".formatted(x), own.logProb(at).item(), -INFINITE, 0);
            Check.SUPPORT.requireClose(
                    subject, "cdf(%s)".formatted(x), own.cdf(at).item(), cdf, 0);
            Check.SUPPORT.requireClose(
                    subject, "survival(%s)".formatted(x), own.survival(at).item(), 1 - cdf, 0);
        }
    }
}
