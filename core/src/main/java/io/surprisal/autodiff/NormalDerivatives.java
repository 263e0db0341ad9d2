package io.surprisal.autodiff;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;

/** Slopes of the error functions and of the standard normal distribution, with φ(x) = exp(−x²/2)/√2π. */
final class NormalDerivatives {
    /** 2/√π. */
    private static final double TWO_OVER_ROOT_PI = 1.12837916709551257390;
    /** 1/√2π. */
    private static final double INVERSE_ROOT_TWO_PI = 0.398942280401432677940;

    /** h(t) − t for the hazard h of the normal distribution, as a series in 1/t²: coefficients of t⁻¹, t⁻³, … */
    private static final double[] RESIDUAL = {1, -2, 10, -74, 706, -8162, 110410};

    private NormalDerivatives() {}

    /** 2/√π exp(−x²). */
    static Tensor erf(Tensor x) {
        return x.square().neg().exp().times(TWO_OVER_ROOT_PI);
    }

    /** 2x erfcx x − 2/√π = −√2 y (t + φ(t)/Φ(t)) at t = −√2 x, which does not cancel for large x. */
    static Tensor erfcx(Tensor x, Tensor y) {
        return y.times(residual(x.times(-Math.sqrt(2)))).times(-Math.sqrt(2));
    }

    /** √π/2 exp(y²). */
    static Tensor erfInv(Tensor y) {
        return y.square().exp().div(TWO_OVER_ROOT_PI);
    }

    static Tensor density(Tensor x) {
        return x.square().times(-0.5).exp().times(INVERSE_ROOT_TWO_PI);
    }

    /** 1/φ(y). */
    static Tensor quantile(Tensor y) {
        return y.square().times(0.5).exp().div(INVERSE_ROOT_TWO_PI);
    }

    /** With λ = φ/Φ: λ′ = −λ(x + λ), between −1 and 0. */
    static Tensor logCdfDerivative(Tensor x, Tensor y) {
        return y.times(residual(x)).neg();
    }

    /** −φ(h)(Φ(ah) − ½) in h, exp(−h²(1 + a²)/2)/(2π(1 + a²)) in a. */
    static Tensor owensT(int k, Tensor h, Tensor a) {
        if (k == 0) {
            return density(h).times(a.times(h).times(Math.sqrt(0.5)).erf()).times(-0.5);
        }
        Tensor square = a.square().plus(1);
        return h.square().times(square).times(-0.5).exp().div(square.times(2 * Math.PI));
    }

    /** x + φ(x)/Φ(x), about −1/x for large negative x, where the sum would cancel x² ulps and the series takes over. */
    private static Tensor residual(Tensor x) {
        double threshold = x.dtype() == DType.FLOAT64 ? 50 : 8;
        Tensor t = x.neg().maximum(threshold);
        Tensor u = t.square().reciprocal();
        Tensor series = u.times(RESIDUAL[RESIDUAL.length - 1]);
        for (int i = RESIDUAL.length - 2; i > 0; i--) {
            series = series.plus(RESIDUAL[i]).times(u);
        }
        series = series.plus(RESIDUAL[0]).div(t);
        Tensor near = x.maximum(-threshold);
        return Tensor.where(x.less(-threshold), series, near.plus(near.normalLogCdfDerivative()));
    }
}
