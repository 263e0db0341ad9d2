package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.MonotoneRoots;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * The tails of a mixture of normal distributions of one scale: sums of positive numbers on both sides. Quantiles lie between the least and
 * the greatest of those of the components, and are found in log space from the side of the smaller probability.
 *
 * @param values the means, [batch…, n]
 * @param bandwidth the scale, with a last axis of length 1
 * @param weights [n] or [batch…, n]
 * @param total what the weights of a row sum to
 */
record KernelTails(Tensor values, Tensor bandwidth, Tensor weights, double total) implements Tails {
    private static final NormalTails KERNEL = new NormalTails();

    /** Its exponential is a double. */
    private static final double LARGEST_EXPONENT = 700;

    private static final double TINY = 1e-290;

    Tensor standardised(Tensor x) {
        return x.expandDims(-1).minus(values).div(bandwidth);
    }

    Tensor logDensity(Tensor x) {
        return logDensityAt(standardised(x));
    }

    /** Where x has these standardised distances from the values along the last axis. */
    Tensor logDensityAt(Tensor distances) {
        Tensor logs = logOfSum(distances.square().times(-0.5));
        return logs.minus(bandwidth.squeeze(-1).log()).minus(MillsRatio.HALF_LOG_TWO_PI);
    }

    /** Of the weighted terms with these logarithms: not of log w, so that there is a derivative at w = 0. */
    private Tensor logOfSum(Tensor logs) {
        Tensor largest = weights.log().plus(logs).stopGradient().max(-1).maximum(-Double.MAX_VALUE);
        // Terms of weight 0 may be larger than the largest that counts.
        Tensor relative =
                logs.minus(largest.expandDims(-1)).minimum(LARGEST_EXPONENT).exp();
        return weights.times(relative).sum(-1).log().plus(largest).minus(Math.log(total));
    }

    @Override
    public Tensor lower(Tensor x) {
        return probability(standardised(x));
    }

    @Override
    public Tensor upper(Tensor x) {
        return probability(standardised(x).neg());
    }

    /** Σ w Φ(z): the weights of all z from 0 on, exactly, and the smaller tails, so that nothing is lost where x lies between the values. */
    private Tensor probability(Tensor z) {
        Tensor isBelow = z.less(0);
        Tensor tail = KERNEL.lower(Tensor.where(isBelow, z, z.neg()));
        Tensor whole = Tensor.where(isBelow, weights.times(0), weights).sum(-1);
        return whole.plus(weights.times(Tensor.where(isBelow, tail, tail.neg())).sum(-1))
                .div(total);
    }

    @Override
    public Tensor logLower(Tensor x) {
        return logarithm(lower(x), upper(x), KERNEL.logLower(standardised(x)));
    }

    @Override
    public Tensor logUpper(Tensor x) {
        return logarithm(upper(x), lower(x), KERNEL.logUpper(standardised(x)));
    }

    /** Of the probability, of the terms where that underflows, or of the complement where that is the smaller one. */
    private Tensor logarithm(Tensor p, Tensor complement, Tensor logs) {
        return Tensor.where(p.less(TINY), logOfSum(logs), LogOfProbability.of(p.maximum(TINY), complement));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        Tensor inside = inner(p, p.equalTo(0).or(p.equalTo(1)), 0.5);
        return ends(p.equalTo(0), p.equalTo(1), root(inside.log(), inside.neg().log1p()));
    }

    @Override
    public Tensor ofUpper(Tensor q) {
        Tensor inside = inner(q, q.equalTo(0).or(q.equalTo(1)), 0.5);
        return ends(q.equalTo(1), q.equalTo(0), root(inside.neg().log1p(), inside.log()));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        Tensor inside = inner(logP, logP.abs().equalTo(Double.POSITIVE_INFINITY).or(logP.equalTo(0)), -1);
        return ends(logP.equalTo(Double.NEGATIVE_INFINITY), logP.equalTo(0), root(inside, inside.log1mexp()));
    }

    @Override
    public Tensor ofLogUpper(Tensor logQ) {
        Tensor inside = inner(logQ, logQ.abs().equalTo(Double.POSITIVE_INFINITY).or(logQ.equalTo(0)), -1);
        return ends(logQ.equalTo(0), logQ.equalTo(Double.NEGATIVE_INFINITY), root(inside.log1mexp(), inside));
    }

    private static Tensor inner(Tensor p, Tensor isEnd, double other) {
        return Tensor.where(isEnd, p.backend().scalar(other, p.dtype()), p);
    }

    private static Tensor ends(Tensor isLow, Tensor isHigh, Tensor root) {
        Tensor infinite = root.backend().scalar(Double.POSITIVE_INFINITY, root.dtype());
        return Tensor.where(isLow, infinite.neg(), Tensor.where(isHigh, infinite, root));
    }

    /** The x with both logarithms of probabilities, of which the smaller one is looked at. */
    private Tensor root(Tensor logP, Tensor logQ) {
        Tensor isLow = logP.lessEqual(logQ);
        UnaryOperator<Tensor> excess = x -> Tensor.where(isLow, logLower(x).minus(logP), logQ.minus(logUpper(x)));
        UnaryOperator<Tensor> slope = x -> logDensity(x)
                .minus(Tensor.where(isLow, logLower(x), logUpper(x)))
                .exp();
        Tensor z = Tensor.where(isLow, KERNEL.ofLogLower(logP), KERNEL.ofLogUpper(logQ))
                .expandDims(-1);
        Tensor ofComponents = z.times(bandwidth).plus(values).stopGradient();
        Tensor size = values.abs().max(-1).plus(bandwidth.squeeze(-1)).times(0x1p-44);
        return MonotoneRoots.of(excess, slope, ofComponents.min(-1), ofComponents.max(-1), size);
    }
}
