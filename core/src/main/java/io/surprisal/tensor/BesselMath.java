package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * Modified Bessel functions of the first kind I_ν(x) (DLMF 10.25.2), and Marcum's Q-function, which integrates them,
 * element by element.
 *
 * <p>Arguments have this tensor's floating dtype and backend, and broadcast; others are refused with an {@link
 * IllegalArgumentException}. Values are computed in double precision, with the special values and the measured accuracy
 * that {@link io.surprisal.special.BesselI} and {@link io.surprisal.special.MarcumQ} state. All are differentiable to
 * any order, except in ν. For x ≫ 1 the slopes of the Bessel functions are small differences: their error is a few ulps
 * of 1, not of the slope.
 */
public sealed interface BesselMath permits SpecialMath {
    /**
     * e⁻ˣ I_ν(x), for ν ≥ 0 and x ≥ 0: 0 at +∞, NaN outside the domain.
     *
     * <p>Its derivative in x is y(ν/x + I_{ν+1}(x)/I_ν(x) − 1) at the result y. None is available in ν: asking for it throws
     * an {@link UnsupportedOperationException}.
     *
     * @param order the order ν
     * @return e⁻ˣ I_ν(x)
     */
    default Tensor besselIScaled(Tensor order) {
        return Tensor.special(SpecialOp.BESSEL_I_SCALED, List.of(order, (Tensor) this));
    }

    /**
     * log I_ν(x) − x, without the cancellation of that difference, for ν ≥ 0 and x ≥ 0: −∞ at x = 0 for ν &gt; 0 and at +∞.
     *
     * <p>Its derivative in x is ν/x + I_{ν+1}(x)/I_ν(x) − 1. None is available in ν: asking for it throws an {@link
     * UnsupportedOperationException}.
     *
     * @param order the order ν
     * @return log I_ν(x) − x
     */
    default Tensor besselILogScaled(Tensor order) {
        return Tensor.special(SpecialOp.BESSEL_I_LOG_SCALED, List.of(order, (Tensor) this));
    }

    /**
     * A = I_ν(x)/I_{ν−1}(x), the mean resultant length of a von Mises–Fisher distribution with ν = d/2, for ν &gt; 0 and x ≥
     * 0: 0 at x = 0, 1 at +∞.
     *
     * <p>Its derivative in x is 1 − A² − (2ν − 1)A/x. None is available in ν: asking for it throws an {@link
     * UnsupportedOperationException}.
     *
     * @param order the order ν
     * @return I_ν(x)/I_{ν−1}(x)
     */
    default Tensor besselIRatio(Tensor order) {
        return Tensor.special(SpecialOp.BESSEL_I_RATIO, List.of(order, (Tensor) this));
    }

    /**
     * The generalized Marcum Q-function Q_ν(α, β) = α^{1−ν} ∫_β^∞ t^ν exp(−(t² + α²)/2) I_{ν−1}(αt) dt, where this tensor is
     * β ≥ 0: the upper tail of the noncentral χ distribution with 2ν degrees of freedom, and of Rice's distribution at ν =
     * 1. It is 1 at β = 0, 0 at β = ∞.
     *
     * <p>Its derivatives are (β/α)^ν α e^{−(α²+β²)/2} I_ν(αβ) in α and −(β/α)^{ν−1} β e^{−(α²+β²)/2} I_{ν−1}(αβ) in β. None
     * is available in ν: asking for it throws an {@link UnsupportedOperationException}.
     *
     * @param order the order ν, above 0
     * @param alpha α, the noncentrality, at least 0
     * @return Q_ν(α, β)
     */
    default Tensor marcumQ(Tensor order, Tensor alpha) {
        return Tensor.special(SpecialOp.MARCUM_Q, List.of(order, alpha, (Tensor) this));
    }

    /**
     * P_ν(α, β) = 1 − Q_ν(α, β), to full relative accuracy in the lower tail, where this tensor is β ≥ 0.
     *
     * <p>Its derivatives are those of {@link #marcumQ} with the sign changed. None is available in ν: asking for it throws
     * an {@link UnsupportedOperationException}.
     *
     * @param order the order ν, above 0
     * @param alpha α, the noncentrality, at least 0
     * @return P_ν(α, β)
     */
    default Tensor marcumP(Tensor order, Tensor alpha) {
        return Tensor.special(SpecialOp.MARCUM_P, List.of(order, alpha, (Tensor) this));
    }

    /**
     * log Q_ν(α, β), finite where Q underflows, where this tensor is β ≥ 0.
     *
     * <p>Its derivatives are those of {@link #marcumQ} over Q, formed from logarithms. None is available in ν: asking for it
     * throws an {@link UnsupportedOperationException}.
     *
     * @param order the order ν, above 0
     * @param alpha α, the noncentrality, at least 0
     * @return log Q_ν(α, β)
     */
    default Tensor marcumLogQ(Tensor order, Tensor alpha) {
        return Tensor.special(SpecialOp.MARCUM_LOG_Q, List.of(order, alpha, (Tensor) this));
    }

    /**
     * log P_ν(α, β), finite where P underflows, where this tensor is β ≥ 0.
     *
     * <p>Its derivatives are those of {@link #marcumP} over P, formed from logarithms. None is available in ν: asking for it
     * throws an {@link UnsupportedOperationException}.
     *
     * @param order the order ν, above 0
     * @param alpha α, the noncentrality, at least 0
     * @return log P_ν(α, β)
     */
    default Tensor marcumLogP(Tensor order, Tensor alpha) {
        return Tensor.special(SpecialOp.MARCUM_LOG_P, List.of(order, alpha, (Tensor) this));
    }
}
