package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** The variable with density proportional to exp(−|z|ᵇ): |z|ᵇ has the gamma distribution with shape 1/b. */
final class GeneralizedNormalLaw extends ContinuousLaw {
    static final GeneralizedNormalLaw INSTANCE = new GeneralizedNormalLaw();

    private static final double LOG_TWO = 0.69314718055994530942;

    /** Below which exp(−|z|ᵇ) is 1, though |z| may be of any size below 1. */
    private static final double TINY = 1e-20;

    private GeneralizedNormalLaw() {
        super("GeneralizedNormal", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double size = Math.abs(z);
        double power = Math.pow(size, shape[0]);
        double inner = inner(size, power, shape[0]);
        if (z > 0) {
            return 0.5 + 0.5 * inner;
        }
        return isFromInner(inner, power) ? 0.5 - 0.5 * inner : 0.5 * IncompleteGamma.upper(1 / shape[0], power);
    }

    @Override
    protected double upper(double z, double[] shape) {
        return lower(-z, shape);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double b = shape[0];
        double size = Math.abs(z);
        double power = Math.pow(size, b);
        if (isFromInner(inner(size, power, b), power)) {
            return Math.log(lower(z, shape));
        }
        return z > 0 ? Math.log1p(-lower(-z, shape)) : IncompleteGamma.logUpper(1 / b, power) - LOG_TWO;
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        return logLower(-z, shape);
    }

    /** Whether P(|Z| ≤ size) says more than its complement, of a power that may have underflowed. */
    private static boolean isFromInner(double inner, double power) {
        return inner < 0.5 || power < Double.MIN_NORMAL;
    }

    /** P(|Z| ≤ size). */
    private static double inner(double size, double power, double b) {
        return power < TINY ? size * Math.exp(-GammaFunction.logGamma(1 + 1 / b)) : IncompleteGamma.lower(1 / b, power);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return -Math.pow(Math.abs(z), shape[0]) - LOG_TWO - GammaFunction.logGamma(1 + 1 / shape[0]);
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        Tensor b = shape.get(0);
        return HostMath.pow(z.abs(), b)
                .plus(b.reciprocal().plus(1).logGamma())
                .plus(LOG_TWO)
                .neg();
    }

    @Override
    protected double middle(double[] shape) {
        return 0;
    }
}
