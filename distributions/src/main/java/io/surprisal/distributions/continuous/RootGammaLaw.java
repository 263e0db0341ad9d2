package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** The root of a gamma variable of shape a and rate 1, with density 2z²ᵃ⁻¹exp(−z²)/Γ(a); its tails are those of the gamma variable at z². */
final class RootGammaLaw extends ContinuousLaw {
    static final RootGammaLaw INSTANCE = new RootGammaLaw();

    private static final double LOG_TWO = 0.69314718055994530942;
    private static final double LARGE_SHAPE = 10;

    /** Below which z² is nothing beside 1, though it need not be nothing beside 0. */
    private static final double TINY = 1e-20;

    private static final ElementFunction LOG_DENSITY = ElementFunction.of(
                    "root-gamma log-density", (double z, double a) -> logDensity(z, a))
            .withSlopes(
                    (x, y) -> x.get(1)
                            .times(2)
                            .minus(1)
                            .div(x.get(0))
                            .minus(x.get(0).times(2)),
                    (x, y) -> x.get(0).log().times(2).minus(x.get(1).digamma()));

    private RootGammaLaw() {
        super("RootGamma", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        return z < TINY ? Math.exp(logLower(z, shape)) : IncompleteGamma.lower(shape[0], z * z);
    }

    @Override
    protected double upper(double z, double[] shape) {
        return z < TINY ? -Math.expm1(logLower(z, shape)) : IncompleteGamma.upper(shape[0], z * z);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double a = shape[0];
        return z < TINY ? 2 * a * Math.log(z) - GammaFunction.logGamma(a + 1) : IncompleteGamma.logLower(a, z * z);
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        return z < TINY ? LogSpace.log1mexp(logLower(z, shape)) : IncompleteGamma.logUpper(shape[0], z * z);
    }

    /** By how a quantile moves: that of the logarithm of the gamma variable has a formula. */
    @Override
    protected double logLowerSlope(int k, double z, double[] shape) {
        return -Math.exp(logMovedDensity(z, shape) - logLower(z, shape));
    }

    @Override
    protected double logUpperSlope(int k, double z, double[] shape) {
        return Math.exp(logMovedDensity(z, shape) - logUpper(z, shape));
    }

    private static double logMovedDensity(double z, double[] shape) {
        double log = Math.log(z);
        double shift = IncompleteGamma.logQuantileShapeDerivative(shape[0], 2 * log);
        return logDensity(z, shape[0]) + log + Math.log(0.5 * shift);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return logDensity(z, shape[0]);
    }

    private static double logDensity(double z, double a) {
        if (a >= LARGE_SHAPE && z > TINY) {
            return IncompleteGamma.logDensity(a, z * z) + LOG_TWO - Math.log(z);
        }
        return LogSpace.xlogy(2 * a - 1, z) - z * z + LOG_TWO - GammaFunction.logGamma(a);
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        return LOG_DENSITY.of(z, shape.get(0));
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        return Math.sqrt(shape[0]);
    }
}
