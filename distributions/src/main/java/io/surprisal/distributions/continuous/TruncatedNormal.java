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
 * Truncated normal distributions: normal ones with mean m and standard deviation s before all outside [a, b] is cut off, with density
 * φ((x − m)/s)/(s(Φ((b − m)/s) − Φ((a − m)/s))), on [a, b].
 *
 * <p>Where m is outside, x is measured from the nearer end, and all probabilities are relative to the density there: an interval a
 * thousand standard deviations away loses no digit. Ends may be infinite.
 */
public final class TruncatedNormal extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters mean, scale, low and high. */
    public static final Family<TruncatedNormal> FAMILY = Family.of(
                    "TruncatedNormal",
                    TruncatedNormal::new,
                    Parameter.real("mean"),
                    Parameter.positive("scale"),
                    new Parameter("low", Interval.REAL_OR_LOW),
                    new Parameter("high", Interval.REAL_OR_HIGH))
            .ordered("low", "high");

    private final Tensor mean;
    private final Tensor scale;
    private final Tensor low;
    private final Tensor high;

    private TruncatedNormal(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.mean = parameters.get(0);
        this.scale = parameters.get(1);
        this.low = parameters.get(2);
        this.high = parameters.get(3);
    }

    /**
     * {@return the truncated normal distributions with these parameters, which broadcast to the batch shape} Values are checked, but not
     * inside a gradient call.
     *
     * @param mean m, before truncation, finite
     * @param scale s, before truncation, positive and finite
     * @param low a, finite or −∞
     * @param high b, above low, finite or +∞
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static TruncatedNormal of(Tensor mean, Tensor scale, Tensor low, Tensor high) {
        return FAMILY.of(mean, scale, low, high);
    }

    /**
     * {@return one truncated normal distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param mean m, before truncation, finite
     * @param scale s, before truncation, positive and finite
     * @param low a, finite or −∞
     * @param high b, above low, finite or +∞
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static TruncatedNormal of(Backend backend, double mean, double scale, double low, double high) {
        return FAMILY.of(backend, mean, scale, low, high);
    }

    @Override
    public Interval support() {
        return Interval.between(low, high);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return TruncatedNormalLaw.INSTANCE.logDensity(x, parameters());
    }

    @Override
    protected Tails tails() {
        return TruncatedNormalLaw.INSTANCE.with(mean, scale, low, high);
    }

    /** {@return −E[log p(X)]} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> {
            Tensor mean = d.ends().at(TruncatedNormalMoments.MEAN);
            Tensor square = mean.square().plus(d.ends().at(TruncatedNormalMoments.VARIANCE));
            Tensor linear = d.ends().side().times(d.ends().near()).times(mean);
            return square.times(0.5).plus(linear).plus(d.ends().logMass()).plus(d.scale.log());
        });
    }

    /** {@return E[X], by quadrature} */
    @Override
    public Tensor mean() {
        return statistic(
                this,
                d -> d.ends()
                        .at(TruncatedNormalMoments.MEAN)
                        .times(d.scale)
                        .plus(d.ends().anchor()));
    }

    /** {@return E[(X − E[X])²], by quadrature} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.ends().at(TruncatedNormalMoments.VARIANCE).times(d.scale.square()));
    }

    /** {@return the third central moment over variance^(3/2), by quadrature} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.ends().at(TruncatedNormalMoments.SKEWNESS));
    }

    /** {@return the fourth central moment over variance², less 3, by quadrature} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.ends().at(TruncatedNormalMoments.KURTOSIS));
    }

    /** {@return m, or the end next to it} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.ends().anchor());
    }

    private TruncatedNormalEnds ends() {
        return TruncatedNormalEnds.of(parameters());
    }

    /** {@return the parameter m as it was given} */
    public Tensor location() {
        return mean;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }

    /** {@return the parameter a as it was given} */
    public Tensor low() {
        return low;
    }

    /** {@return the parameter b as it was given} */
    public Tensor high() {
        return high;
    }
}
