package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * The regularized incomplete gamma functions P(a, x) = 1/Γ(a) ∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt and Q = 1 − P (DLMF 8.2.4), element by
 * element: the lower and upper tail of the gamma distribution with shape a and rate 1 and density p(a, x) = xᵃ⁻¹
 * e⁻ˣ/Γ(a); their logarithms, inverses and derivatives in the shape. This tensor is x, or the probability.
 *
 * <p>Arguments have this tensor's floating dtype and backend, and broadcast; others are refused with an {@link
 * IllegalArgumentException}. Values are computed in double precision, with the special values and the measured accuracy
 * that {@link io.surprisal.special.IncompleteGamma} states. All are differentiable to any order in x, and in the shape
 * to first order: the second derivative in the shape is not available, and asking for it throws an {@link
 * UnsupportedOperationException}.
 */
public sealed interface IncompleteGammaMath permits SpecialMath {
    /**
     * P(a, x), for a ≥ 0 and x ≥ 0: 0 at x = 0, 1 at x = ∞.
     *
     * <p>Its derivatives are p(a, x), and {@link #gammaShapeDerivative} in the shape.
     *
     * @param shape the shape a
     * @return P(a, x)
     */
    default Tensor gammaLower(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_LOWER, List.of(shape, (Tensor) this));
    }

    /**
     * Q(a, x) = 1 − P(a, x), to full relative accuracy in the upper tail.
     *
     * <p>Its derivatives are −p(a, x), and the negative {@link #gammaShapeDerivative} in the shape.
     *
     * @param shape the shape a
     * @return Q(a, x)
     */
    default Tensor gammaUpper(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_UPPER, List.of(shape, (Tensor) this));
    }

    /**
     * log P(a, x), finite where P underflows.
     *
     * <p>Its derivatives are p/P and (∂P/∂a)/P, formed from logarithms.
     *
     * @param shape the shape a
     * @return log P(a, x)
     */
    default Tensor gammaLogLower(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_LOG_LOWER, List.of(shape, (Tensor) this));
    }

    /**
     * log Q(a, x), finite where Q underflows.
     *
     * <p>Its derivatives are −p/Q and −(∂P/∂a)/Q, formed from logarithms.
     *
     * @param shape the shape a
     * @return log Q(a, x)
     */
    default Tensor gammaLogUpper(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_LOG_UPPER, List.of(shape, (Tensor) this));
    }

    /**
     * The x with P(a, x) = p, the quantile of the gamma distribution, where this tensor is p in [0, 1] and a &gt; 0: 0 at p
     * = 0, +∞ at p = 1.
     *
     * <p>Its derivatives are 1/f in the probability, with f the density at x, and x times {@link #gammaLogQuantileShapeDerivative} at log x in the shape, the
     * implicit reparameterisation gradient.
     *
     * @param shape the shape a
     * @return the x with P(a, x) = p
     */
    default Tensor gammaLowerInverse(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_LOWER_INVERSE, List.of(shape, (Tensor) this));
    }

    /**
     * The x with Q(a, x) = q, where this tensor is q in [0, 1] and a &gt; 0: +∞ at q = 0, 0 at q = 1.
     *
     * <p>Its derivatives are −1/f in the probability, with f the density at x, and in the shape as of {@link #gammaLowerInverse}.
     *
     * @param shape the shape a
     * @return the x with Q(a, x) = q
     */
    default Tensor gammaUpperInverse(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_UPPER_INVERSE, List.of(shape, (Tensor) this));
    }

    /**
     * The x with log P(a, x) = log p, where this tensor is log p ≤ 0 and a &gt; 0.
     *
     * <p>Its derivatives are P/p(a, x), and in the shape as of {@link #gammaLowerInverse}.
     *
     * @param shape the shape a
     * @return the x with log P(a, x) = log p
     */
    default Tensor gammaLogLowerInverse(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_LOG_LOWER_INVERSE, List.of(shape, (Tensor) this));
    }

    /**
     * The x with log Q(a, x) = log q, where this tensor is log q ≤ 0 and a &gt; 0.
     *
     * <p>Its derivatives are −Q/p(a, x), and in the shape as of {@link #gammaLowerInverse}.
     *
     * @param shape the shape a
     * @return the x with log Q(a, x) = log q
     */
    default Tensor gammaLogUpperInverse(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_LOG_UPPER_INVERSE, List.of(shape, (Tensor) this));
    }

    /**
     * ∂P(a, x)/∂a = −∂Q/∂a, which is negative: 0 at x = 0 and x = ∞; a &gt; 0.
     *
     * <p>Its derivative in x is p(a, x)(log x − ψ(a)); none in the shape.
     *
     * @param shape the shape a
     * @return ∂P(a, x)/∂a
     */
    default Tensor gammaShapeDerivative(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_SHAPE_DERIVATIVE, List.of(shape, (Tensor) this));
    }

    /**
     * L = ∂ log x/∂a at fixed P(a, x), where this tensor is log x: the implicit reparameterisation gradient of log x, which
     * neither under- nor overflows where x or P do; a &gt; 0.
     *
     * <p>Its derivative in log x is ψ(a) − log x − (a − x) L; none in the shape.
     *
     * @param shape the shape a
     * @return ∂ log x/∂a at fixed P(a, x)
     */
    default Tensor gammaLogQuantileShapeDerivative(Tensor shape) {
        return Tensor.special(SpecialOp.GAMMA_LOG_QUANTILE_SHAPE_DERIVATIVE, List.of(shape, (Tensor) this));
    }
}
