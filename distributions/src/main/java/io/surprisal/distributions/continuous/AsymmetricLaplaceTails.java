package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/**
 * The asymmetric Laplace variable of scale 1. Below 0 the lower tail is an exponential; above it is the weight of what lies below plus what
 * has accumulated since, so that no digit of a small weight is lost, and beyond ½ what the upper tail, the lower one of the mirrored variable,
 * leaves of 1.
 *
 * @param asymmetry k; the weight below 0 is k²/(1 + k²)
 */
record AsymmetricLaplaceTails(Tensor asymmetry) implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        Tensor sum = sum(z);
        return Tensor.where(sum.greater(0.5), mirrored().sum(z.neg()).neg().plus(1), sum);
    }

    /** P(Z ≤ z), which the rounding of both weights may leave beside 1 at ∞. */
    private Tensor sum(Tensor z) {
        Tensor below = z.minimum(0).div(asymmetry).exp().times(weightBelow());
        Tensor since = z.maximum(0).times(asymmetry).neg().expm1().neg().times(weightAbove());
        return below.plus(since);
    }

    @Override
    public Tensor upper(Tensor z) {
        return mirrored().lower(z.neg());
    }

    @Override
    public Tensor logLower(Tensor z) {
        Tensor tail = z.minimum(0).div(asymmetry).minus(squared().reciprocal().log1p());
        Tensor isBelow = z.less(0);
        Tensor right = Tensor.where(isBelow, z.times(0), z);
        return Tensor.where(isBelow, tail, LogOfProbability.of(lower(right), upper(right)));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return mirrored().logLower(z.neg());
    }

    @Override
    public Tensor ofLower(Tensor p) {
        Tensor isBelow = p.lessEqual(weightBelow());
        Tensor weight = weightBelow();
        Tensor below =
                HostMath.log(Tensor.where(isBelow, p, weight).div(weight)).times(asymmetry);
        // Between the weight and ½ by what p exceeds the weight, beyond by the complement.
        Tensor isMiddle = p.less(0.5);
        Tensor excess = Tensor.where(isBelow.or(isMiddle.not()), weight.times(0), p.minus(weight));
        Tensor near = HostMath.log1p(excess.div(weightAbove()).neg());
        Tensor rest = Tensor.where(isBelow.or(isMiddle), weightAbove(), p.neg().plus(1));
        Tensor far = HostMath.log(rest.div(weightAbove()));
        Tensor above = Tensor.where(isMiddle, near, far).neg().div(asymmetry);
        return Tensor.where(isBelow, below, above);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return mirrored().ofLower(p).neg();
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return LogOfProbability.inverseOfLog(logP, this::ofSmallLog, this::ofUpper);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return mirrored().ofLogLower(logP).neg();
    }

    private Tensor ofSmallLog(Tensor logP) {
        Tensor logWeight = squared().reciprocal().log1p().neg();
        Tensor isTail = logP.less(logWeight.minus(1));
        Tensor tail = logP.minus(logWeight).times(asymmetry);
        return Tensor.where(
                isTail, tail, ofLower(Tensor.where(isTail, logWeight, logP).exp()));
    }

    /** k², kept from overflow and underflow. */
    private Tensor squared() {
        return asymmetry.maximum(1e-150).minimum(1e150).square();
    }

    private Tensor weightBelow() {
        return squared().reciprocal().plus(1).reciprocal();
    }

    private Tensor weightAbove() {
        return squared().plus(1).reciprocal();
    }

    private AsymmetricLaplaceTails mirrored() {
        return new AsymmetricLaplaceTails(asymmetry.reciprocal());
    }
}
