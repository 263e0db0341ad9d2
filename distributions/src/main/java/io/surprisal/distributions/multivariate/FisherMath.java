package io.surprisal.distributions.multivariate;

import io.surprisal.special.BesselI;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * The law of μᵀx of von Mises–Fisher vectors of d elements, in terms of what is left to 1: with A = I_{d/2}(κ)/I_{d/2 − 1}(κ) the mean is A, the
 * variance A′ = 1 − A² − (d − 1)A/κ. Functions of (κ, d).
 */
final class FisherMath {
    private static final double LOG_TWO_PI = 1.8378770664093454836;

    /** After these the continued fraction has converged for all κ and d. */
    private static final int TERMS = 150;

    /** A′. */
    static final ElementFunction VARIANCE_ALONG = ElementFunction.of(
                    "von Mises–Fisher variance", (k, d) -> varianceAlong(k, d))
            .withSlopes((x, y) -> {
                // A″ = −2AA′ − (d − 1)(A/κ)′.
                Tensor mean = FisherMath.DEFICIT.of(x.get(0), x.get(1)).neg().plus(1);
                Tensor across = FisherMath.acrossSlope(x.get(0), x.get(1));
                return mean.times(y)
                        .times(2)
                        .plus(x.get(1).minus(1).times(across))
                        .neg();
            });

    /** A/κ, the variance across. */
    static final ElementFunction VARIANCE_ACROSS = ElementFunction.of(
                    "von Mises–Fisher variance", (k, d) -> 1 / (k + d - fraction(k, d)))
            .withSlopes((x, y) -> acrossSlope(x.get(0), x.get(1)));

    /** 1 − A. */
    static final ElementFunction DEFICIT = ElementFunction.of("von Mises–Fisher mean", FisherMath::deficit)
            .withSlopes((x, y) -> VARIANCE_ALONG.of(x.get(0), x.get(1)).neg());

    /** log of κ^ν e^κ/((2π)^(d/2) I_ν(κ)), the density at μ. */
    static final ElementFunction LOG_NORMALISER = ElementFunction.of(
                    "von Mises–Fisher normaliser", FisherMath::logNormaliser)
            .withSlopes((x, y) -> DEFICIT.of(x.get(0), x.get(1)));

    private FisherMath() {}

    /** (A′ − A/κ)/κ, which is 0 at κ = 0. */
    private static Tensor acrossSlope(Tensor k, Tensor d) {
        Tensor isZero = k.equalTo(0);
        Tensor divisor = Tensor.where(isZero, k.plus(1), k);
        Tensor quotient =
                VARIANCE_ALONG.of(k, d).minus(VARIANCE_ACROSS.of(k, d)).div(divisor);
        return Tensor.where(isZero, k, quotient);
    }

    /**
     * T with A = κ/(κ + d − T), by Perron's continued fraction, whose terms hardly cancel for any κ.
     *
     * @see <a href="https://doi.org/10.1090/S0025-5718-1978-0470267-9">Gautschi and Slavik, On the computation of modified Bessel function ratios
     *     (1978), equation 1.3</a>
     */
    private static double fraction(double k, double d) {
        double t = 0;
        for (int n = TERMS; n > 0; n--) {
            t = (d + 2 * n - 1) * k / (d + n + 2 * k - t);
        }
        return t;
    }

    static double deficit(double k, double d) {
        double t = fraction(k, d);
        return (d - t) / (k + d - t);
    }

    private static double varianceAlong(double k, double d) {
        double t = fraction(k, d);
        double deficit = (d - t) / (k + d - t);
        return deficit * (2 - deficit) - (d - 1) / (k + d - t);
    }

    private static double logNormaliser(double k, double d) {
        if (d == 2) {
            return -LOG_TWO_PI - BesselI.logScaled(0, k);
        }
        if (d == 3) {
            return -LOG_TWO_PI + Math.log(k == 0 ? 0.5 : k / -Math.expm1(-2 * k));
        }
        // The leading term of the uniform expansion of I_ν, whose powers of κ are those of the normaliser.
        double order = 0.5 * d - 1;
        double radius = Math.hypot(order, k);
        double twoPi = 2 * Math.PI;
        return order * Math.log((order + radius) / twoPi)
                + 0.5 * Math.log(radius / twoPi)
                - order * (order / (radius + k))
                - BesselI.logDebyeQuotient(order, Math.max(k, Double.MIN_NORMAL));
    }
}
