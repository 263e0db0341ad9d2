package io.surprisal.distributions.combinators;

import io.surprisal.distributions.HasMode;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Entropy, moments and mode of truncated numbers: by quadrature between quantiles, or by sums over whole numbers. */
final class TruncatedStatistics {
    /** Logarithms of probabilities on each side, at whose quantiles pieces end: of light tails the first ones do not count. */
    private static final double[] LEVELS = {
        -6144, -3072, -1536, -768, -384, -192, -96, -48, -24, -12, -6, -3, -1.5, Math.log(0.5)
    };

    /** Squares of larger numbers, with their probabilities, would overflow. */
    private static final double FAR = 1e150;

    /** Exponents of tails are known to so many digits. */
    private static final double NEARLY = 1e-6;

    private final TruncatedTails tails;
    private final Shape batch;

    TruncatedStatistics(TruncatedTails tails, Shape batch) {
        this.tails = tails;
        this.batch = batch;
    }

    private Nodes nodes() {
        if (tails.isWhole()) {
            TruncatedTails constant = tails.constant();
            Tensor level = WholeNumbers.level(tails.base());
            return WholeNumbers.nodes(
                    "Truncated",
                    constant.ofLogLower(level).broadcastTo(batch),
                    constant.ofLogUpper(level).broadcastTo(batch),
                    tails.base()::logProb);
        }
        return DensityIntegral.nodes(ends(), tails.base()::logProb);
    }

    /** Quantiles from the lower end to the upper one. */
    private Tensor ends() {
        TruncatedTails constant = tails.constant();
        List<Tensor> rows = new ArrayList<>();
        rows.add(clipped(Tensor.where(tails.low().isFinite(), tails.low(), lower(constant, 0))));
        for (int i = 0; i < LEVELS.length; i++) {
            rows.add(clipped(lower(constant, i))
                    .maximum(rows.get(rows.size() - 1).stopGradient()));
        }
        for (int i = LEVELS.length - 2; i >= 0; i--) {
            rows.add(clipped(upper(constant, i))
                    .maximum(rows.get(rows.size() - 1).stopGradient()));
        }
        rows.add(clipped(Tensor.where(tails.high().isFinite(), tails.high(), upper(constant, 0))));
        return Tensor.stack(rows.stream().map(row -> row.broadcastTo(batch)).toList(), 0);
    }

    private Tensor lower(TruncatedTails constant, int level) {
        Tensor log = tails.low().backend().scalar(LEVELS[level], tails.low().dtype());
        return constant.near(log, log.log1mexp()).stopGradient();
    }

    private Tensor upper(TruncatedTails constant, int level) {
        Tensor log = tails.low().backend().scalar(LEVELS[level], tails.low().dtype());
        return constant.near(log.log1mexp(), log).stopGradient();
    }

    private static Tensor clipped(Tensor x) {
        return Tensor.where(x.abs().greater(FAR), x.sign().stopGradient().times(FAR), x);
    }

    Tensor entropy() {
        return nodes().entropy();
    }

    /** E[X]; infinite, or NaN, where it is no number. */
    Tensor mean() {
        Tensor mean = nodes().mean();
        return tails.isWhole() ? mean : mean.plus(infinite(1, true)).minus(infinite(1, false));
    }

    Tensor variance() {
        Tensor variance = nodes().variance();
        return tails.isWhole() ? variance : variance.plus(infinite(2, true)).plus(infinite(2, false));
    }

    /**
     * ∞ where a moment is, and 0 elsewhere. Of a tail xᵅ, in which log-quantiles grow as 1/α times the logarithm of the probability, those from α on are.
     */
    private Tensor infinite(int order, boolean isUpper) {
        TruncatedTails constant = tails.constant();
        Tensor middle = lower(constant, LEVELS.length - 1);
        Tensor growth = middle.times(0).broadcastTo(batch);
        Tensor farther = distance(constant, middle, 0, isUpper);
        for (int i = 0; i < LEVELS.length - 2; i++) {
            Tensor nearer = distance(constant, middle, i + 1, isUpper);
            // Of the farthest levels that are still numbers.
            Tensor isKnown = farther.less(FAR).and(nearer.greater(0)).and(growth.equalTo(0));
            Tensor ratio =
                    Tensor.where(isKnown, farther.div(nearer), nearer.times(0).plus(1));
            growth = Tensor.where(isKnown, ratio.log().div(LEVELS[i + 1] - LEVELS[i]), growth);
            farther = nearer;
        }
        Tensor zero = growth.times(0);
        return Tensor.where(growth.times(order).greaterEqual(1 - NEARLY), zero.plus(Double.POSITIVE_INFINITY), zero)
                .stopGradient();
    }

    private Tensor distance(TruncatedTails constant, Tensor middle, int level, boolean isUpper) {
        Tensor x = isUpper ? upper(constant, level) : lower(constant, level);
        return x.minus(middle).abs().broadcastTo(batch);
    }

    /** The base's mode where it is inside, and otherwise the likelier end: of a base with one mode. */
    Tensor mode(HasMode base) {
        Tensor mode = base.mode();
        Tensor isInside = mode.greaterEqual(tails.low()).and(mode.lessEqual(tails.high()));
        Tensor isHigh = tails.base().logProb(tails.high()).greater(tails.base().logProb(tails.low()));
        return Tensor.where(isInside, mode, Tensor.where(isHigh, tails.high(), tails.low()));
    }
}
