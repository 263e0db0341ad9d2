package io.surprisal.distributions.family;

import io.surprisal.special.RoundedExponential;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * Elementary functions that have the same bits on every backend: correctly rounded but for the last place (StrictMath), computed on the host.
 * Draws are made of these, of arithmetic and of square roots alone, so that a key gives the same draw everywhere.
 */
public final class HostMath {
    private static final ElementFunction EXP =
            ElementFunction.of("exp", RoundedExponential::of).withSlopes((x, y) -> y);
    private static final ElementFunction EXPM1 =
            ElementFunction.of("expm1", StrictMath::expm1).withSlopes((x, y) -> y.plus(1));
    private static final ElementFunction LOG = ElementFunction.of("log", StrictMath::log)
            .withSlopes((x, y) -> x.get(0).reciprocal());
    private static final ElementFunction LOG1P = ElementFunction.of("log1p", StrictMath::log1p)
            .withSlopes((x, y) -> x.get(0).plus(1).reciprocal());
    private static final ElementFunction POW = ElementFunction.of("pow", StrictMath::pow)
            .withSlopes((x, y) -> x.get(1).times(x.get(0).pow(x.get(1).minus(1))), (x, y) -> y.xlogy(x.get(0)));
    private static final ElementFunction SIGMOID = ElementFunction.of("sigmoid", HostMath::sigmoid)
            .withSlopes((x, y) -> y.times(x.get(0).neg().sigmoid()));
    private static final ElementFunction TAN = ElementFunction.of("tan", StrictMath::tan)
            .withSlopes((x, y) -> y.square().plus(1));

    private HostMath() {}

    /**
     * {@return eˣ, correctly rounded}
     *
     * @param x numbers
     */
    public static Tensor exp(Tensor x) {
        return EXP.of(x);
    }

    /**
     * {@return eˣ − 1}
     *
     * @param x numbers
     */
    public static Tensor expm1(Tensor x) {
        return EXPM1.of(x);
    }

    /**
     * {@return log x}
     *
     * @param x numbers
     */
    public static Tensor log(Tensor x) {
        return LOG.of(x);
    }

    /**
     * {@return log(1 + x)}
     *
     * @param x numbers
     */
    public static Tensor log1p(Tensor x) {
        return LOG1P.of(x);
    }

    /**
     * {@return xᵃ}
     *
     * @param x bases, not negative
     * @param a exponents
     */
    public static Tensor pow(Tensor x, Tensor a) {
        return POW.of(x, a);
    }

    /**
     * {@return tan x}
     *
     * @param x angles
     */
    public static Tensor tan(Tensor x) {
        return TAN.of(x);
    }

    /**
     * {@return 1/(1 + e⁻ˣ)}
     *
     * @param x logits
     */
    public static Tensor sigmoid(Tensor x) {
        return SIGMOID.of(x);
    }

    private static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + StrictMath.exp(-x));
        }
        double e = StrictMath.exp(x);
        return e / (1 + e);
    }
}
