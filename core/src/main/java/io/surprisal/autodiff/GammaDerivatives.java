package io.surprisal.autodiff;

import io.surprisal.special.Polygamma;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** Slopes of log Γ, its derivatives and differences, the zeta and beta functions and the exponential integral. */
final class GammaDerivatives {
    /** Terms of the asymptotic series of the exponential integral. */
    private static final int TERMS = 8;

    private GammaDerivatives() {}

    static Tensor logGammaDifference(int k, Tensor x, Tensor step) {
        return k == 0 ? x.digammaDifference(step) : x.plus(step).digamma();
    }

    static Tensor digammaDifference(int k, Tensor x, Tensor step) {
        return k == 0 ? polygammaDifference(1).of(x, step) : x.plus(step).trigamma();
    }

    /** (x, step) ↦ ψ⁽ⁿ⁾(x + step) − ψ⁽ⁿ⁾(x), whose slope in x is the same of the next order. */
    private static ElementFunction polygammaDifference(int n) {
        return ElementFunction.of("polygammaDifference", (x, step) -> Polygamma.polygammaDifference(n, x, step))
                .withSlopes(
                        (x, y) -> polygammaDifference(n + 1).of(x.get(0), x.get(1)),
                        (x, y) -> x.get(0).plus(x.get(1)).polygamma(n + 1));
    }

    /** ψ⁽ⁿ⁺¹⁾(x). */
    static Tensor polygamma(int k, Tensor n, Tensor x) {
        if (k == 0) {
            throw SpecialDerivatives.unavailable(SpecialOp.POLYGAMMA, "n, the order, which is a whole number");
        }
        return Tensor.special(SpecialOp.POLYGAMMA, List.of(n.plus(1), x));
    }

    /** −s ζ(s + 1, q). */
    static Tensor hurwitzZeta(int k, Tensor s, Tensor q) {
        if (k == 0) {
            throw SpecialDerivatives.unavailable(SpecialOp.HURWITZ_ZETA, "s, the exponent");
        }
        return q.hurwitzZeta(s.plus(1)).times(s).neg();
    }

    /** ψ(a) − ψ(a + b), without the cancellation of the difference. */
    static Tensor logBeta(Tensor a, Tensor b) {
        return a.digammaDifference(b).neg();
    }

    /** −e⁻ˣ/x. */
    static Tensor e1(Tensor x) {
        return x.neg().exp().div(x).neg();
    }

    /** y − 1/x, for large x, where y is about 1/x, by Σ (−1)ᵏ k!/xᵏ⁺¹ without its first term (DLMF 6.12.1). */
    static Tensor e1Scaled(Tensor x, Tensor y) {
        double threshold = x.dtype() == DType.FLOAT64 ? 300 : 30;
        Tensor u = x.maximum(threshold).reciprocal();
        // −u²(1 − 2u(1 − 3u(1 − …)))
        Tensor series = u.times(-TERMS).plus(1);
        for (int i = TERMS - 1; i >= 2; i--) {
            series = series.times(u).times(-i).plus(1);
        }
        return Tensor.where(x.greater(threshold), series.times(u.square()).neg(), y.minus(x.reciprocal()));
    }
}
