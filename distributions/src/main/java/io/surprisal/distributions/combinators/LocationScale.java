package io.surprisal.distributions.combinators;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Affine;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.NotZero;
import io.surprisal.distributions.family.Argument;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The distribution of m + sX for numbers X of a base distribution: shifted by a location, stretched by a scale, and mirrored where the scale is
 * negative, which exchanges the tails. The base may be continuous or discrete. For vectors use {@link Transformed} with {@link Affine}.
 *
 * <p>Entropy, moments and mode are known where the base's are; of several modes, a mirrored one is the greatest.
 */
public sealed class LocationScale extends TransformedNumbers permits ReparameterizedLocationScale {
    LocationScale(Univariate base, Affine map, DType rounding) {
        super("LocationScale", base, map, rounding);
    }

    /**
     * {@return the distribution of location + scale · X} Values are checked, but not inside a gradient call.
     *
     * @param base the distribution of X
     * @param location m, finite; broadcasts with the batch of the base
     * @param scale s, finite and not 0
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static LocationScale of(Univariate base, Tensor location, Tensor scale) {
        Argument first = new Argument("LocationScale", "location", location);
        Argument second = new Argument("LocationScale", "scale", scale);
        first.requireAlike(second);
        if (location.dtype() != base.dtype() || location.backend() != base.backend()) {
            throw new IllegalArgumentException("LocationScale: location (" + location + ") must have the dtype "
                    + base.dtype() + " and the backend " + base.backend().name() + " of " + base
                    + ". Use cast(DType) or to(Backend).");
        }
        first.requireAll(Interval.REAL);
        second.requireAll(new NotZero());
        return of(base, Affine.unchecked(location, scale), base.dtype());
    }

    /**
     * {@return the distribution of location + scale · X}
     *
     * @param base the distribution of X
     * @param location m, finite
     * @param scale s, finite and not 0
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static LocationScale of(Univariate base, double location, double scale) {
        return of(
                base,
                base.backend().scalar(location, base.dtype()),
                base.backend().scalar(scale, base.dtype()));
    }

    private static LocationScale of(Univariate base, Affine map, DType rounding) {
        return Outcomes.areDiscrete(base)
                ? new LocationScale(base, map, rounding)
                : new ReparameterizedLocationScale(base, map, rounding);
    }

    /** {@return m as it was given} */
    public final Tensor location() {
        return affine().shift();
    }

    /** {@return s as it was given} */
    public final Tensor scale() {
        return affine().scale();
    }

    private Affine affine() {
        return (Affine) bijector();
    }

    @Override
    public final LocationScale mapTensors(UnaryOperator<Tensor> change) {
        return of(Outcomes.rebuilt(base(), change), affine().mapTensors(change), rounding());
    }

    /** {@inheritDoc} The entropy of continuous X grows by log |s|; skewness changes its sign with s. */
    @Override
    public final <C> Optional<C> capability(Class<C> capability) {
        if (capability == HasEntropy.class) {
            return base().capability(HasEntropy.class).map(own -> {
                HasEntropy all = () -> ofBatch(() -> isDiscrete()
                        ? own.entropy()
                        : own.entropy().plus(scale().abs().log()));
                return capability.cast(all);
            });
        }
        if (capability == HasMode.class) {
            return base().capability(HasMode.class).map(own -> {
                HasMode moved = () -> ofBatch(() -> affine().forward(own.mode()));
                return capability.cast(moved);
            });
        }
        if (capability == HasMoments.class) {
            return base().capability(HasMoments.class).map(own -> capability.cast(moments(own)));
        }
        if (capability == HasHigherMoments.class) {
            return base().capability(HasHigherMoments.class).map(own -> capability.cast(higherMoments(own)));
        }
        return super.capability(capability);
    }

    private HasMoments moments(HasMoments own) {
        return own instanceof HasHigherMoments higher
                ? higherMoments(higher)
                : new Moments(() -> ofBatch(() -> affine().forward(own.mean())), () -> variance(own));
    }

    private HasHigherMoments higherMoments(HasHigherMoments own) {
        return new HigherMoments(
                () -> ofBatch(() -> affine().forward(own.mean())),
                () -> variance(own),
                () -> ofBatch(() -> own.skewness().times(scale().sign())),
                () -> ofBatch(own::kurtosis));
    }

    private Tensor variance(HasMoments own) {
        return ofBatch(() -> own.variance().times(scale().square()));
    }

    private Tensor ofBatch(Supplier<Tensor> statistic) {
        return Scope.tidy(() -> statistic.get().broadcastTo(batchShape()));
    }
}
