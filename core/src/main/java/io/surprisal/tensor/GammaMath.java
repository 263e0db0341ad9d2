package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * log Γ, its derivatives and differences, and the functions made of them, element by element.
 *
 * <p>Arguments have this tensor's floating dtype and backend, and broadcast; others are refused with an {@link
 * IllegalArgumentException}. Values are computed in double precision, with the special values and the measured accuracy
 * that {@link io.surprisal.special.GammaFunction}, {@link io.surprisal.special.Polygamma}, {@link
 * io.surprisal.special.HurwitzZeta}, {@link io.surprisal.special.BetaFunction} and {@link
 * io.surprisal.special.ExponentialIntegral} state. All are differentiable to any order, except in the exponent of ζ and
 * in the order of ψ⁽ⁿ⁾.
 */
public sealed interface GammaMath permits SpecialMath {
    /**
     * log |Γ(x)| (DLMF 5.2.1): +∞ at 0, at the negative integers and at ±∞.
     *
     * <p>Its derivative is {@link #digamma}.
     *
     * @return log |Γ(x)|
     */
    default Tensor logGamma() {
        return Tensor.special(SpecialOp.LOG_GAMMA, List.of((Tensor) this));
    }

    /**
     * log Γ(x + step) − log Γ(x), the logarithm of Pochhammer's symbol, without the cancellation of the difference, for x
     * &gt; 0 and step ≥ 0.
     *
     * <p>Its derivatives are ψ(x + step) − ψ(x) and ψ(x + step).
     *
     * @param step the distance, at least 0
     * @return log Γ(x + step) − log Γ(x)
     */
    default Tensor logGammaDifference(Tensor step) {
        return Tensor.special(SpecialOp.LOG_GAMMA_DIFFERENCE, List.of((Tensor) this, step));
    }

    /**
     * ψ(x) = d log Γ(x)/dx (DLMF 5.2.2): −∞ at +0, +∞ at −0 and NaN at the negative integers.
     *
     * <p>Its derivative is {@link #trigamma}.
     *
     * @return ψ(x)
     */
    default Tensor digamma() {
        return Tensor.special(SpecialOp.DIGAMMA, List.of((Tensor) this));
    }

    /**
     * ψ(x + step) − ψ(x), without the cancellation of the difference, for x &gt; 0 and step ≥ 0.
     *
     * <p>Its derivatives are ψ′(x + step) − ψ′(x) and ψ′(x + step).
     *
     * @param step the distance, at least 0
     * @return ψ(x + step) − ψ(x)
     */
    default Tensor digammaDifference(Tensor step) {
        return Tensor.special(SpecialOp.DIGAMMA_DIFFERENCE, List.of((Tensor) this, step));
    }

    /**
     * ψ′(x), positive: +∞ at 0 and at the negative integers, 0 at +∞.
     *
     * <p>Its derivative is ψ″(x) = {@code polygamma(2)}.
     *
     * @return ψ′(x)
     */
    default Tensor trigamma() {
        return Tensor.special(SpecialOp.TRIGAMMA, List.of((Tensor) this));
    }

    /**
     * ψ⁽ⁿ⁾(x), the derivative of order n of {@link #digamma}: ψ itself for n = 0. At 0 and at the negative integers it is ∞ with the
     * sign of the pole, or NaN where there is none. Its condition number in x is about n + 1.
     *
     * <p>Its derivative in x is ψ⁽ⁿ⁺¹⁾(x).
     *
     * @param n the order
     * @return ψ⁽ⁿ⁾(x)
     * @throws IllegalArgumentException if {@code n} is negative
     */
    default Tensor polygamma(int n) {
        return GammaRules.polygamma(n, (Tensor) this);
    }

    /**
     * The Hurwitz zeta function ζ(s, q) = Σ (q + k)⁻ˢ over k ≥ 0 (DLMF 25.11.1), where this tensor is q &gt; 0, for s &gt;
     * 1: +∞ at s = 1 and at q = 0.
     *
     * <p>Its derivative in q is −s ζ(s + 1, q). The one in s is not available: asking for it throws an {@link
     * UnsupportedOperationException}.
     *
     * @param s the exponent, above 1
     * @return ζ(s, q)
     */
    default Tensor hurwitzZeta(Tensor s) {
        return Tensor.special(SpecialOp.HURWITZ_ZETA, List.of(s, (Tensor) this));
    }

    /**
     * ζ(s, q) for one exponent, as {@link #hurwitzZeta(Tensor)}.
     *
     * @param s the exponent, above 1
     * @return ζ(s, q)
     */
    default Tensor hurwitzZeta(double s) {
        return GammaRules.hurwitzZeta(s, (Tensor) this);
    }

    /**
     * log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) (DLMF 5.12.1), where this tensor is a, without the cancellation of
     * large terms; for a, b ≥ 0, +∞ where either is 0.
     *
     * <p>Its derivatives are ψ(a) − ψ(a + b) and ψ(b) − ψ(a + b).
     *
     * @param b the second argument
     * @return log B(a, b)
     */
    default Tensor logBeta(Tensor b) {
        return Tensor.special(SpecialOp.LOG_BETA, List.of((Tensor) this, b));
    }

    /**
     * The exponential integral E₁(x) = ∫ₓ^∞ e⁻ᵗ/t dt for x ≥ 0 (DLMF 6.2.1): +∞ at 0, 0 at +∞, NaN below 0.
     *
     * <p>Its derivative is −e⁻ˣ/x.
     *
     * @return E₁(x)
     */
    default Tensor e1() {
        return Tensor.special(SpecialOp.E1, List.of((Tensor) this));
    }

    /**
     * eˣ E₁(x), about 1/x for large x, where E₁ underflows.
     *
     * <p>Its derivative is eˣ E₁(x) − 1/x, formed without cancellation for large x.
     *
     * @return eˣ E₁(x)
     */
    default Tensor e1Scaled() {
        return Tensor.special(SpecialOp.E1_SCALED, List.of((Tensor) this));
    }
}
