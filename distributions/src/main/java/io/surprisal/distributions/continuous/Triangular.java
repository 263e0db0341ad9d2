package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Triangular distributions, whose density rises linearly from a to its peak 2/(b − a) at c and falls linearly to b.
 *
 * <p>Measured beyond ordinary parameters, at (low, high, peak) = (0, 1e-100, 1e-101) and (-1e50, 1e50, 2e49): relative errors of at most
 * 2e-16 beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Triangular extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters low, high and peak. */
    public static final Family<Triangular> FAMILY = Family.of(
                    "Triangular",
                    Triangular::new,
                    Parameter.real("low"),
                    Parameter.real("high"),
                    Parameter.real("peak"))
            .ordered("low", "high")
            .orderedOrEqual("low", "peak")
            .orderedOrEqual("peak", "high");

    private final Tensor low;
    private final Tensor high;
    private final Tensor peak;

    private Triangular(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.low = parameters.get(0);
        this.high = parameters.get(1);
        this.peak = parameters.get(2);
    }

    /**
     * {@return the triangular distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param low a, finite
     * @param high b, above low, finite
     * @param peak c, between low and high, which it may equal, finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Triangular of(Tensor low, Tensor high, Tensor peak) {
        return FAMILY.of(low, high, peak);
    }

    /**
     * {@return one triangular distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param low a, finite
     * @param high b, above low, finite
     * @param peak c, between low and high, which it may equal, finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Triangular of(Backend backend, double low, double high, double peak) {
        return FAMILY.of(backend, low, high, peak);
    }

    @Override
    public Interval support() {
        return Interval.between(low, high);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return TriangularTails.of(low, peak, high).logDensity(x);
    }

    @Override
    protected Tails tails() {
        return TriangularTails.of(low, peak, high);
    }

    /** {@return ½ + log((b − a)/2)} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.high.minus(d.low).times(0.5).log().plus(0.5));
    }

    /** {@return (a + b + c)/3} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.low.plus(d.high).plus(d.peak).div(3));
    }

    /** {@return ((b − a)² + (b − c)² + (c − a)²)/36} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.squares().div(36));
    }

    /** {@return √2 (a + b − 2c)(2a − b − c)(a − 2b + c)/(5(a² + b² + c² − ab − ac − bc)^(3/2))} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            // In multiples of the length, whose cube may overflow.
            Tensor length = d.high.minus(d.low);
            Tensor left = d.peak.minus(d.low).div(length);
            Tensor right = d.high.minus(d.peak).div(length);
            Tensor squares = left.square().plus(right.square()).plus(1);
            return thirdMoment(left, right).div(squares.sqrt().times(squares));
        });
    }

    /** {@return −⅗} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.constant(-0.6));
    }

    /** {@return c} */
    @Override
    public Tensor mode() {
        return peak.broadcastTo(batchShape());
    }

    /** (b − a)² + (b − c)² + (c − a)². */
    private Tensor squares() {
        return high.minus(low)
                .square()
                .plus(high.minus(peak).square())
                .plus(peak.minus(low).square());
    }

    /** With differences of the parameters only, so that a common shift cancels exactly. */
    private static Tensor thirdMoment(Tensor left, Tensor right) {
        Tensor asymmetry = right.minus(left);
        Tensor product = left.times(2).plus(right).times(right.times(2).plus(left));
        return asymmetry.times(product).times(4.0 / 5);
    }

    /** {@return the parameter a as it was given} */
    public Tensor low() {
        return low;
    }

    /** {@return the parameter b as it was given} */
    public Tensor high() {
        return high;
    }

    /** {@return the parameter c as it was given} */
    public Tensor peak() {
        return peak;
    }
}
