package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * The error functions and the standard normal distribution, element by element, with the density φ(x) = exp(−x²/2)/√2π
 * and the distribution function Φ.
 *
 * <p>Arguments have this tensor's floating dtype and backend, and broadcast; others are refused with an {@link
 * IllegalArgumentException}. Values are computed in double precision, with the special values and the measured accuracy
 * that {@link io.surprisal.special.ErrorFunction}, {@link io.surprisal.special.NormalProbability} and {@link
 * io.surprisal.special.OwensT} state. All are differentiable to any order.
 */
public sealed interface NormalMath permits SpecialMath {
    /**
     * The error function erf x = 2/√π ∫₀ˣ exp(−t²) dt (DLMF 7.2.1): ±1 at ±∞.
     *
     * <p>Its derivative is 2/√π exp(−x²).
     *
     * @return erf x
     */
    default Tensor erf() {
        return Tensor.special(SpecialOp.ERF, List.of((Tensor) this));
    }

    /**
     * The complementary error function 1 − erf x, to full relative accuracy for large x: 0 at +∞, 2 at −∞.
     *
     * <p>Its derivative is −2/√π exp(−x²).
     *
     * @return erfc x
     */
    default Tensor erfc() {
        return Tensor.special(SpecialOp.ERFC, List.of((Tensor) this));
    }

    /**
     * The scaled complementary error function exp(x²) erfc x, about 1/(x√π) for large x: +∞ for x below −26.6.
     *
     * <p>Its derivative is 2x erfcx x − 2/√π, formed without cancellation for large x.
     *
     * @return exp(x²) erfc x
     */
    default Tensor erfcx() {
        return Tensor.special(SpecialOp.ERFCX, List.of((Tensor) this));
    }

    /**
     * The inverse of {@link #erf}: ±∞ at ±1, NaN outside [−1, 1].
     *
     * <p>Its derivative is √π/2 exp(y²) at the result y.
     *
     * @return the y with erf y = x
     */
    default Tensor erfInv() {
        return Tensor.special(SpecialOp.ERF_INV, List.of((Tensor) this));
    }

    /**
     * The inverse of {@link #erfc}: +∞ at 0, −∞ at 2, NaN outside [0, 2].
     *
     * <p>Its derivative is −√π/2 exp(y²) at the result y.
     *
     * @return the y with erfc y = x
     */
    default Tensor erfcInv() {
        return Tensor.special(SpecialOp.ERFC_INV, List.of((Tensor) this));
    }

    /**
     * Φ(x), the probability that a standard normal variable is at most x. The upper tail is {@code x.neg().normalCdf()}.
     *
     * <p>Its derivative is φ(x).
     *
     * @return Φ(x)
     */
    default Tensor normalCdf() {
        return Tensor.special(SpecialOp.NORMAL_CDF, List.of((Tensor) this));
    }

    /**
     * log Φ(x), about −x²/2 far below 0, where Φ underflows, and −Φ(−x) far above.
     *
     * <p>Its derivative is {@link #normalLogCdfDerivative}.
     *
     * @return log Φ(x)
     */
    default Tensor normalLogCdf() {
        return Tensor.special(SpecialOp.NORMAL_LOG_CDF, List.of((Tensor) this));
    }

    /**
     * λ(x) = φ(x)/Φ(x), the derivative of log Φ, also called the inverse Mills ratio: about −x far below 0, +∞ at −∞, 0 at
     * +∞.
     *
     * <p>Its derivative is −λ(x + λ), formed without cancellation far below 0.
     *
     * @return φ(x)/Φ(x)
     */
    default Tensor normalLogCdfDerivative() {
        return Tensor.special(SpecialOp.NORMAL_LOG_CDF_DERIVATIVE, List.of((Tensor) this));
    }

    /**
     * The inverse of {@link #normalCdf}: ∓∞ at 0 and 1, NaN outside [0, 1].
     *
     * <p>Its derivative is 1/φ(y) at the result y.
     *
     * @return the y with Φ(y) = x
     */
    default Tensor normalQuantile() {
        return Tensor.special(SpecialOp.NORMAL_QUANTILE, List.of((Tensor) this));
    }

    /**
     * The inverse of {@link #normalLogCdf}, for probabilities too small or too close to 1 for their plain value: −∞ at −∞,
     * +∞ at 0, NaN above 0.
     *
     * <p>Its derivative is 1/λ(y) at the result y.
     *
     * @return the y with log Φ(y) = x
     */
    default Tensor normalQuantileOfLog() {
        return Tensor.special(SpecialOp.NORMAL_QUANTILE_OF_LOG, List.of((Tensor) this));
    }

    /**
     * Owen's function T(h, a) = 1/2π ∫₀ᵃ exp(−h²(1 + t²)/2)/(1 + t²) dt, where this tensor is h: the probability that X &gt;
     * h and 0 &lt; Y &lt; aX for independent standard normal X and Y and h &gt; 0. Even in h, odd in a; atan(a)/2π at h = 0,
     * 0 at h = ±∞.
     *
     * <p>Its derivatives are −φ(h)(Φ(ah) − ½) and exp(−h²(1 + a²)/2)/(2π(1 + a²)).
     *
     * @param a the slope
     * @return T(h, a)
     */
    default Tensor owensT(Tensor a) {
        return Tensor.special(SpecialOp.OWENS_T, List.of((Tensor) this, a));
    }
}
