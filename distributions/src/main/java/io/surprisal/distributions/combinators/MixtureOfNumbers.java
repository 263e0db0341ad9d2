package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A mixture of numbers with known tails. */
sealed class MixtureOfNumbers extends UnivariateCombinator implements Mixture permits ReparameterizedMixtureOfNumbers {
    private final MixtureParts parts;

    MixtureOfNumbers(MixtureParts parts) {
        super("Mixture", parts.components().distributions(), parts.batchShape());
        this.parts = parts;
    }

    static MixtureOfNumbers of(MixtureParts parts) {
        boolean isDiscrete = parts.components().distributions().stream().anyMatch(Outcomes::areDiscrete);
        return isDiscrete ? new MixtureOfNumbers(parts) : new ReparameterizedMixtureOfNumbers(parts);
    }

    @Override
    final Tensor logDensity(Tensor x) {
        return parts.logProb(x);
    }

    @Override
    final MixtureTails tails() {
        return new MixtureTails(LogWeights.of(parts.weights()), parts.components(), batchShape(), isDiscrete());
    }

    @Override
    final Tensor drawn(RandomKey key, Shape sampleShape) {
        return parts.draw(key, sampleShape);
    }

    @Override
    public final Tensor logResponsibilities(Tensor x) {
        return Scope.tidy(() -> {
            MixtureOfNumbers d = (MixtureOfNumbers) inDoubles();
            return d.parts.logResponsibilities(x.cast(d.dtype())).cast(dtype());
        });
    }

    @Override
    public final <C> Optional<C> capability(Class<C> capability) {
        boolean isOfMoments = capability == HasMoments.class || capability == HasHigherMoments.class;
        if (isOfMoments && parts.components().haveAll(HasHigherMoments.class)) {
            return Optional.of(capability.cast(new HigherMoments(
                    () -> moment(MixtureParts::mean),
                    () -> moment(MixtureParts::variance),
                    () -> moment(MixtureParts::skewness),
                    () -> moment(MixtureParts::kurtosis))));
        }
        if (capability == HasMoments.class && parts.components().haveAll(HasMoments.class)) {
            return Optional.of(capability.cast(
                    new Moments(() -> moment(MixtureParts::mean), () -> moment(MixtureParts::variance))));
        }
        if (capability == HasEntropy.class && hasEntropy()) {
            HasEntropy entropy = () -> statistic(d -> MixtureEntropy.of(((MixtureOfNumbers) d).parts));
            return Optional.of(capability.cast(entropy));
        }
        return super.capability(capability);
    }

    /** Whether all components are continuous, or all are of whole numbers. */
    private boolean hasEntropy() {
        List<Distribution> all = components();
        return all.stream().noneMatch(Outcomes::areDiscrete)
                || all.stream().allMatch(d -> Outcomes.areDiscrete(d) && Outcomes.areWhole(d));
    }

    private Tensor moment(Function<MixtureParts, Tensor> function) {
        return statistic(d -> function.apply(((MixtureOfNumbers) d).parts));
    }

    @Override
    public final Constraint support() {
        return MixtureSupport.of(parts.components());
    }

    @Override
    public final MixtureOfNumbers mapTensors(UnaryOperator<Tensor> change) {
        return of(parts.mapTensors(change));
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
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        parts.forEachTensor(visitor);
    }
}
