package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Masks;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/**
 * The triangular variable. Each probability is a sum of positive parts, one from each side of the peak, of which the further one is 0; so
 * nothing cancels in either tail, also where the peak is an end.
 *
 * @param low the lower end
 * @param peak where the density is largest
 * @param high the upper end
 * @param left peak − low, or 1 where that is 0
 * @param right high − peak, or 1 where that is 0
 * @param width high − low
 */
record TriangularTails(Tensor low, Tensor peak, Tensor high, Tensor left, Tensor right, Tensor width) implements Tails {
    static TriangularTails of(Tensor low, Tensor peak, Tensor high) {
        return new TriangularTails(low, peak, high, orOne(peak.minus(low)), orOne(high.minus(peak)), high.minus(low));
    }

    private static Tensor orOne(Tensor length) {
        return Tensor.where(length.greater(0), length, length.backend().scalar(1, length.dtype()));
    }

    Tensor logDensity(Tensor x) {
        Tensor one = x.backend().scalar(1, x.dtype());
        Tensor rising =
                Tensor.where(peak.greater(low), x.minimum(peak).minus(low).div(left), one);
        Tensor falling =
                Tensor.where(high.greater(peak), high.minus(x.maximum(peak)).div(right), one);
        return rising.times(falling).log().minus(width.times(0.5).log());
    }

    @Override
    public Tensor lower(Tensor z) {
        // Quotients first, where products of lengths underflow.
        Tensor distance = z.minimum(peak).minus(low);
        Tensor below = distance.div(left).times(distance.div(width));
        Tensor above = z.maximum(peak);
        Tensor beyond = above.minus(peak)
                .div(right)
                .times(high.minus(above).plus(high.minus(peak)).div(width));
        return Masks.atMostOne(below.plus(beyond));
    }

    @Override
    public Tensor upper(Tensor z) {
        return mirrored().lower(z.neg());
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return LogOfProbability.of(upper(z), lower(z));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return quantile(p, p.neg().plus(1));
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return quantile(p.neg().plus(1), p);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofLower, this::ofUpper);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofUpper, this::ofLower);
    }

    /** The z with P(Z ≤ z) = p and P(Z &gt; z) = q: on its side of the peak, measured from the nearer of the end and the peak. */
    private Tensor quantile(Tensor p, Tensor q) {
        Tensor isLeft = p.times(width).lessEqual(peak.minus(low)).and(peak.greater(low));
        Tensor fromLeft = fromEnd(p, q, isLeft);
        Tensor isOther = isLeft.not();
        Tensor fromRight = mirrored().fromEnd(q, p, isOther).neg();
        return Tensor.where(isLeft, fromLeft, fromRight);
    }

    /** The quantile left of the peak; of a number with a derivative where it does not apply. */
    private Tensor fromEnd(Tensor p, Tensor q, Tensor applies) {
        Tensor some = left.times(0.25).div(width);
        Tensor distance =
                Tensor.where(applies, p, some).sqrt().times(width.sqrt()).times(left.sqrt());
        // left − distance, as the difference of their squares, left·(left − pw), over their sum; left − pw is also qw −
        // right.
        Tensor ofQ = Tensor.where(applies, q, some.neg().plus(1)).times(width).minus(high.minus(peak));
        Tensor rest = Tensor.where(
                p.less(0.5), left.minus(Tensor.where(applies, p, some).times(width)), ofQ);
        Tensor toPeak = rest.div(left.plus(distance)).times(left);
        return Tensor.where(distance.greater(left.times(0.5)), peak.minus(toPeak), low.plus(distance));
    }

    private TriangularTails mirrored() {
        return new TriangularTails(high.neg(), peak.neg(), low.neg(), right, left, width);
    }
}
