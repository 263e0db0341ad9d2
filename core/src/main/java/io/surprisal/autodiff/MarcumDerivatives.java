package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * Slopes of Marcum's Q_ν(α, β) in α and β; none is available in ν. With R_μ(z) = e⁻ᶻ z^−μ I_μ(z), which is finite at z = 0:
 * ∂Q/∂α = α β^{2ν} e^{−(α−β)²/2} R_ν(αβ) and ∂Q/∂β = −β^{2ν−1} e^{−(α−β)²/2} R_{ν−1}(αβ) (Brychkov 2012, from DLMF 10.29.1).
 */
final class MarcumDerivatives {
    private MarcumDerivatives() {}

    static Tensor upper(SpecialOp op, int k, List<Tensor> at) {
        Tensor magnitude = logMagnitude(op, k, at).exp();
        return k == 1 ? magnitude.times(at.get(1)) : magnitude.neg();
    }

    /** ∂ log Q; the one of log P is the same with the sign changed, where y is log P. */
    static Tensor logTail(SpecialOp op, int k, List<Tensor> at, Tensor y) {
        Tensor magnitude = logMagnitude(op, k, at).minus(y).exp();
        return k == 1 ? magnitude.times(at.get(1)) : magnitude.neg();
    }

    /** log of (∂Q/∂α)/α or of −∂Q/∂β. */
    private static Tensor logMagnitude(SpecialOp op, int k, List<Tensor> at) {
        Tensor order = at.get(0);
        Tensor alpha = at.get(1);
        Tensor beta = at.get(2);
        Tensor gaussian = alpha.minus(beta).square().times(-0.5);
        Tensor z = alpha.times(beta);
        return switch (k) {
            case 0 -> throw SpecialDerivatives.unavailable(op, "ν, the order");
            case 1 -> order.times(2).xlogy(beta).plus(gaussian).plus(logReduced(order, z));
            default -> order.times(2).minus(1).xlogy(beta).plus(gaussian).plus(logReducedBelow(order, z));
        };
    }

    /** log R_{ν−1}(z) for any ν &gt; 0: R_{ν−1} = z² R_{ν+1} + 2ν R_ν, a sum of positive terms. */
    private static Tensor logReducedBelow(Tensor order, Tensor z) {
        Tensor far = z.square().log().plus(logReduced(order.plus(1), z));
        Tensor near = order.times(2).log().plus(logReduced(order, z));
        return far.logAddExp(near);
    }

    /** log R_μ(z); −μ log 2 − log Γ(μ + 1) at z = 0. */
    private static Tensor logReduced(Tensor order, Tensor z) {
        Tensor positive = EdgeValues.nonZero(z);
        Tensor inside = positive.besselILogScaled(order).minus(order.times(positive.log()));
        Tensor atZero = order.times(Math.log(2)).plus(order.plus(1).logGamma()).neg();
        return Tensor.where(z.equalTo(0), atZero, inside);
    }
}
