package io.surprisal.distributions;

import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.Consumer;

/** A distribution that refuses outcomes outside its support; each look at the outcomes is a synchronisation with the device. */
record Validated(Distribution distribution) implements Distribution {
    @Override
    public Tensor logProb(Tensor x) {
        Constraint support = support();
        Scope.run(() -> {
            Tensor holds = support.holds(x.stopGradient());
            boolean[] inside = holds.toBooleans();
            for (int i = 0; i < inside.length; i++) {
                if (!inside[i]) {
                    throw new IllegalArgumentException(distribution + ": outcomes must be " + support.rule() + ", but x"
                            + holds.shape().placeOf(i) + " is not. Without validated() its log-probability is −∞.");
                }
            }
        });
        return distribution.logProb(x);
    }

    @Override
    public Distribution validated() {
        return this;
    }

    @Override
    public <C> Optional<C> capability(Class<C> capability) {
        return distribution.capability(capability);
    }

    @Override
    public Constraint support() {
        return distribution.support();
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return distribution.sample(key, sampleShape);
    }

    @Override
    public Shape eventShape() {
        return distribution.eventShape();
    }

    @Override
    public Shape batchShape() {
        return distribution.batchShape();
    }

    @Override
    public Backend backend() {
        return distribution.backend();
    }

    @Override
    public DType dtype() {
        return distribution.dtype();
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        distribution.forEachTensor(visitor);
    }
}
