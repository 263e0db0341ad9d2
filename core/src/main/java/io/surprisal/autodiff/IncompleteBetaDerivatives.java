package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * Slopes of the incomplete beta functions and their inverses in (a, b, x), with the density p = ∂I/∂x = xᵃ⁻¹(1 − x)ᵇ⁻¹/B(a, b)
 * kept as a logarithm. In the shapes, ∂I/∂a = −x(1 − x) p L with L = ∂ logit x/∂a at fixed I, and likewise for b in the mirrored
 * variable 1 − x: L neither under- nor overflows where I does.
 */
final class IncompleteBetaDerivatives {
    private IncompleteBetaDerivatives() {}

    static Tensor lower(int k, List<Tensor> at) {
        Tensor a = at.get(0);
        Tensor b = at.get(1);
        Tensor x = at.get(2);
        return switch (k) {
            case 0 -> x.betaFirstShapeDerivative(a, b);
            case 1 -> x.betaSecondShapeDerivative(a, b);
            default -> logDensity(a, b, x).exp();
        };
    }

    /**
     * ∂ log I; the one of log(1 − I) is the same with the sign changed, where y is log(1 − I). Where y is −∞, at x = 0 or x = 1, the
     * slopes are the limits of log I ≈ a log x − log a − log B(a, b) and of its mirror image.
     */
    static Tensor logTail(int k, List<Tensor> at, Tensor y) {
        Tensor x = at.get(2);
        Tensor impossible = y.equalTo(Double.NEGATIVE_INFINITY);
        Tensor tail = Tensor.where(impossible, x.backend().scalar(0, x.dtype()), y);
        Tensor infinity = x.backend().scalar(Double.POSITIVE_INFINITY, x.dtype());
        if (k == 2) {
            Tensor inX = logDensity(at.get(0), at.get(1), x).minus(tail).exp();
            return Tensor.where(impossible, infinity, inX);
        }
        Tensor inLogit = logScaledDensity(at.get(0), at.get(1), x).minus(tail).exp();
        Tensor inside = inLogit.times(logitSlope(k, at, x)).neg();
        return Tensor.where(impossible, logTailLimit(k, at, infinity), inside);
    }

    private static Tensor logTailLimit(int k, List<Tensor> at, Tensor infinity) {
        Tensor a = at.get(0);
        Tensor b = at.get(1);
        Tensor atZero = at.get(2).equalTo(0);
        return k == 0
                ? Tensor.where(atZero, infinity.neg(), a.digammaDifference(b).neg())
                : Tensor.where(atZero, b.digammaDifference(a), infinity);
    }

    /** The quantile y moves by y(1 − y) L with a shape and by 1/p with the probability. */
    static Tensor inverse(int k, List<Tensor> at, Tensor y) {
        return k == 2 ? logDensity(at.get(0), at.get(1), y).neg().exp() : inverseInShape(k, at, y);
    }

    static Tensor inverseOfLog(int k, List<Tensor> at, Tensor y) {
        return k == 2 ? at.get(2).minus(logDensity(at.get(0), at.get(1), y)).exp() : inverseInShape(k, at, y);
    }

    /** ∂p/∂a = p (log x − ψ(a) + ψ(a + b)), and ∂p/∂b the same in the mirrored variable. */
    static Tensor shapeDerivative(SpecialOp op, int k, List<Tensor> at) {
        if (k < 2) {
            throw SpecialDerivatives.unavailable(op, (k == 0 ? "a" : "b") + ", a shape, to second order");
        }
        Tensor a = at.get(0);
        Tensor b = at.get(1);
        Tensor x = at.get(2);
        Tensor density = logDensity(a, b, x).exp();
        return op == SpecialOp.BETA_FIRST_SHAPE_DERIVATIVE
                ? density.xlogy(x).plus(density.times(a.digammaDifference(b)))
                : density.xlog1py(x.neg()).plus(density.times(b.digammaDifference(a)));
    }

    /** ∂L/∂ logit x = −(log x − ψ(a) + ψ(a + b)) − L (a(1 − x) − bx), from L = −(∂I/∂a)/(x(1 − x) p). */
    static Tensor logitQuantileShapeDerivative(int k, List<Tensor> at, Tensor y) {
        if (k < 2) {
            throw SpecialDerivatives.unavailable(
                    SpecialOp.BETA_LOGIT_QUANTILE_FIRST_SHAPE_DERIVATIVE,
                    (k == 0 ? "a" : "b") + ", a shape, to second order");
        }
        Tensor a = at.get(0);
        Tensor b = at.get(1);
        Tensor logit = at.get(2);
        Tensor logX = logit.neg().softplus().neg();
        Tensor growth = a.times(logit.neg().sigmoid()).minus(b.times(logit.sigmoid()));
        return logX.plus(a.digammaDifference(b)).plus(growth.times(y)).neg();
    }

    private static Tensor inverseInShape(int k, List<Tensor> at, Tensor y) {
        return y.times(y.neg().plus(1)).times(logitSlope(k, at, y));
    }

    /** ∂ logit x/∂a or ∂b; at x = 0 and x = 1 any finite number, since it is only used times 0 there. */
    private static Tensor logitSlope(int k, List<Tensor> at, Tensor x) {
        Tensor logit = EdgeValues.finiteOrZero(x.log().minus(x.neg().log1p()));
        return k == 0
                ? logit.betaLogitQuantileFirstShapeDerivative(at.get(0), at.get(1))
                : logit.neg()
                        .betaLogitQuantileFirstShapeDerivative(at.get(1), at.get(0))
                        .neg();
    }

    /** log(x(1 − x) p) = a log x + b log(1 − x) − log B(a, b), which is −∞ at 0 and at 1 for all shapes. */
    private static Tensor logScaledDensity(Tensor a, Tensor b, Tensor x) {
        return a.xlogy(x).plus(b.xlog1py(x.neg())).minus(a.logBeta(b));
    }

    /** log p = (a − 1) log x + (b − 1) log(1 − x) − log B(a, b). */
    private static Tensor logDensity(Tensor a, Tensor b, Tensor x) {
        return a.minus(1).xlogy(x).plus(b.minus(1).xlog1py(x.neg())).minus(a.logBeta(b));
    }
}
