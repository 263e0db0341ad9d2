package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;

/**
 * Slopes of the incomplete gamma functions and their inverses, with the density p(a, x) = ∂P/∂x = xᵃ⁻¹e⁻ˣ/Γ(a) kept as a
 * logarithm. In the shape, ∂P/∂a = −x p L with L = ∂ log x/∂a at fixed P, which neither under- nor overflows where P does.
 */
final class IncompleteGammaDerivatives {
    /** Stands for +∞ in the density, whose logarithm would be ∞ − ∞. */
    private static final double HUGE = 1e38;

    private IncompleteGammaDerivatives() {}

    static Tensor lower(int k, Tensor a, Tensor x) {
        return k == 0 ? x.gammaShapeDerivative(a) : logDensity(a, x).exp();
    }

    /**
     * ∂ log P; the one of log Q is the same with the sign changed, where y is log Q. Where y is −∞ the slopes are limits: p/P is a/x
     * near 0 and p/Q is 1 near ∞, and in the shape both logarithms fall without bound.
     */
    static Tensor logTail(int k, Tensor a, Tensor x, Tensor y) {
        Tensor impossible = y.equalTo(Double.NEGATIVE_INFINITY);
        Tensor one = x.backend().scalar(1, x.dtype());
        Tensor tail = Tensor.where(impossible, one, y);
        if (k == 0) {
            Tensor inLogX = logScaledDensity(a, x).minus(tail).exp();
            return Tensor.where(
                    impossible,
                    x.backend().scalar(Double.NEGATIVE_INFINITY, x.dtype()),
                    inLogX.times(logQuantileSlope(a, x)).neg());
        }
        Tensor limit = Tensor.where(x.equalTo(0), x.backend().scalar(Double.POSITIVE_INFINITY, x.dtype()), one);
        return Tensor.where(impossible, limit, logDensity(a, x).minus(tail).exp());
    }

    /** The quantile y moves by y L with the shape and by 1/p(a, y) with the probability. */
    static Tensor inverse(int k, Tensor a, Tensor y) {
        return k == 0 ? y.times(logQuantileSlope(a, y)) : logDensity(a, y).neg().exp();
    }

    static Tensor inverseOfLog(int k, Tensor a, Tensor logP, Tensor y) {
        return k == 0
                ? y.times(logQuantileSlope(a, y))
                : logP.minus(logDensity(a, y)).exp();
    }

    /** ∂p/∂a = p (log x − ψ(a)). */
    static Tensor shapeDerivative(int k, Tensor a, Tensor x) {
        if (k == 0) {
            throw SpecialDerivatives.unavailable(SpecialOp.GAMMA_SHAPE_DERIVATIVE, "a, the shape, to second order");
        }
        Tensor density = logDensity(a, x).exp();
        return density.xlogy(x).minus(density.times(a.digamma()));
    }

    /** ∂L/∂ log x = ψ(a) − log x − (a − x) L, from L = −(∂P/∂a)/(x p). */
    static Tensor logQuantileShapeDerivative(int k, Tensor a, Tensor logX, Tensor y) {
        if (k == 0) {
            throw SpecialDerivatives.unavailable(
                    SpecialOp.GAMMA_LOG_QUANTILE_SHAPE_DERIVATIVE, "a, the shape, to second order");
        }
        return a.digamma().minus(logX).minus(a.minus(logX.exp()).times(y));
    }

    /** L at log x; at x = 0 and x = ∞ any finite number, since it is only used times 0 or ∞ there. */
    private static Tensor logQuantileSlope(Tensor a, Tensor x) {
        return EdgeValues.finiteOrZero(x.log()).gammaLogQuantileShapeDerivative(a);
    }

    /** log(x p(a, x)) = a log x − x − log Γ(a), which is −∞ at 0 for every shape. */
    private static Tensor logScaledDensity(Tensor a, Tensor x) {
        Tensor bounded = x.minimum(HUGE);
        return a.xlogy(bounded).minus(bounded).minus(a.logGamma());
    }

    /** log p(a, x) = (a − 1) log x − x − log Γ(a). */
    private static Tensor logDensity(Tensor a, Tensor x) {
        Tensor bounded = x.minimum(HUGE);
        return a.minus(1).xlogy(bounded).minus(bounded).minus(a.logGamma());
    }
}
