package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Rebuildable;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.ScalarFamily;
import io.surprisal.distributions.family.TrailingAxes;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A distribution whose last batch axes are taken as axes of one event with independent elements: the product distribution. {@code
 * Independent.of(Normal.of(mean, scale), 1)} with parameters [n, d] is a batch of n distributions of vectors [d].
 *
 * <p>Draws are those of the base; log-probabilities are its log-probabilities, summed over those axes.
 */
public sealed class Independent implements Rebuildable permits ReparameterizedIndependent {
    private final Distribution base;
    private final int axes;

    Independent(Distribution base, int axes) {
        if (axes < 0 || axes > base.batchShape().rank()) {
            throw new IllegalArgumentException("Independent: " + axes + " axes cannot become event axes in batch shape "
                    + base.batchShape() + ". Use 0 … " + base.batchShape().rank() + ".");
        }
        this.base = base;
        this.axes = axes;
    }

    /**
     * {@return the product over the last batch axes of a distribution} It is a {@link ReparameterizedIndependent} where the base is
     * {@link Reparameterized}.
     *
     * @param base the distribution of the elements
     * @param axes how many of its last batch axes become event axes
     * @throws IllegalArgumentException if there are fewer batch axes
     */
    public static Independent of(Distribution base, int axes) {
        return base instanceof Reparameterized reparameterized
                ? of(reparameterized, axes)
                : new Independent(base, axes);
    }

    /**
     * {@return the product over the last batch axes of a distribution with differentiable draws}
     *
     * @param base the distribution of the elements
     * @param axes how many of its last batch axes become event axes
     * @throws IllegalArgumentException if there are fewer batch axes
     */
    public static ReparameterizedIndependent of(Reparameterized base, int axes) {
        return new ReparameterizedIndependent(base, axes);
    }

    /** {@return the distribution of the elements} */
    public Distribution base() {
        return base;
    }

    /** {@return how many batch axes of the base are event axes here} */
    public int axes() {
        return axes;
    }

    @Override
    public Shape batchShape() {
        Shape batch = base.batchShape();
        return batch.axes(0, batch.rank() - axes);
    }

    @Override
    public Shape eventShape() {
        Shape batch = base.batchShape();
        return batch.axes(batch.rank() - axes, batch.rank()).then(base.eventShape());
    }

    @Override
    public Constraint support() {
        return base.support().over(axes);
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
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return base.sample(key, sampleShape);
    }

    @Override
    public Tensor logProb(Tensor x) {
        BatchShape.requireEvent("Independent", x.shape(), eventShape());
        return base instanceof ScalarFamily family
                ? family.logProbSummed(x, axes)
                : Scope.tidy(() -> TrailingAxes.sum(base.logProb(x), axes));
    }

    /** The base's moments and mode, and its entropy summed, where it has them; and what this class implements. Over 0 axes it can do what the base can. */
    @Override
    public <C> Optional<C> capability(Class<C> capability) {
        if (axes == 0 && !capability.isInstance(this)) {
            return base.capability(capability);
        }
        if (capability == HasEntropy.class) {
            return base.capability(HasEntropy.class).map(elements -> {
                HasEntropy summed = () -> Scope.tidy(() -> TrailingAxes.sum(elements.entropy(), axes));
                return capability.cast(summed);
            });
        }
        if (capability == HasMoments.class || capability == HasHigherMoments.class || capability == HasMode.class) {
            return base.capability(capability);
        }
        return Rebuildable.super.capability(capability);
    }

    @Override
    public Independent mapTensors(UnaryOperator<Tensor> change) {
        return of(Outcomes.rebuilt(base, change), axes);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        base.forEachTensor(visitor);
    }

    @Override
    public String toString() {
        return "Independent over " + axes + " of " + base;
    }
}
