package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Rebuildable;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A mixture of vectors, or of numbers without known tails. */
sealed class MixtureOfEvents implements Mixture, Rebuildable permits ReparameterizedMixtureOfEvents {
    private final MixtureParts parts;

    MixtureOfEvents(MixtureParts parts) {
        this.parts = parts;
    }

    static MixtureOfEvents of(MixtureParts parts) {
        boolean canMove = parts.components().distributions().stream().allMatch(Conditionals::areKnownOf);
        return canMove ? new ReparameterizedMixtureOfEvents(parts) : new MixtureOfEvents(parts);
    }

    final MixtureParts parts() {
        return parts;
    }

    @Override
    public final Tensor logProb(Tensor x) {
        BatchShape.requireEvent("Mixture", x.shape(), eventShape());
        return Scope.tidy(() -> parts.logProb(x));
    }

    @Override
    public final Tensor logResponsibilities(Tensor x) {
        return parts.logResponsibilities(x);
    }

    @Override
    public final Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> parts.draw(key, sampleShape));
    }

    @Override
    public final <C> Optional<C> capability(Class<C> capability) {
        if (capability == HasMoments.class && parts.components().haveAll(HasMoments.class)) {
            return Optional.of(capability.cast(
                    new Moments(() -> statistic(MixtureParts::mean), () -> statistic(MixtureParts::variance))));
        }
        return Mixture.super.capability(capability);
    }

    private Tensor statistic(Function<MixtureParts, Tensor> function) {
        return Scope.tidy(() -> function.apply(parts).broadcastTo(batchShape().then(eventShape())));
    }

    @Override
    public final Constraint support() {
        return MixtureSupport.of(parts.components());
    }

    @Override
    public final Mixture mapTensors(UnaryOperator<Tensor> change) {
        return parts.mapTensors(change).mixture();
    }

    @Override
    public final Categorical weights() {
        return parts.weights();
    }

    @Override
    public final List<Distribution> components() {
        return parts.components().distributions();
    }

    @Override
    public final Shape eventShape() {
        return parts.eventShape();
    }

    @Override
    public final Shape batchShape() {
        return parts.batchShape();
    }

    @Override
    public final Backend backend() {
        return weights().backend();
    }

    @Override
    public final DType dtype() {
        return weights().dtype();
    }

    @Override
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        parts.forEachTensor(visitor);
    }

    @Override
    public final String toString() {
        return "Mixture of " + parts.components();
    }
}
