package io.surprisal.distributions.bijectors;

import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.NotZero;
import io.surprisal.distributions.family.Argument;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** y = shift + scale·x, element by element; a negative scale turns the order round. */
public final class Affine implements Bijector {
    private final Tensor shift;
    private final Tensor scale;

    /**
     * Makes the map; values are checked, but not inside a gradient call.
     *
     * @param shift what is added, finite; broadcasts with x
     * @param scale what is multiplied with, finite and not 0; broadcasts with x
     * @throws IllegalArgumentException if a value is outside its domain, or dtypes or backends differ
     */
    public Affine(Tensor shift, Tensor scale) {
        this(new Argument("Affine", "shift", shift), new Argument("Affine", "scale", scale));
        new Argument("Affine", "shift", shift).requireAll(Interval.REAL);
        new Argument("Affine", "scale", scale).requireAll(new NotZero());
    }

    private Affine(Argument shift, Argument scale) {
        shift.requireAlike(scale);
        this.shift = shift.tensor();
        this.scale = scale.tensor();
    }

    /**
     * {@return the map, without a look at the values: where they are known to be right, and a synchronisation with the device would be felt}
     *
     * @param shift what is added
     * @param scale what is multiplied with
     * @throws IllegalArgumentException if dtypes or backends differ
     */
    public static Affine unchecked(Tensor shift, Tensor scale) {
        return new Affine(new Argument("Affine", "shift", shift), new Argument("Affine", "scale", scale));
    }

    /** {@return what is added} */
    public Tensor shift() {
        return shift;
    }

    /** {@return what is multiplied with} */
    public Tensor scale() {
        return scale;
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> x.times(scale).plus(shift));
    }

    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> y.minus(shift).div(scale));
    }

    /** {@return log |scale|} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return logScaleLike(x);
    }

    private Tensor logScaleLike(Tensor x) {
        return Scope.tidy(() -> scale.abs().log().plus(x.backend().zeros(x.shape(), x.dtype())));
    }

    /** {@return −log |scale|} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> logScaleLike(y).neg());
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.of(scale));
    }

    @Override
    public Affine mapTensors(UnaryOperator<Tensor> change) {
        return unchecked(change.apply(shift), change.apply(scale));
    }

    /** Whether another map is affine with the very same tensors. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Affine affine && shift.equals(affine.shift) && scale.equals(affine.scale);
    }

    @Override
    public int hashCode() {
        return 31 * shift.hashCode() + scale.hashCode();
    }

    @Override
    public String toString() {
        return "Affine[shift=" + shift + ", scale=" + scale + "]";
    }
}
