package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.DiscreteFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Distributions of one certain outcome, any finite number: log-probability 0 there and −∞ elsewhere.
 *
 * <p>Draws are the location itself, with derivative 1 in it: the posterior of a point estimate. Log-probabilities jump, and have derivative 0.
 *
 * <p>Measured beyond ordinary parameters, at location = 1e300 and −1e-300: exact there too.
 */
public final class Delta extends DiscreteFamily
        implements Reparameterized, HasEntropy, HasMoments, HasMode, EnumerableSupport {
    /** The parameter location. */
    public static final Family<Delta> FAMILY = Family.of("Delta", Delta::new, Parameter.real("location"));

    private final Tensor location;

    private Delta(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.location = parameters.get(0);
    }

    /**
     * {@return the distributions with these outcomes} Values are checked, but not inside a gradient call.
     *
     * @param location the outcome, finite
     * @throws IllegalArgumentException if a value is not finite, or the dtype is not floating
     */
    public static Delta of(Tensor location) {
        return FAMILY.of(location);
    }

    /**
     * {@return one distribution of one outcome, FLOAT32}
     *
     * @param backend where it shall live
     * @param location the outcome, finite
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Delta of(Backend backend, double location) {
        return FAMILY.of(backend, location);
    }

    /** {@return the parameter location as it was given} */
    public Tensor location() {
        return location;
    }

    @Override
    public Interval support() {
        return Interval.between(location, location);
    }

    /** {@return the location, [1, batch…]} */
    @Override
    public Tensor enumerateSupport() {
        return location.expandDims(0);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return x.times(0);
    }

    @Override
    protected Tails tails() {
        return new DeltaTails(location);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return location;
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawInOwnType(key, sampleShape.then(batchShape())));
    }

    /** {@return 0} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return the location} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.location);
    }

    /** {@return 0} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return the location} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.location);
    }
}
