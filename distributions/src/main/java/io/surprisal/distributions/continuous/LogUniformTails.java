package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/**
 * The log-uniform variable between two ends: each tail is the logarithm of the ratio to its own end, and each quantile is measured from the
 * nearer end.
 *
 * @param low the lower end
 * @param high the upper end
 */
record LogUniformTails(Tensor low, Tensor high) implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        return LogRatio.of(z, low).div(width());
    }

    @Override
    public Tensor upper(Tensor z) {
        return LogRatio.of(high, z).div(width());
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
        return Tensor.where(p.lessEqual(0.5), fromLow(p), fromHigh(p.neg().plus(1)));
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return Tensor.where(p.lessEqual(0.5), fromHigh(p), fromLow(p.neg().plus(1)));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofLower, this::ofUpper);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofUpper, this::ofLower);
    }

    private Tensor fromLow(Tensor p) {
        return HostMath.exp(p.times(width())).times(low);
    }

    private Tensor fromHigh(Tensor q) {
        return HostMath.exp(q.times(width()).neg()).times(high);
    }

    private Tensor width() {
        return LogRatio.of(high, low);
    }
}
