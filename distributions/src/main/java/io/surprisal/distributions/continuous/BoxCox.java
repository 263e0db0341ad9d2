package io.surprisal.distributions.continuous;

import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * Box and Cox's transformation (eᶜʸ − 1)/c and its inverse log(1 + cz)/c, which are the identity at c = 0, with full relative accuracy near it. Beyond
 * the end of its range, where 1 + cz &lt; 0 by rounding, the inverse is that of the end.
 */
final class BoxCox {
    private static final ElementFunction LOG_SHAPE_SLOPE = ElementFunction.of("Box-Cox log slope", BoxCox::logSlope);
    private static final ElementFunction EXP_SHAPE_SLOPE = ElementFunction.of("Box-Cox slope", BoxCox::expSlope);

    private static final ElementFunction LOG = ElementFunction.of("Box-Cox log", (double z, double c) -> log(z, c))
            .withSlopes((x, y) -> inverseOfBase(x.get(0), x.get(1)), (x, y) -> LOG_SHAPE_SLOPE.of(x.get(0), x.get(1)));
    private static final ElementFunction EXP = ElementFunction.of("Box-Cox", (double y, double c) -> exp(y, c))
            .withSlopes((x, z) -> z.times(x.get(1)).plus(1), (x, z) -> EXP_SHAPE_SLOPE.of(x.get(0), x.get(1)));
    private static final ElementFunction LOG_POWER = ElementFunction.of("Box-Cox log power", BoxCox::logPower)
            .withSlopes(
                    (x, y) -> x.get(1).plus(1).times(inverseOfBase(x.get(0), x.get(1))),
                    (x, y) -> log(x.get(0), x.get(1))
                            .plus(x.get(1).plus(1).times(LOG_SHAPE_SLOPE.of(x.get(0), x.get(1)))));

    private BoxCox() {}

    /** log(1 + cz)/c. */
    static Tensor log(Tensor z, Tensor c) {
        return LOG.of(z, c);
    }

    /** (eᶜʸ − 1)/c. */
    static Tensor exp(Tensor y, Tensor c) {
        return EXP.of(y, c);
    }

    /** (1 + c) log(1 + cz)/c, which is 0 at c = −1 also at the end of the range. */
    static Tensor logPower(Tensor z, Tensor c) {
        return LOG_POWER.of(z, c);
    }

    private static Tensor inverseOfBase(Tensor z, Tensor c) {
        return z.times(c).plus(1).reciprocal();
    }

    private static double log(double z, double c) {
        double u = Math.max(c * z, -1);
        return Math.abs(u) < Double.MIN_NORMAL || c == 0 ? z : StrictMath.log1p(u) / c;
    }

    private static double exp(double y, double c) {
        double v = c * y;
        return Math.abs(v) < Double.MIN_NORMAL || c == 0 ? y : StrictMath.expm1(v) / c;
    }

    private static double logPower(double z, double c) {
        return c == -1 ? 0 * z : (1 + c) * log(z, c);
    }

    /** With u = cz: z²(u/(1 + u) − log(1 + u))/u², by differences that do not cancel near u = 0. */
    private static double logSlope(double z, double c) {
        double u = c * z;
        if (Math.abs(u) < 1e-150) {
            return -z * z / 2;
        }
        if (u > 1) {
            return (u / (1 + u) - Math.log1p(u)) / c / c;
        }
        return z * z * (-LogSpace.log1pmx(u) / (u * u) - 1 / (1 + u));
    }

    /** With v = cy: y²(veᵛ − eᵛ + 1)/v². */
    private static double expSlope(double y, double c) {
        double v = c * y;
        if (Math.abs(v) < 1e-150) {
            return y * y / 2;
        }
        return y * y * ((Math.expm1(v) - LogSpace.expm1mx(v) / v) / v);
    }
}
