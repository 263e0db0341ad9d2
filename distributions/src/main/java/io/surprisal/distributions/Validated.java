package io.surprisal.distributions;

import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A distribution that refuses outcomes outside its support and can otherwise do what it could; each look at the outcomes is a synchronisation with the device. */
sealed class Validated implements Distribution permits ValidatedUnivariate, ValidatedReparameterized {
    private final Distribution distribution;

    Validated(Distribution distribution) {
        this.distribution = distribution;
    }

    /** One that has what outcomes allow: cumulative probabilities and differentiable draws where the distribution has them. */
    static Validated of(Distribution distribution) {
        Univariate numbers = distribution.capability(Univariate.class).orElse(null);
        Reparameterized moving = distribution.capability(Reparameterized.class).orElse(null);
        if (numbers != null) {
            return moving != null
                    ? new ValidatedReparameterizedUnivariate(numbers, moving)
                    : new ValidatedUnivariate(numbers);
        }
        return moving != null ? new ValidatedReparameterized(moving) : new Validated(distribution);
    }

    @Override
    public final Tensor logProb(Tensor x) {
        Constraint support = support();
        Scope.run(() -> {
            Tensor holds = support.holds(x.stopGradient());
            boolean[] inside = holds.toBooleans();
            for (int i = 0; i < inside.length; i++) {
                if (!inside[i]) {
                    refuse(support, x.stopGradient(), holds.shape(), i);
                }
            }
        });
        return distribution.logProb(x);
    }

    /** Names the first outcome outside, where the batch of outcomes is broadcast with that of the distribution. */
    private void refuse(Constraint support, Tensor x, Shape batch, int place) {
        Shape all = batch.then(eventShape());
        double[] elements = x.broadcastTo(all).toDoubles();
        int size = eventShape().size();
        double[] value = Arrays.copyOfRange(elements, place * size, (place + 1) * size);
        throw new IllegalArgumentException(distribution + ": outcomes must be " + support.rule() + ", but x"
                + batch.placeOf(place) + " = "
                + (eventShape().rank() == 0 ? Double.toString(value[0]) : Arrays.toString(value))
                + ". Leave it out, or use the distribution without validated(), where its log-probability is −∞.");
    }

    @Override
    public final Distribution validated() {
        return this;
    }

    @Override
    public final <C> Optional<C> capability(Class<C> capability) {
        return capability.isInstance(this) ? Optional.of(capability.cast(this)) : distribution.capability(capability);
    }

    @Override
    public final Constraint support() {
        return distribution.support();
    }

    @Override
    public final Tensor sample(RandomKey key, Shape sampleShape) {
        return distribution.sample(key, sampleShape);
    }

    @Override
    public final Shape eventShape() {
        return distribution.eventShape();
    }

    @Override
    public final Shape batchShape() {
        return distribution.batchShape();
    }

    @Override
    public final Backend backend() {
        return distribution.backend();
    }

    @Override
    public final DType dtype() {
        return distribution.dtype();
    }

    @Override
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        distribution.forEachTensor(visitor);
    }

    @Override
    public final String toString() {
        return distribution + ", validated";
    }
}
