package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;
import java.util.List;

/** A family whose variable is X = m + sZ, with a location m, a scale s, and a variable Z of the other parameters. Its tails are Z's. */
public abstract class LocationScaleFamily extends ContinuousFamily {
    private final Tensor location;
    private final Tensor scale;

    /**
     * A batch of distributions.
     *
     * @param family the family, of the same class
     * @param parameters the parameters in the family's order
     * @param first the place of the location among them, after which comes the scale
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    protected LocationScaleFamily(Family<?> family, List<Tensor> parameters, int first) {
        super(family, parameters);
        this.location = parameters.get(first);
        this.scale = parameters.get(first + 1);
    }

    @Override
    protected final Tensor standardise(Tensor x) {
        return x.minus(location).div(scale);
    }

    @Override
    protected final Tensor restore(Tensor z) {
        return z.times(scale).plus(location);
    }

    /** {@return the parameter location as it was given} */
    public final Tensor location() {
        return location;
    }

    /** {@return the parameter scale as it was given} */
    public final Tensor scale() {
        return scale;
    }
}
