package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The weights and components of a mixture, and what mixtures of numbers and of vectors share.
 *
 * @param weights the distribution of the component
 * @param components the components
 * @param batchShape the shape to which the batches of both broadcast
 */
record MixtureParts(Categorical weights, Components components, Shape batchShape) {
    static MixtureParts of(Categorical weights, Components components) {
        Distribution first = components.first();
        if (weights.categories() != components.count()) {
            throw new IllegalArgumentException(
                    "Mixture: there are " + weights.categories() + " weights, but " + components.count()
                            + " components. The components of one distribution lie along its last batch axis.");
        }
        if (weights.dtype() != first.dtype() || weights.backend() != first.backend()) {
            throw new IllegalArgumentException("Mixture: the weights (" + weights + ") must have the dtype "
                    + first.dtype() + " and the backend " + first.backend().name()
                    + " of the components. Use cast(DType) or to(Backend).");
        }
        Shape batch = BatchShape.common(
                "Mixture", "the weights", weights.batchShape(), "the components", components.batchShape());
        return new MixtureParts(weights, components, batch);
    }

    Mixture mixture() {
        return components.haveAll(Univariate.class) ? MixtureOfNumbers.of(this) : MixtureOfEvents.of(this);
    }

    MixtureParts mapTensors(UnaryOperator<Tensor> change) {
        return of(Outcomes.rebuilt(weights, change), components.mapTensors(change));
    }

    Shape eventShape() {
        return components.first().eventShape();
    }

    Tensor logProb(Tensor x) {
        return LogWeights.of(weights).logSum(components.ofEach(x, Distribution::logProb));
    }

    Tensor logResponsibilities(Tensor x) {
        return Scope.tidy(() -> components
                .ofEach(x, Distribution::logProb)
                .plus(weights.logProbabilities())
                .logSoftmax(-1));
    }

    /** Draws of chosen components, sampleShape + batchShape + eventShape. */
    Tensor draw(RandomKey key, Shape sampleShape) {
        Tensor chosen = WideDraws.of(weights, sampleShape, batchShape, shape -> weights.sample(key.foldIn(0), shape));
        Tensor draws = components.draws(key.foldIn(1), sampleShape, batchShape);
        int eventRank = eventShape().rank();
        int[] ones = new int[1 + eventRank];
        Arrays.fill(ones, 1);
        Tensor places = chosen.reshape(chosen.shape().then(Shape.of(ones)));
        int axis = -1 - eventRank;
        if (eventRank == 0) {
            return draws.gather(places, axis).squeeze(axis);
        }
        Shape whole = chosen.shape().then(Shape.of(1)).then(eventShape());
        return draws.gather(places.broadcastTo(whole), axis).squeeze(axis);
    }

    /** Σ wᵢ vᵢ for values batchShape + [components] + eventShape. */
    private Tensor average(Tensor values) {
        Tensor w = weights.probabilities();
        for (int i = 0; i < eventShape().rank(); i++) {
            w = w.expandDims(-1);
        }
        // A component that is never chosen may have infinite or undefined moments.
        Tensor counted = Tensor.where(w.equalTo(0), values.backend().scalar(0, values.dtype()), values);
        return counted.times(w).sum(-1 - eventShape().rank());
    }

    private Tensor moment(Function<HasMoments, Tensor> moment) {
        return components.ofEach(
                d -> moment.apply(d.capability(HasMoments.class).orElseThrow()));
    }

    private Tensor higherMoment(Function<HasHigherMoments, Tensor> moment) {
        return components.ofEach(
                d -> moment.apply(d.capability(HasHigherMoments.class).orElseThrow()));
    }

    Tensor mean() {
        return average(moment(HasMoments::mean));
    }

    /** mᵢ − m. */
    private Tensor distances() {
        return moment(HasMoments::mean)
                .minus(mean().expandDims(-1 - eventShape().rank()));
    }

    Tensor variance() {
        return average(moment(HasMoments::variance).plus(distances().square()));
    }

    /** Σ wᵢ (γᵢσᵢ³ + 3dᵢσᵢ² + dᵢ³)/σ³ with the components' distances d from the mean. */
    Tensor skewness() {
        Tensor d = distances();
        Tensor variance = moment(HasMoments::variance);
        Tensor third = higherMoment(HasHigherMoments::skewness).times(variance.pow(1.5));
        Tensor all = third.plus(d.times(variance).times(3)).plus(d.square().times(d));
        return average(all).div(variance().pow(1.5));
    }

    /** Σ wᵢ ((κᵢ + 3)σᵢ⁴ + 4dᵢγᵢσᵢ³ + 6dᵢ²σᵢ² + dᵢ⁴)/σ⁴ − 3. */
    Tensor kurtosis() {
        Tensor d = distances();
        Tensor variance = moment(HasMoments::variance);
        Tensor third = higherMoment(HasHigherMoments::skewness).times(variance.pow(1.5));
        Tensor fourth = higherMoment(HasHigherMoments::kurtosis).plus(3).times(variance.square());
        Tensor all = fourth.plus(d.times(third).times(4))
                .plus(d.square().times(variance).times(6))
                .plus(d.square().square());
        return average(all).div(variance().square()).minus(3);
    }

    void forEachTensor(Consumer<? super Tensor> visitor) {
        weights.forEachTensor(visitor);
        components.distributions().forEach(distribution -> distribution.forEachTensor(visitor));
    }
}
