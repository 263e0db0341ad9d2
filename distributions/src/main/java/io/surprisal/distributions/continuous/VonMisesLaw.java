package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.special.BesselI;
import io.surprisal.special.GaussLegendre;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The von Mises variable around 0. A tail is the integral of exp(−2k(sin²(t/2) − sin²(z/2))) from z outwards, by Gauss and Legendre's rule to
 * where it has decayed: a sum of positive numbers at any k.
 */
final class VonMisesLaw extends ContinuousLaw {
    static final VonMisesLaw INSTANCE = new VonMisesLaw();

    private static final double TWO_PI = 2 * Math.PI;

    /** Where exponents end that are integrated. */
    private static final double END = 40;

    private static final int PANELS = 2;

    /** Lengths that would lose digits in a difference. */
    private static final double SHORT = 1e-6;

    /** log 2πI₀(k) − kI₁(k)/I₀(k). */
    static final ElementFunction ENTROPY = ElementFunction.of("von Mises entropy", VonMisesLaw::entropy)
            .withSlopes((x, y) -> VonMisesLaw.ENTROPY_SLOPE.of(x.get(0)));

    private static final ElementFunction ENTROPY_SLOPE = ElementFunction.of("von Mises entropy slope", k -> {
        double ratio = BesselI.ratio(1, k);
        return k == 0 ? 0 : -k * (1 - ratio * ratio - ratio / k);
    });

    private VonMisesLaw() {
        super("VonMises", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double k = shape[0];
        if (isCentral(z, k)) {
            return 0.5 + central(z, k);
        }
        return z > 0 ? 1 - lower(-z, shape) : Math.exp(-exponent(z, k)) * beyond(-z, k);
    }

    @Override
    protected double upper(double z, double[] shape) {
        return lower(-z, shape);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double k = shape[0];
        if (isCentral(z, k)) {
            return Math.log(lower(z, shape));
        }
        return z > 0 ? Math.log1p(-lower(-z, shape)) : Math.log(beyond(-z, k)) - exponent(z, k);
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        return logLower(-z, shape);
    }

    /** Whether what lies between 0 and z is the smaller part. */
    private static boolean isCentral(double z, double k) {
        return Math.abs(z) * Math.sqrt(Math.max(k, 1)) < 0.5;
    }

    /** P(0 &lt; Z ≤ z), negative for z &lt; 0. */
    private static double central(double z, double k) {
        return GaussLegendre.integral(t -> Math.exp(-exponent(t, k)), 0, z, 1) / (TWO_PI * BesselI.i0e(k));
    }

    /** 2k sin²(z/2) = k(1 − cos z). */
    private static double exponent(double z, double k) {
        double sine = Math.sin(0.5 * z);
        return 2 * k * sine * sine;
    }

    /** exp(2k sin²(z/2)) P(Z &gt; z) for z ≥ 0. */
    private static double beyond(double z, double k) {
        return integral(z, k, t -> 1) / (TWO_PI * BesselI.i0e(k));
    }

    /** The integral of g(t) exp(−2k(sin²(t/2) − sin²(z/2))) from z ≥ 0 to π. */
    static double integral(double z, double k, DoubleUnaryOperator g) {
        return GaussLegendre.integral(
                t -> g.applyAsDouble(z + t) * Math.exp(-2 * k * Math.sin(0.5 * t) * Math.sin(z + 0.5 * t)),
                0,
                length(z, k),
                PANELS);
    }

    /** How far beyond z the exponent has fallen by END; where that is little beside z, from its slope at z. */
    private static double length(double z, double k) {
        double sine = Math.sin(0.5 * z);
        double fall = END / (2 * k);
        double square = sine * sine + fall;
        double length = (square < 1 ? 2 * Math.asin(Math.sqrt(square)) : Math.PI) - z;
        return length > SHORT * z ? length : Math.min(Math.PI - z, 2 * fall / Math.sin(z));
    }

    /** E[1 − cos Z | Z &gt; z] for z ≥ 0. */
    private static double spread(double z, double k) {
        return integral(z, k, t -> exponent(t, 1)) / integral(z, k, t -> 1);
    }

    private static double entropy(double k) {
        return Math.log(TWO_PI * BesselI.i0e(k)) + k * spread(0, k);
    }

    /** E[1 − cos Z] less its mean over the tail. */
    @Override
    protected double logLowerSlope(int shapeIndex, double z, double[] shape) {
        double k = shape[0];
        if (z > 0) {
            return -logLowerSlope(0, -z, shape) * Math.exp(logLower(-z, shape) - logLower(z, shape));
        }
        return spread(0, k) - spread(-z, k);
    }

    @Override
    protected double logUpperSlope(int shapeIndex, double z, double[] shape) {
        return logLowerSlope(shapeIndex, -z, shape);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return -exponent(z, shape[0]) - Math.log(TWO_PI * BesselI.i0e(shape[0]));
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        Tensor k = shape.get(0);
        Tensor order = z.backend().scalar(0, z.dtype());
        Tensor exponent = z.times(0.5).sin().square().times(k).times(2);
        return exponent.plus(k.besselILogScaled(order)).neg().minus(Math.log(TWO_PI));
    }

    @Override
    protected double low(double[] shape) {
        return -Math.PI;
    }

    @Override
    protected double high(double[] shape) {
        return Math.PI;
    }

    @Override
    protected double middle(double[] shape) {
        return 0;
    }
}
