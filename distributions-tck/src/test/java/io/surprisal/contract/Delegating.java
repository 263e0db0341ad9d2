package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/**
 * A distribution of numbers in the form of one's own, that hands everything on, of which a flaw overrides one function.
 *
 * @param <D> what it hands on to
 */
class Delegating<D extends Univariate> implements Univariate {
    final D base;

    Delegating(D base) {
        this.base = base;
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
