package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.distributions.family.LawStatistics;
import io.surprisal.distributions.family.MonotoneRoot;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.ErrorFunction;
import io.surprisal.special.GaussLegendre;
import io.surprisal.special.NormalProbability;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The skew-normal variable of skew a. With J(z) = 2∫φ(t)Φ(−at) dt over t ≥ z ≥ 0 and a ≥ 0, P(Z ≤ −z) = J(z), P(Z ≤ z) = erf(z/√2) + J(z)
 * and P(Z &gt; z) = erfc(z/√2) − J(z), which is at least half of its first term: nothing cancels, as Φ(z) − 2T(z, a) with Owen's T does.
 * The integrand of J is log-concave, and integrated to where it has decayed.
 */
final class SkewNormalLaw extends ContinuousLaw {
    static final SkewNormalLaw INSTANCE = new SkewNormalLaw();

    static final LawStatistics STATISTICS = LawStatistics.of(INSTANCE, "SkewNormal");

    /** Where z = aφ(az)/Φ(az). */
    static final ElementFunction MODE = NumericSlope.function("SkewNormal mode", SkewNormalLaw::mode);

    private static final double LOG_TWO = Math.log(2);

    private static final double ROOT_TWO = Math.sqrt(2);

    /** Where exponents end that are integrated. */
    private static final double END = 38;

    private static final double FAR = 1e100;

    private static final double SMALL = 1e-140;

    private SkewNormalLaw() {
        super("SkewNormal", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double a = shape[0];
        return a < 0 ? upperOf(-z, -a) : lowerOf(z, a);
    }

    @Override
    protected double upper(double z, double[] shape) {
        double a = shape[0];
        return a < 0 ? lowerOf(-z, -a) : upperOf(z, a);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double a = shape[0];
        return a < 0 ? logUpperOf(-z, -a) : logLowerOf(z, a);
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        double a = shape[0];
        return a < 0 ? logLowerOf(-z, -a) : logUpperOf(z, a);
    }

    private static double lowerOf(double z, double a) {
        if (a == 0) {
            return NormalProbability.cdf(z);
        }
        return z < 0 ? beyond(-z, a) : ErrorFunction.erf(z / ROOT_TWO) + beyond(z, a);
    }

    private static double upperOf(double z, double a) {
        if (a == 0) {
            return NormalProbability.cdf(-z);
        }
        return z < 0 ? 1 - beyond(-z, a) : ErrorFunction.erfc(z / ROOT_TWO) - beyond(z, a);
    }

    private static double logLowerOf(double z, double a) {
        if (a == 0) {
            return NormalProbability.logCdf(z);
        }
        if (z < 0) {
            return logBeyond(-z, a);
        }
        double lower = lowerOf(z, a);
        return lower < 0.5 ? Math.log(lower) : Math.log1p(-upperOf(z, a));
    }

    private static double logUpperOf(double z, double a) {
        if (upperOf(z, a) >= 0.5) {
            return Math.log1p(-lowerOf(z, a));
        }
        double log = NormalProbability.logCdf(-z);
        if (a == 0 || log == Double.NEGATIVE_INFINITY) {
            return log;
        }
        return LOG_TWO + log + Math.log1p(-Math.exp(logShare(z, a) - Math.log(MillsRatio.at(z))));
    }

    /** J(z): a product while its factors are normal numbers, which is rounded less than the exponential of a sum. */
    private static double beyond(double z, double a) {
        double density = MillsRatio.density(z);
        double ofTail = MillsRatio.density(a * z);
        return density > SMALL && ofTail > SMALL ? 2 * density * ofTail * integral(z, a) : Math.exp(logBeyond(z, a));
    }

    /** log J(z). */
    private static double logBeyond(double z, double a) {
        return LOG_TWO - MillsRatio.HALF_LOG_TWO_PI - 0.5 * z * z + logShare(z, a);
    }

    /** log(J(z)/2φ(z)): of Φ(−az) and an integral. */
    private static double logShare(double z, double a) {
        double log = NormalProbability.logCdf(-a * z);
        if (log == Double.NEGATIVE_INFINITY || z == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        return log + Math.log(integral(z, a) / MillsRatio.at(a * z));
    }

    /** J(z)/2φ(z)φ(az), the integral of exp(−zh − h²/2 − a²zh − a²h²/2)M(az + ah): with Mills' ratio M no exponent is a difference of large ones. */
    private static double integral(double z, double a) {
        double u = a * z;
        double ratio = MillsRatio.at(u);
        DoubleUnaryOperator exponent = h -> a * h * (u + 0.5 * a * h) + h * (z + 0.5 * h);
        DoubleUnaryOperator fall = h -> MillsRatio.at(u + a * h);
        // The curvature is at least 1, so that the exponent is at least slope·h + h²/2; Newton's method from there, on
        // a convex function.
        double slope = z + a / ratio;
        double end = 2 * END / (slope + Math.sqrt(slope * slope + 2 * END));
        for (int i = 0; i < 60; i++) {
            double excess = exponent.applyAsDouble(end) - Math.log(fall.applyAsDouble(end) / ratio) - END;
            if (!(excess >= 1)) {
                break;
            }
            end -= excess / (z + end + a / MillsRatio.at(u + a * end));
        }
        return GaussLegendre.integral(h -> Math.exp(-exponent.applyAsDouble(h)) * fall.applyAsDouble(h), 0, end, 2);
    }

    /** ∂P(Z ≤ z)/∂a = −exp(−z²(1 + a²)/2)/(π(1 + a²)), over the tail. */
    @Override
    protected double logLowerSlope(int k, double z, double[] shape) {
        return -Math.exp(logSlope(z, shape[0]) - logLower(z, shape));
    }

    @Override
    protected double logUpperSlope(int k, double z, double[] shape) {
        return Math.exp(logSlope(z, shape[0]) - logUpper(z, shape));
    }

    private static double logSlope(double z, double a) {
        double slant = Math.hypot(1, a);
        return -0.5 * (z * slant) * (z * slant) - Math.log(Math.PI) - 2 * Math.log(slant);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return LOG_TWO - MillsRatio.HALF_LOG_TWO_PI - 0.5 * z * z + NormalProbability.logCdf(shape[0] * z);
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        // Not ∞, which times a skew of 0 is NaN.
        return z.maximum(-FAR)
                .minimum(FAR)
                .times(shape.get(0))
                .normalLogCdf()
                .minus(z.square().times(0.5))
                .plus(LOG_TWO - MillsRatio.HALF_LOG_TWO_PI);
    }

    @Override
    protected double middle(double[] shape) {
        double a = shape[0];
        return 0.7 * a / Math.hypot(1, a);
    }

    private static double mode(double a) {
        return MonotoneRoot.of(
                z -> z - a * NormalProbability.logCdfDerivative(a * z),
                z -> 1 + a * hazardFall(a, z),
                -1,
                1,
                a / Math.hypot(1, a) / Math.hypot(1, a));
    }

    /** −d(φ(az)/Φ(az))/dz. */
    private static double hazardFall(double a, double z) {
        double hazard = NormalProbability.logCdfDerivative(a * z);
        return a * hazard * (a * z + hazard);
    }
}
