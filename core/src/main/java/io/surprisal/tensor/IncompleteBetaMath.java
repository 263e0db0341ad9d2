package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * The regularized incomplete beta function I_x(a, b) = 1/B(a, b) ∫₀ˣ tᵃ⁻¹(1 − t)ᵇ⁻¹ dt (DLMF 8.17.2), element by
 * element: the lower tail of the beta distribution, with density p = xᵃ⁻¹(1 − x)ᵇ⁻¹/B(a, b); its complement, their
 * logarithms, inverses and derivatives in the shapes. This tensor is x, or the probability.
 *
 * <p>Arguments have this tensor's floating dtype and backend, and broadcast; others are refused with an {@link
 * IllegalArgumentException}. Values are computed in double precision, with the special values and the measured accuracy
 * that {@link io.surprisal.special.IncompleteBeta} and {@link io.surprisal.special.IncompleteBetaInverse} state. All are
 * differentiable to any order in x, and in the shapes to first order: second derivatives in the shapes are not
 * available, and asking for them throws an {@link UnsupportedOperationException}.
 */
public sealed interface IncompleteBetaMath permits SpecialMath {
    /**
     * I_x(a, b), for a, b ≥ 0 and 0 ≤ x ≤ 1: 0 at x = 0, 1 at x = 1.
     *
     * <p>Its derivatives are p, and {@link #betaFirstShapeDerivative} and {@link #betaSecondShapeDerivative} in the shapes.
     *
     * @param a the first shape
     * @param b the second shape
     * @return I_x(a, b)
     */
    default Tensor betaLower(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_LOWER, List.of(a, b, (Tensor) this));
    }

    /**
     * 1 − I_x(a, b), to full relative accuracy in the upper tail.
     *
     * <p>Its derivatives are those of {@link #betaLower} with the sign changed.
     *
     * @param a the first shape
     * @param b the second shape
     * @return 1 − I_x(a, b)
     */
    default Tensor betaUpper(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_UPPER, List.of(a, b, (Tensor) this));
    }

    /**
     * log I_x(a, b), finite where I underflows.
     *
     * <p>Its derivatives are those of {@link #betaLower} over I, formed from logarithms.
     *
     * @param a the first shape
     * @param b the second shape
     * @return log I_x(a, b)
     */
    default Tensor betaLogLower(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_LOG_LOWER, List.of(a, b, (Tensor) this));
    }

    /**
     * log(1 − I_x(a, b)), finite where 1 − I underflows.
     *
     * <p>Its derivatives are those of {@link #betaUpper} over 1 − I, formed from logarithms.
     *
     * @param a the first shape
     * @param b the second shape
     * @return log(1 − I_x(a, b))
     */
    default Tensor betaLogUpper(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_LOG_UPPER, List.of(a, b, (Tensor) this));
    }

    /**
     * The x with I_x(a, b) = p, the quantile of the beta distribution, where this tensor is p in [0, 1] and a, b &gt; 0.
     *
     * <p>With f the density at x, its derivatives are 1/f in the probability, and in a shape x(1 − x) times ∂ logit x at fixed I, the implicit
     * reparameterisation gradient.
     *
     * @param a the first shape
     * @param b the second shape
     * @return the x with I_x(a, b) = p
     */
    default Tensor betaLowerInverse(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_LOWER_INVERSE, List.of(a, b, (Tensor) this));
    }

    /**
     * The x with 1 − I_x(a, b) = q, where this tensor is q in [0, 1] and a, b &gt; 0.
     *
     * <p>With f the density at x, its derivatives are −1/f in the probability, and in the shapes as of {@link #betaLowerInverse}.
     *
     * @param a the first shape
     * @param b the second shape
     * @return the x with 1 − I_x(a, b) = q
     */
    default Tensor betaUpperInverse(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_UPPER_INVERSE, List.of(a, b, (Tensor) this));
    }

    /**
     * The x with log I_x(a, b) = log p, where this tensor is log p ≤ 0 and a, b &gt; 0.
     *
     * <p>Its derivatives are I/p in log p, and in the shapes as of {@link #betaLowerInverse}.
     *
     * @param a the first shape
     * @param b the second shape
     * @return the x with log I_x(a, b) = log p
     */
    default Tensor betaLogLowerInverse(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_LOG_LOWER_INVERSE, List.of(a, b, (Tensor) this));
    }

    /**
     * The x with log(1 − I_x(a, b)) = log q, where this tensor is log q ≤ 0 and a, b &gt; 0.
     *
     * <p>Its derivatives are −(1 − I)/p in log q, and in the shapes as of {@link #betaLowerInverse}.
     *
     * @param a the first shape
     * @param b the second shape
     * @return the x with log(1 − I_x(a, b)) = log q
     */
    default Tensor betaLogUpperInverse(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_LOG_UPPER_INVERSE, List.of(a, b, (Tensor) this));
    }

    /**
     * ∂I_x(a, b)/∂a, which is negative: 0 at x = 0 and x = 1; a, b &gt; 0.
     *
     * <p>Its derivative in x is p (log x − ψ(a) + ψ(a + b)); none in the shapes.
     *
     * @param a the first shape
     * @param b the second shape
     * @return ∂I_x(a, b)/∂a
     */
    default Tensor betaFirstShapeDerivative(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_FIRST_SHAPE_DERIVATIVE, List.of(a, b, (Tensor) this));
    }

    /**
     * ∂I_x(a, b)/∂b, which is positive: 0 at x = 0 and x = 1; a, b &gt; 0.
     *
     * <p>Its derivative in x is p (log(1 − x) − ψ(b) + ψ(a + b)); none in the shapes.
     *
     * @param a the first shape
     * @param b the second shape
     * @return ∂I_x(a, b)/∂b
     */
    default Tensor betaSecondShapeDerivative(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_SECOND_SHAPE_DERIVATIVE, List.of(a, b, (Tensor) this));
    }

    /**
     * L = ∂ logit x/∂a at fixed I_x(a, b), where this tensor is logit x = log(x/(1 − x)): the implicit reparameterisation
     * gradient, which neither under- nor overflows where x or I do. The one in b is {@code
     * logit.neg().betaLogitQuantileFirstShapeDerivative(b, a).neg()}.
     *
     * <p>Its derivative in logit x is ψ(a) − ψ(a + b) − log x − (a(1 − x) − bx) L; none in the shapes.
     *
     * @param a the first shape
     * @param b the second shape
     * @return ∂ logit x/∂a at fixed I_x(a, b)
     */
    default Tensor betaLogitQuantileFirstShapeDerivative(Tensor a, Tensor b) {
        return Tensor.special(SpecialOp.BETA_LOGIT_QUANTILE_FIRST_SHAPE_DERIVATIVE, List.of(a, b, (Tensor) this));
    }
}
