package io.surprisal.distributions.combinators;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Numbers transformed by a monotone map. */
sealed class TransformedNumbers extends UnivariateCombinator implements Transformed
        permits LocationScale, ReparameterizedTransformedNumbers {
    private final Univariate base;
    private final Bijector bijector;

    /** The element type of outcomes, which is coarser than this distribution's where FLOAT32 is computed in FLOAT64. */
    private final DType rounding;

    TransformedNumbers(String name, Univariate base, Bijector bijector, DType rounding) {
        super(name, List.of(base), batchOf(base, bijector));
        this.base = base;
        this.bijector = bijector;
        this.rounding = rounding;
    }

    static TransformedNumbers of(Univariate base, Bijector bijector) {
        return of(base, bijector, base.dtype());
    }

    private static TransformedNumbers of(Univariate base, Bijector bijector, DType rounding) {
        return Outcomes.areDiscrete(base)
                ? new TransformedNumbers("Transformed", base, bijector, rounding)
                : new ReparameterizedTransformedNumbers(base, bijector, rounding);
    }

    private static Shape batchOf(Univariate base, Bijector bijector) {
        Shape[] shape = new Shape[1];
        Scope.run(() -> shape[0] = bijector.forward(base.backend().zeros(base.batchShape(), base.dtype()))
                .shape());
        return shape[0];
    }

    final DType rounding() {
        return rounding;
    }

    @Override
    public final Univariate base() {
        return base;
    }

    @Override
    public final Bijector bijector() {
        return bijector;
    }

    @Override
    public final Constraint support() {
        return base.support().image(bijector, base.backend().scalar(0, dtype()));
    }

    @Override
    public TransformedNumbers mapTensors(UnaryOperator<Tensor> change) {
        return of(Outcomes.rebuilt(base, change), bijector.mapTensors(change), rounding);
    }

    @Override
    final TransformedTails tails() {
        return new TransformedTails(
                base, bijector, bijector.direction().orElseThrow(), isDiscrete(), Outcomes.areWhole(base), rounding);
    }

    @Override
    final Tensor logDensity(Tensor y) {
        TransformedTails tails = tails();
        Tensor never = y.backend().scalar(Double.NEGATIVE_INFINITY, y.dtype());
        Tensor outside = tails.isOutside(y);
        Tensor inside = tails.replaced(outside, y);
        Tensor ofBase = base.logProb(tails.argument(inside));
        if (isDiscrete()) {
            return Tensor.where(outside, never, ofBase);
        }
        Tensor value = ofBase.plus(bijector.inverseLogDeterminant(inside));
        // The determinant may be +∞ where the base has no density.
        return Tensor.where(outside.or(ofBase.equalTo(Double.NEGATIVE_INFINITY)), never, value);
    }

    @Override
    final Tensor logInterval(Tensor low, Tensor high) {
        return isDiscrete() ? super.logInterval(low, high) : tails().logInterval(low, high);
    }

    /** f of the base's draws; differentiable where they are. */
    @Override
    final Tensor drawn(RandomKey key, Shape sampleShape) {
        return MappedDraws.of(bijector, WideDraws.of(base, sampleShape, batchShape(), shape -> drawOfBase(key, shape)));
    }

    private Tensor drawOfBase(RandomKey key, Shape shape) {
        if (isDiscrete()) {
            return base.sample(key, shape).cast(dtype());
        }
        return base instanceof Reparameterized reparameterized
                ? reparameterized.rsample(key, shape)
                : Implicit.draw(base, base.sample(key, shape));
    }

    /** {@inheritDoc} The entropy of eˣ is that of X plus E[X]. */
    @Override
    public <C> Optional<C> capability(Class<C> capability) {
        if (capability == HasEntropy.class && bijector instanceof Exp && !isDiscrete()) {
            Optional<HasMoments> moments = base.capability(HasMoments.class);
            return base.capability(HasEntropy.class)
                    .flatMap(own -> moments.map(m -> {
                        HasEntropy sum = () -> Scope.tidy(() -> own.entropy().plus(m.mean()));
                        return capability.cast(sum);
                    }));
        }
        return super.capability(capability);
    }

    @Override
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        super.forEachTensor(visitor);
        bijector.mapTensors(t -> {
            visitor.accept(t);
            return t;
        });
    }

    @Override
    public final String toString() {
        return bijector + " of " + base;
    }
}
