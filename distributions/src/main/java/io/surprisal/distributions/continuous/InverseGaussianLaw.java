package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The inverse Gaussian variable of mean 1 and shape c, with a = √(c/z)(z − 1) and b = √(c/z)(z + 1). Since b² − a² = 4c, exp(2c)φ(b) is
 * φ(a): the tails are φ(a) times a sum or difference of Mills' ratios, of moderate size where exp(2c) overflows.
 */
final class InverseGaussianLaw extends ContinuousLaw {
    static final InverseGaussianLaw INSTANCE = new InverseGaussianLaw();

    /** Where exponentials are 0. */
    private static final double FAR = 750;

    private InverseGaussianLaw() {
        super("InverseGaussian", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double a = a(z, shape[0]);
        return a < 0 ? density(z, shape[0]) * sum(z, shape[0]) : 1 - upper(z, shape);
    }

    @Override
    protected double upper(double z, double[] shape) {
        double a = a(z, shape[0]);
        if (a < 0) {
            double lower = lower(z, shape);
            if (lower < 0.5) {
                return 1 - lower;
            }
        }
        return density(z, shape[0]) * difference(z, shape[0]);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double a = a(z, shape[0]);
        double lower = lower(z, shape);
        return a < 0 && lower < 0.5
                ? -0.5 * a * a - MillsRatio.HALF_LOG_TWO_PI + Math.log(sum(z, shape[0]))
                : Math.log1p(-upper(z, shape));
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        double a = a(z, shape[0]);
        double lower = lower(z, shape);
        if (lower < 0.5) {
            return Math.log1p(-lower);
        }
        double difference = difference(z, shape[0]);
        // Where the difference underflows Mills' ratio has a slope of about −1/(1 + a²).
        double log = difference > Double.MIN_NORMAL
                ? Math.log(difference)
                : Math.log(2) + Math.log(root(z, shape[0])) - Math.log1p(a * a);
        return -0.5 * a * a - MillsRatio.HALF_LOG_TWO_PI + log;
    }

    /** φ(a), with what the roundings of a²/2 = c(z − 1)²/(2z) have cost, which would be as many units as it is large. */
    private static double density(double z, double c) {
        double d = z - 1;
        double square = d * d;
        double product = c * square;
        double twice = 2 * z;
        double exponent = product / twice;
        if (!(exponent < FAR)) {
            return MillsRatio.density(a(z, c));
        }
        double ofDifference = z < 1 ? z - (1 + d) : z - d - 1;
        double ofSquare = Math.fma(d, d, -square) + 2 * d * ofDifference;
        double ofProduct = Math.fma(c, square, -product) + c * ofSquare;
        double ofExponent = (Math.fma(-exponent, twice, product) + ofProduct) / twice;
        return MillsRatio.INVERSE_ROOT_TWO_PI * Math.exp(-exponent) * (1 - ofExponent);
    }

    private static double a(double z, double c) {
        return z == Double.POSITIVE_INFINITY ? z : root(z, c) * (z - 1);
    }

    /** √(c/z), of which the quotient may underflow. */
    private static double root(double z, double c) {
        double quotient = c / z;
        return quotient > Double.MIN_NORMAL ? Math.sqrt(quotient) : Math.sqrt(c) / Math.sqrt(z);
    }

    private static double sum(double z, double c) {
        return MillsRatio.at(-a(z, c)) + MillsRatio.at(root(z, c) * (z + 1));
    }

    private static double difference(double z, double c) {
        return MillsRatio.difference(a(z, c), 2 * root(z, c));
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        double a = a(z, shape[0]);
        return 0.5 * (Math.log(shape[0]) - 3 * Math.log(z) - a * a) - MillsRatio.HALF_LOG_TWO_PI;
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        Tensor c = shape.get(0);
        // Divided before it is squared, which would be too large for a double.
        Tensor less = z.minus(1);
        Tensor square = less.div(z.maximum(Double.MIN_NORMAL)).times(less).times(c);
        return c.log().minus(z.log().times(3)).minus(square).times(0.5).minus(MillsRatio.HALF_LOG_TWO_PI);
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        double r = 1.5 / shape[0];
        return Math.sqrt(1 / (Math.sqrt(1 + r * r) + r));
    }
}
