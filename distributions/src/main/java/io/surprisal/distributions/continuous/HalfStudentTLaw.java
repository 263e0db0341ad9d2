package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** The absolute value of Student's t with ν degrees of freedom: its tails are those of the beta distribution with shapes ν/2 and ½. */
final class HalfStudentTLaw extends ContinuousLaw {
    static final HalfStudentTLaw INSTANCE = new HalfStudentTLaw();

    private static final double LOG_2 = 0.69314718055994530942;

    /** Below which the density is constant to all digits. */
    private static final double TINY = 1e-20;

    private HalfStudentTLaw() {
        super("HalfStudentT", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double df = shape[0];
        if (z < TINY * Math.sqrt(Math.min(df, 1))) {
            return z * Math.exp(logDensity(0, shape));
        }
        if (StudentTLaw.isNormal(z, df)) {
            return MillsRatio.around(z, z);
        }
        double far = StudentTLaw.far(z, df);
        return far < StudentTLaw.FAR
                ? -Math.expm1(StudentTLaw.logBothFar(z, df))
                : IncompleteBeta.upper(0.5 * df, 0.5, far, StudentTLaw.near(z, df));
    }

    @Override
    protected double upper(double z, double[] shape) {
        return 2 * StudentTLaw.outer(z, shape[0]);
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        double upper = upper(z, shape);
        return upper < 0.5 ? StudentTLaw.logOuter(z, shape[0]) + LOG_2 : Math.log1p(-lower(z, shape));
    }

    @Override
    protected double logLowerSlope(int k, double z, double[] shape) {
        return -logUpperSlope(k, z, shape) * Math.exp(logUpper(z, shape) - logLower(z, shape));
    }

    @Override
    protected double logUpperSlope(int k, double z, double[] shape) {
        return StudentTLaw.INSTANCE.logUpperSlope(k, z, shape);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return StudentTLaw.INSTANCE.logDensity(z, shape) + LOG_2;
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        return StudentTLaw.INSTANCE.logDensity(z, shape).plus(LOG_2);
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        return 1;
    }
}
