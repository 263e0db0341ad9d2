package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The truncated normal law of x itself, with the shapes mean, scale, low and high, so that the distances of x from both ends are exact. A
 * probability is Mills' ratio times the density at one of its ends, or of a number on each side of the mean a sum of two.
 */
final class TruncatedNormalLaw extends ContinuousLaw {
    static final TruncatedNormalLaw INSTANCE = new TruncatedNormalLaw();

    private TruncatedNormalLaw() {
        super("TruncatedNormal", 4);
    }

    @Override
    protected double lower(double x, double[] shape) {
        return TruncatedNormalPlace.of(x, shape).lower();
    }

    @Override
    protected double upper(double x, double[] shape) {
        return TruncatedNormalPlace.of(x, shape).mirrored().lower();
    }

    @Override
    protected double logLower(double x, double[] shape) {
        return TruncatedNormalPlace.of(x, shape).logLower();
    }

    @Override
    protected double logUpper(double x, double[] shape) {
        return TruncatedNormalPlace.of(x, shape).mirrored().logLower();
    }

    @Override
    protected double logLowerSlope(int k, double x, double[] shape) {
        if (k == 2) {
            return -Math.exp(logDensity(shape[2], shape) + logUpper(x, shape) - logLower(x, shape));
        }
        return k == 3 ? -Math.exp(logDensity(shape[3], shape)) : slopeOfMass(k, shape, shape[2], x);
    }

    @Override
    protected double logUpperSlope(int k, double x, double[] shape) {
        if (k == 3) {
            return Math.exp(logDensity(shape[3], shape) + logLower(x, shape) - logUpper(x, shape));
        }
        return k == 2 ? Math.exp(logDensity(shape[2], shape)) : slopeOfMass(k, shape, x, shape[3]);
    }

    /** With Z = (X − m)/s: E[Z | X inside]/s less its mean in the mean, and E[Z² | X inside]/s less its mean in the scale. */
    private static double slopeOfMass(int k, double[] shape, double low, double high) {
        double part = TruncatedNormalMoments.ofInterval(k + 1, shape[0], shape[1], low, high);
        return (part - TruncatedNormalMoments.ofInterval(k + 1, shape[0], shape[1], shape[2], shape[3])) / shape[1];
    }

    @Override
    protected double logDensity(double x, double[] shape) {
        return TruncatedNormalPlace.of(x, shape).logDensity() - Math.log(shape[1]);
    }

    /** From the anchor at distance t, where the standardised mean is t₀ away: −t²/2 − |t|t₀ less the logarithm of the mass. */
    @Override
    protected Tensor logDensity(Tensor x, List<Tensor> shape) {
        var ends = TruncatedNormalEnds.of(shape);
        // Not ∞, which times a side of 0 is NaN.
        Tensor t = x.minus(ends.anchor())
                .div(shape.get(1))
                .maximum(-Double.MAX_VALUE)
                .minimum(Double.MAX_VALUE);
        Tensor linear = t.times(ends.side()).times(ends.near());
        return t.square()
                .times(0.5)
                .plus(linear)
                .plus(ends.logMass())
                .plus(shape.get(1).log())
                .neg();
    }

    @Override
    protected double low(double[] shape) {
        return shape[2];
    }

    @Override
    protected double high(double[] shape) {
        return shape[3];
    }

    @Override
    protected double middle(double[] shape) {
        double low = shape[2];
        double high = shape[3];
        double nearest = Math.max(low, Math.min(high, shape[0]));
        double step = shape[1] / (1 + Math.abs(nearest - shape[0]) / shape[1]);
        double towards = 0.25 * (high - nearest) - 0.25 * (nearest - low);
        // Not a number between two infinite ends.
        return Double.isNaN(towards) ? nearest : nearest + Math.max(-step, Math.min(step, towards));
    }
}
