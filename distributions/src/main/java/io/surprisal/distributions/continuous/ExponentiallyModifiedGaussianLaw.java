package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.distributions.family.LawStatistics;
import io.surprisal.distributions.family.MonotoneRoot;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.ErrorFunction;
import io.surprisal.special.LogSpace;
import io.surprisal.special.NormalProbability;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * N + E/k with standard normal N and standard exponential E. exp(k²/2 − kz)Φ(z − k) is φ(z) times Mills' ratio M at k − z: the lower tail is
 * φ(z) times a difference of two such ratios, the upper one a sum, of moderate size where the exponential overflows. Where the normal part has
 * ended and the exponential one only begins, the lower tail is 1 − exp(k²/2 − kz) + φ(z)(M(z − k) − M(z)), by reflection of both terms.
 */
final class ExponentiallyModifiedGaussianLaw extends ContinuousLaw {
    static final ExponentiallyModifiedGaussianLaw INSTANCE = new ExponentiallyModifiedGaussianLaw();

    static final LawStatistics STATISTICS = LawStatistics.of(INSTANCE, "ExponentiallyModifiedGaussian");

    /** Where the log-density has the slope 0. */
    static final ElementFunction MODE =
            NumericSlope.function("ExponentiallyModifiedGaussian mode", ExponentiallyModifiedGaussianLaw::mode);

    /** From here on the normal variable is hardly ever greater, and the reflected terms do not cancel. */
    private static final double NORMAL_ENDS = 3;

    private ExponentiallyModifiedGaussianLaw() {
        super("ExponentiallyModifiedGaussian", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double k = shape[0];
        if (!isLow(z, k)) {
            return 1 - upper(z, shape);
        }
        if (z >= NORMAL_ENDS) {
            return MillsRatio.density(z) * MillsRatio.difference(z - k, k) - Math.expm1(k * (0.5 * k - z));
        }
        double normal = NormalProbability.cdf(z);
        double mixed = mixed(z, k);
        if (mixed > 0.5 * normal) {
            return MillsRatio.density(z) * MillsRatio.difference(-z, k);
        }
        // Around ½ quantiles may be near 0, and need what is more or less than ½.
        return Math.abs(z) < 0.5 ? 0.5 + (0.5 * ErrorFunction.erf(z / Math.sqrt(2)) - mixed) : normal - mixed;
    }

    @Override
    protected double upper(double z, double[] shape) {
        return isLow(z, shape[0]) ? 1 - lower(z, shape) : NormalProbability.cdf(-z) + mixed(z, shape[0]);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double k = shape[0];
        if (!isLow(z, k)) {
            return Math.log1p(-upper(z, shape));
        }
        return z < NORMAL_ENDS
                ? -0.5 * z * z - MillsRatio.HALF_LOG_TWO_PI + Math.log(MillsRatio.difference(-z, k))
                : Math.log(lower(z, shape));
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        return isLow(z, shape[0])
                ? Math.log1p(-lower(z, shape))
                : LogSpace.logAddExp(NormalProbability.logCdf(-z), logMixed(z, shape[0]));
    }

    /** Below the mean, where less than about half of the probability lies. */
    private static boolean isLow(double z, double k) {
        return z < 1 / k;
    }

    /** exp(k²/2 − kz)Φ(z − k). */
    private static double mixed(double z, double k) {
        return z < k
                ? MillsRatio.density(z) * MillsRatio.at(k - z)
                : Math.exp(k * (0.5 * k - z)) * NormalProbability.cdf(z - k);
    }

    /** Its logarithm. */
    private static double logMixed(double z, double k) {
        return z < k
                ? -0.5 * z * z - MillsRatio.HALF_LOG_TWO_PI + Math.log(MillsRatio.at(k - z))
                : k * (0.5 * k - z) + NormalProbability.logCdf(z - k);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return Math.log(shape[0]) + logMixed(z, shape[0]);
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        Tensor k = shape.get(0);
        Tensor gap = k.minus(z);
        Tensor isNear = gap.greater(0);
        Tensor zero = z.backend().scalar(0, z.dtype());
        Tensor inner = Tensor.where(isNear, z, zero);
        Tensor ratio =
                Tensor.where(isNear, gap, zero).div(Math.sqrt(2)).erfcx().log().plus(0.5 * Math.log(Math.PI / 2));
        Tensor near = ratio.minus(inner.square().times(0.5)).minus(MillsRatio.HALF_LOG_TWO_PI);
        Tensor outer = Tensor.where(isNear, zero, gap.neg());
        Tensor far = outer.normalLogCdf().minus(k.times(outer.plus(k.times(0.5))));
        return Tensor.where(isNear, near, far).plus(k.log());
    }

    @Override
    protected double middle(double[] shape) {
        return Math.min(1 / shape[0], 3);
    }

    /** With φ(u)/Φ(u) = k the mode is k + u, which for u &lt; 0 is the mean of a normal variable beyond −u, less −u. */
    private static double mode(double k) {
        double u = MonotoneRoot.of(
                x -> k - NormalProbability.logCdfDerivative(x),
                x -> {
                    double hazard = NormalProbability.logCdfDerivative(x);
                    return hazard * (x + hazard);
                },
                -k - 1,
                40,
                0.5 - k);
        return u < 0 ? TruncatedNormalMoments.meanFromEnd(-u, Double.POSITIVE_INFINITY) : k + u;
    }
}
