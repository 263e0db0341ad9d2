package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Rebuildable;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.Masks;
import io.surprisal.distributions.family.Tails;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A distribution of numbers made of others: its functions from a log-density and tails, which are asked for on the whole line. Arguments are
 * checked here, and FLOAT32 is computed in FLOAT64 where all parts can be rebuilt.
 */
abstract class UnivariateCombinator implements Univariate, Rebuildable {
    private final String name;
    private final List<? extends Distribution> parts;
    private final Shape batchShape;
    private final boolean isDiscrete;

    UnivariateCombinator(String name, List<? extends Distribution> parts, Shape batchShape) {
        this.name = name;
        this.parts = List.copyOf(parts);
        this.batchShape = batchShape;
        this.isDiscrete = parts.stream().anyMatch(Outcomes::areDiscrete);
    }

    /** The log-density or log-probability; −∞ outside the support, NaN at NaN. */
    abstract Tensor logDensity(Tensor x);

    /** The tails at any number. */
    abstract Tails tails();

    /** Draws, sampleShape + batchShape, of this dtype; differentiable in a {@link io.surprisal.distributions.Reparameterized} subclass. */
    abstract Tensor drawn(RandomKey key, Shape sampleShape);

    @Override
    public abstract UnivariateCombinator mapTensors(UnaryOperator<Tensor> change);

    /** Whether outcomes have probabilities, and not densities. */
    boolean isDiscrete() {
        return isDiscrete;
    }

    final boolean canBeRebuilt() {
        return parts.stream().allMatch(Outcomes::canBeRebuilt);
    }

    // -- what users call --

    @Override
    public final Tensor logProb(Tensor x) {
        return Scope.tidy(() -> precisely("x", x, UnivariateCombinator::logDensity));
    }

    @Override
    public final Tensor cdf(Tensor x) {
        return Scope.tidy(() -> precisely("x", x, (d, y) -> d.tails().lower(y)));
    }

    @Override
    public final Tensor survival(Tensor x) {
        return Scope.tidy(() -> precisely("x", x, (d, y) -> d.tails().upper(y)));
    }

    @Override
    public final Tensor logCdf(Tensor x) {
        return Scope.tidy(() -> precisely("x", x, (d, y) -> d.tails().logLower(y)));
    }

    @Override
    public final Tensor logSurvival(Tensor x) {
        return Scope.tidy(() -> precisely("x", x, (d, y) -> d.tails().logUpper(y)));
    }

    @Override
    public final Tensor quantile(Tensor p) {
        return Scope.tidy(() -> precisely("p", p, (d, y) -> d.tails().ofLower(Masks.probability(y))));
    }

    @Override
    public final Tensor inverseSurvival(Tensor p) {
        return Scope.tidy(() -> precisely("p", p, (d, y) -> d.tails().ofUpper(Masks.probability(y))));
    }

    @Override
    public final Tensor quantileOfLog(Tensor logP) {
        return Scope.tidy(() -> precisely("log p", logP, (d, y) -> d.tails().ofLogLower(Masks.logProbability(y))));
    }

    @Override
    public final Tensor inverseSurvivalOfLog(Tensor logP) {
        return Scope.tidy(() -> precisely("log p", logP, (d, y) -> d.tails().ofLogUpper(Masks.logProbability(y))));
    }

    @Override
    public final Tensor logProbInterval(Tensor low, Tensor high) {
        return Scope.tidy(() -> {
            UnivariateCombinator d = inDoubles();
            return d.logInterval(low.cast(d.dtype()), high.cast(d.dtype())).cast(dtype());
        });
    }

    /** log P(low &lt; X ≤ high) in this precision. */
    Tensor logInterval(Tensor low, Tensor high) {
        return Univariate.super.logProbInterval(low, high);
    }

    @Override
    public final Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawn(key, sampleShape).stopGradient());
    }

    // -- help for combinators --

    /** A function of the parameters alone, of the batch shape. */
    final Tensor statistic(Function<UnivariateCombinator, Tensor> function) {
        return Scope.tidy(
                () -> function.apply(inDoubles()).broadcastTo(batchShape).cast(dtype()));
    }

    private Tensor precisely(String argument, Tensor x, BiFunction<UnivariateCombinator, Tensor, Tensor> function) {
        Shape shape = requireFit(argument, x);
        UnivariateCombinator d = inDoubles();
        return function.apply(d, x.cast(d.dtype())).broadcastTo(shape).cast(dtype());
    }

    final UnivariateCombinator inDoubles() {
        return dtype() == DType.FLOAT64 || !canBeRebuilt() ? this : mapTensors(t -> t.cast(DType.FLOAT64));
    }

    private Shape requireFit(String argument, Tensor x) {
        boolean isWhole = isDiscrete && x.dtype() == DType.INT64 && argument.equals("x");
        if (!(x.dtype() == dtype() || isWhole) || x.backend() != backend()) {
            throw new IllegalArgumentException(name + ": " + argument + " (" + x + ") must have the dtype " + dtype()
                    + " and the backend " + backend().name() + " of " + parts.get(0)
                    + ". Use cast(DType) or to(Backend).");
        }
        return BatchShape.common(name, argument, x.shape(), "the batch", batchShape);
    }

    @Override
    public final Shape eventShape() {
        return Shape.scalar();
    }

    @Override
    public final Shape batchShape() {
        return batchShape;
    }

    @Override
    public final Backend backend() {
        return parts.get(0).backend();
    }

    @Override
    public final DType dtype() {
        return parts.get(0).dtype();
    }

    /** The parts' tensors; a combinator with tensors of its own adds them. */
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        parts.forEach(part -> part.forEachTensor(visitor));
    }

    @Override
    public String toString() {
        return name + " of " + (parts.size() == 1 ? parts.get(0) : parts);
    }
}
