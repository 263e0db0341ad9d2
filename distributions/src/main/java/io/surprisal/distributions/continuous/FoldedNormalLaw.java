package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.distributions.family.LawStatistics;
import io.surprisal.distributions.family.MonotoneRoot;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.LogSpace;
import io.surprisal.special.NormalProbability;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** |N + a| with a standard normal N: the upper tail is a sum of normal probabilities, the lower one that of an interval. */
final class FoldedNormalLaw extends ContinuousLaw {
    static final FoldedNormalLaw INSTANCE = new FoldedNormalLaw();

    static final LawStatistics STATISTICS = LawStatistics.of(INSTANCE, "FoldedNormal");

    /** Where z = |a| tanh |a|z. */
    static final ElementFunction MODE = NumericSlope.function("FoldedNormal mode", FoldedNormalLaw::mode);

    private FoldedNormalLaw() {
        super("FoldedNormal", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double a = Math.abs(shape[0]);
        return z < a ? MillsRatio.density(a - z) * MillsRatio.interval(a - z, 2 * z) : MillsRatio.around(z - a, z + a);
    }

    @Override
    protected double upper(double z, double[] shape) {
        double a = Math.abs(shape[0]);
        return NormalProbability.cdf(a - z) + NormalProbability.cdf(-a - z);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double a = Math.abs(shape[0]);
        return z < a
                ? -0.5 * (a - z) * (a - z) - MillsRatio.HALF_LOG_TWO_PI + Math.log(MillsRatio.interval(a - z, 2 * z))
                : super.logLower(z, shape);
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        double a = Math.abs(shape[0]);
        if (upper(z, shape) >= 0.5) {
            return Math.log1p(-lower(z, shape));
        }
        return LogSpace.logAddExp(NormalProbability.logCdf(a - z), NormalProbability.logCdf(-a - z));
    }

    /** φ(z + a) − φ(z − a), over the tail. */
    @Override
    protected double logLowerSlope(int k, double z, double[] shape) {
        return -rate(z, shape[0]) * Math.exp(-logLower(z, shape) + logNear(z, shape[0]));
    }

    @Override
    protected double logUpperSlope(int k, double z, double[] shape) {
        return rate(z, shape[0]) * Math.exp(-logUpper(z, shape) + logNear(z, shape[0]));
    }

    private static double logNear(double z, double a) {
        double distance = z - Math.abs(a);
        return -0.5 * distance * distance - MillsRatio.HALF_LOG_TWO_PI;
    }

    private static double rate(double z, double a) {
        return -Math.signum(a) * Math.expm1(-2 * Math.abs(a) * z);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        double a = Math.abs(shape[0]);
        return logNear(z, a) + Math.log1p(Math.exp(-2 * a * z));
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        // φ(z − a) + φ(z + a) = φ(z − a)(1 + exp(−2az)), of which the logarithm of the last factor is softplus(−2az).
        // Not ∞, which times an a of 0 is NaN.
        Tensor size = z.minimum(Double.MAX_VALUE);
        Tensor a = shape.get(0).abs();
        Tensor square = size.minus(a).square().times(0.5);
        return size.times(a).times(-2).softplus().minus(square).minus(MillsRatio.HALF_LOG_TWO_PI);
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        return Math.abs(shape[0]) + 0.5;
    }

    private static double mode(double shape) {
        double a = Math.abs(shape);
        if (!(a > 1)) {
            return 0 * a;
        }
        return MonotoneRoot.of(
                z -> z - a * Math.tanh(a * z),
                z -> {
                    double tanh = Math.tanh(a * z);
                    return 1 - a * a * (1 - tanh) * (1 + tanh);
                },
                0,
                a + 1,
                a);
    }
}
