package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.special.BetaFunction;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.NormalProbability;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Student's t with ν degrees of freedom: the outer tail is half that of the beta distribution with shapes ν/2 and ½ at ν/(ν + z²), of
 * which and of its complement no digit is lost at any z.
 */
final class StudentTLaw extends ContinuousLaw {
    static final StudentTLaw INSTANCE = new StudentTLaw();

    private static final double LOG_2 = 0.69314718055994530942;

    /** Where ν/(ν + z²) is so small that its tail is one power. */
    static final double FAR = 1e-20;

    private static final double NORMAL = 1e100;
    private static final double FARTHEST_NORMAL = 1e40;

    private StudentTLaw() {
        super("StudentT", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        return z < 0 ? outer(-z, shape[0]) : 1 - outer(z, shape[0]);
    }

    @Override
    protected double upper(double z, double[] shape) {
        return lower(-z, shape);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        return z < 0 ? logOuter(-z, shape[0]) : Math.log1p(-outer(z, shape[0]));
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        return logLower(-z, shape);
    }

    /** P(|T| &gt; size)/2. */
    static double outer(double size, double df) {
        if (isNormal(size, df)) {
            return NormalProbability.cdf(-size);
        }
        double far = far(size, df);
        return far < FAR ? farOuter(size, df) : 0.5 * IncompleteBeta.lower(0.5 * df, 0.5, far, near(size, df));
    }

    static double logOuter(double size, double df) {
        if (isNormal(size, df)) {
            return NormalProbability.logCdf(-size);
        }
        double far = far(size, df);
        return far < FAR ? logFar(size, df) : IncompleteBeta.logLower(0.5 * df, 0.5, far, near(size, df)) - LOG_2;
    }

    /** ν/(ν + z²). */
    static double far(double size, double df) {
        double ratio = size / df * size;
        return 1 / (1 + ratio);
    }

    /** z²/(ν + z²). */
    static double near(double size, double df) {
        double ratio = size / df * size;
        return ratio < 1e300 ? ratio / (1 + ratio) : 1;
    }

    /** Whether the tail is that of the normal distribution to all digits: z⁴/ν is nothing, and where z² is more, z²/ν is. */
    static boolean isNormal(double size, double df) {
        return df > NORMAL && size < FARTHEST_NORMAL;
    }

    /** ½ xᵃ/(a B(a, ½)) as a power, where the exponential of its logarithm would lose digits. */
    private static double farOuter(double size, double df) {
        return 0.5 * Math.pow(Math.sqrt(df) / size, df) * Math.exp(logFactorFar(0.5 * df));
    }

    /** −log(a B(a, ½)), with a B(a, ½) = Γ(a + 1)Γ(½)/Γ(a + ½), which is near 1 for small a. */
    private static double logFactorFar(double a) {
        return GammaFunction.logGammaDifference(0.5, a) - GammaFunction.logGamma1p(a);
    }

    private static double logFar(double size, double df) {
        return logBothFar(size, df) - LOG_2;
    }

    /** log(xᵃ/(a B(a, ½))) with a = ν/2 and x = ν/z², from the logarithm of z, whose square may overflow. */
    static double logBothFar(double size, double df) {
        return 0.5 * df * (Math.log(df) - 2 * Math.log(size)) + logFactorFar(0.5 * df);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        double df = shape[0];
        return -0.5 * (df + 1) * logOnePlus(z, df) - 0.5 * Math.log(df) - BetaFunction.logBeta(0.5 * df, 0.5);
    }

    /** log(1 + z²/ν). */
    private static double logOnePlus(double z, double df) {
        double ratio = z / df * z;
        return ratio < 1e300 ? Math.log1p(ratio) : 2 * Math.log(Math.abs(z)) - Math.log(df);
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        Tensor df = shape.get(0);
        Tensor size = z.abs();
        Tensor isFar = size.greater(1e100);
        Tensor one = z.backend().scalar(1, z.dtype());
        Tensor near = Tensor.where(isFar, one, size).square().div(df).log1p();
        Tensor far = Tensor.where(isFar, size, one).log().times(2).minus(df.log());
        Tensor half = z.backend().scalar(0.5, z.dtype());
        return Tensor.where(isFar, far, near)
                .times(df.plus(1))
                .plus(df.log())
                .times(-0.5)
                .minus(df.times(0.5).logBeta(half));
    }

    /** ∂/∂ν of ½ I_x(ν/2, ½) at x = ν/(ν + z²), relative to the tail; by differences far out, where it underflows. */
    @Override
    protected double logLowerSlope(int k, double z, double[] shape) {
        double df = shape[0];
        double tail = lower(z, shape);
        double x = far(Math.abs(z), df);
        if (tail < 1e-250 || x < FAR) {
            return super.logLowerSlope(k, z, shape);
        }
        double y = near(Math.abs(z), df);
        double inShape = x < 0.5
                ? IncompleteBeta.firstShapeDerivative(0.5 * df, 0.5, x)
                : -IncompleteBeta.secondShapeDerivative(0.5, 0.5 * df, y);
        // dx/dν = xy/ν, and p(x)·xy is the density of logit x.
        double moved = Math.exp(IncompleteBeta.logDensity(0.5 * df, 0.5, x, y)) / df;
        double outer = 0.5 * (0.5 * inShape + moved);
        return (z < 0 ? outer : -outer) / tail;
    }

    @Override
    protected double logUpperSlope(int k, double z, double[] shape) {
        return logLowerSlope(k, -z, shape);
    }

    @Override
    protected double middle(double[] shape) {
        return 0;
    }
}
