package io.surprisal.contract;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/** A distribution that can do no more than every one, with a factor by which its density is too large. */
class PlainDistribution implements Distribution {
    private final Distribution base;
    private final Tensor factor;

    PlainDistribution(Distribution base, Tensor factor) {
        this.base = base;
        this.factor = factor;
    }

    /** Pairs of normal numbers. */
    static Distribution pair(Tensor mean, Tensor scale) {
        Shape pair = mean.shape().then(Shape.of(2));
        return MultivariateNormal.fromScales(
                mean.expandDims(-1).broadcastTo(pair), scale.expandDims(-1).broadcastTo(pair));
    }

    @Override
    public Shape batchShape() {
        return base.batchShape();
    }

    @Override
    public Shape eventShape() {
        return base.eventShape();
    }

    @Override
    public DType dtype() {
        return base.dtype();
    }

    @Override
    public Backend backend() {
        return base.backend();
    }

    @Override
    public Constraint support() {
        return base.support();
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return base.sample(key, sampleShape);
    }

    @Override
    public Tensor logProb(Tensor x) {
        return base.logProb(x).plus(factor.log());
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        base.forEachTensor(visitor);
        visitor.accept(factor);
    }
}
