package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.distributions.family.LawStatistics;
import io.surprisal.distributions.family.MonotoneRoot;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.BesselI;
import io.surprisal.special.MarcumQ;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** The length of a vector of two standard normal variables with a mean of length a. */
final class RiceLaw extends ContinuousLaw {
    static final RiceLaw INSTANCE = new RiceLaw();

    static final LawStatistics STATISTICS = LawStatistics.of(INSTANCE, "Rice");

    /** Where z − 1/z = aI₁(az)/I₀(az). */
    static final ElementFunction MODE = NumericSlope.function("Rice mode", RiceLaw::mode);

    /** The square of anything below is no part of 1. */
    private static final double NEAR_ZERO = 1e-10;

    private RiceLaw() {
        super("Rice", 1);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double a = length(shape);
        // The logarithm of a small number has fewer digits than the number.
        return isNearZero(z, a) ? Math.exp(-0.5 * a * a) * (0.5 * z * z) : MarcumQ.lower(1, a, z);
    }

    private static boolean isNearZero(double z, double a) {
        return z < NEAR_ZERO && a * z < NEAR_ZERO;
    }

    @Override
    protected double upper(double z, double[] shape) {
        return MarcumQ.upper(1, length(shape), z);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        return MarcumQ.logLower(1, length(shape), z);
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        double a = length(shape);
        return isNearZero(z, a) ? Math.log1p(-lower(z, shape)) : MarcumQ.logUpper(1, a, z);
    }

    /** ∂Q/∂a = z exp(−(z² + a²)/2) I₁(az), over the tail. */
    @Override
    protected double logLowerSlope(int k, double z, double[] shape) {
        return -Math.exp(logSlope(z, length(shape)) - logLower(z, shape));
    }

    @Override
    protected double logUpperSlope(int k, double z, double[] shape) {
        return Math.exp(logSlope(z, length(shape)) - logUpper(z, shape));
    }

    private static double logSlope(double z, double a) {
        return a == 0 ? Double.NEGATIVE_INFINITY : logOfOrder(1, z, a);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return logOfOrder(0, z, length(shape));
    }

    private static double logOfOrder(int order, double z, double a) {
        return Math.log(z) - 0.5 * (z - a) * (z - a) + BesselI.logScaled(order, a * z);
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        Tensor a = shape.get(0);
        Tensor order = z.backend().scalar(0, z.dtype());
        return z.log().minus(z.minus(a).square().times(0.5)).plus(a.times(z).besselILogScaled(order));
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        double a = length(shape);
        return a + 1 / (1 + a);
    }

    /** Differences for derivatives at 0 reach below it, where the law is continued evenly. */
    private static double length(double[] shape) {
        return Math.abs(shape[0]);
    }

    private static double mode(double shape) {
        double a = Math.abs(shape);
        return MonotoneRoot.of(
                z -> z - 1 / z - a * BesselI.ratio(1, a * z),
                z -> 1 + 1 / (z * z) - a * a * ratioSlope(a * z),
                0,
                a + 2,
                a + 1 / (1 + a));
    }

    /** Of I₁(x)/I₀(x). */
    private static double ratioSlope(double x) {
        double ratio = BesselI.ratio(1, x);
        return x == 0 ? 0.5 : 1 - ratio * ratio - ratio / x;
    }
}
