package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;

/** Slopes in x of the modified Bessel functions I_ν(x); none is available in the order. */
final class BesselDerivatives {
    private BesselDerivatives() {}

    /** y (d log I_ν/dx − 1), and its limit at x = 0 for ν &gt; 0, half of 0^{ν−1}. */
    static Tensor scaled(int k, Tensor order, Tensor x, Tensor y) {
        requireNotOrder(SpecialOp.BESSEL_I_SCALED, k);
        Tensor zero = x.backend().scalar(0, x.dtype());
        Tensor atZero = zero.pow(order.minus(1)).times(0.5);
        Tensor inside = y.times(logDerivative(order, EdgeValues.nonZero(x)).minus(1));
        return Tensor.where(
                x.equalTo(0), Tensor.where(order.equalTo(0), x.backend().scalar(-1, x.dtype()), atZero), inside);
    }

    static Tensor logScaled(int k, Tensor order, Tensor x) {
        requireNotOrder(SpecialOp.BESSEL_I_LOG_SCALED, k);
        return logDerivative(order, x).minus(1);
    }

    /** With A = I_ν/I_{ν−1}: A′ = 1 − A² − (2ν − 1)A/x, and A/x = 1/(2ν + x A_{ν+1}), which has no pole at 0. */
    static Tensor ratio(int k, Tensor order, Tensor x, Tensor y) {
        requireNotOrder(SpecialOp.BESSEL_I_RATIO, k);
        Tensor twice = order.times(2);
        Tensor overX = x.times(x.besselIRatio(order.plus(1))).plus(twice).reciprocal();
        return y.square().plus(twice.minus(1).times(overX)).neg().plus(1);
    }

    /** ν/x + I_{ν+1}/I_ν (DLMF 10.29.2), where ν/x is 0 for ν = 0. */
    private static Tensor logDerivative(Tensor order, Tensor x) {
        Tensor one = x.backend().scalar(1, x.dtype());
        Tensor divisor = Tensor.where(order.equalTo(0).and(x.equalTo(0)), one, x);
        return order.div(divisor).plus(x.besselIRatio(order.plus(1)));
    }

    private static void requireNotOrder(SpecialOp op, int k) {
        if (k == 0) {
            throw SpecialDerivatives.unavailable(op, "ν, the order");
        }
    }
}
