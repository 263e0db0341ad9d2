package io.surprisal.contract;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/** A normal distribution in the form of one's own, of which a flaw overrides one function. */
class DelegatingNormal implements Univariate, Reparameterized, HasEntropy, HasHigherMoments, HasMode {
    final Normal base;

    DelegatingNormal(Tensor mean, Tensor scale) {
        this.base = Normal.unchecked(mean, scale);
    }

    @Override
    public Tensor logProb(Tensor x) {
        return base.logProb(x);
    }

    @Override
    public Tensor cdf(Tensor x) {
        return base.cdf(x);
    }

    @Override
    public Tensor survival(Tensor x) {
        return base.survival(x);
    }

    @Override
    public Tensor logCdf(Tensor x) {
        return base.logCdf(x);
    }

    @Override
    public Tensor logSurvival(Tensor x) {
        return base.logSurvival(x);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return base.quantile(p);
    }

    @Override
    public Tensor inverseSurvival(Tensor p) {
        return base.inverseSurvival(p);
    }

    @Override
    public Tensor quantileOfLog(Tensor logP) {
        return base.quantileOfLog(logP);
    }

    @Override
    public Tensor inverseSurvivalOfLog(Tensor logP) {
        return base.inverseSurvivalOfLog(logP);
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return base.sample(key, sampleShape);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return base.rsample(key, sampleShape);
    }

    @Override
    public Tensor entropy() {
        return base.entropy();
    }

    @Override
    public Tensor mean() {
        return base.mean();
    }

    @Override
    public Tensor variance() {
        return base.variance();
    }

    @Override
    public Tensor skewness() {
        return base.skewness();
    }

    @Override
    public Tensor kurtosis() {
        return base.kurtosis();
    }

    @Override
    public Tensor mode() {
        return base.mode();
    }

    @Override
    public Constraint support() {
        return base.support();
    }

    @Override
    public Shape eventShape() {
        return base.eventShape();
    }

    @Override
    public Shape batchShape() {
        return base.batchShape();
    }

    @Override
    public Backend backend() {
        return base.backend();
    }

    @Override
    public DType dtype() {
        return base.dtype();
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        base.forEachTensor(visitor);
    }
}
