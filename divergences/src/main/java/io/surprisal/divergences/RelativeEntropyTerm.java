package io.surprisal.divergences;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The elementwise term of relative entropies, t(p, q) = q − p − p log(q/p) ≥ 0, which is 0 only at p = q.
 *
 * <p>Summed over distributions it is Σ p log(p/q), since Σ (q − p) = 0; but no term is negative, and near equality, where p log(p/q)
 * cancels down to nothing, each keeps its relative accuracy. With s = (q − p)/(q + p), log(q/p) = 2 artanh s and so t = s·(q − p −
 * 2p s² (⅓ + s²/5 + s⁴/7 + …)), which is used for |s| ≤ 1/7.
 */
final class RelativeEntropyTerm {
    /** The terms left out are below half an ulp of the sum at |s| = 1/7. */
    private static final int TERMS_OF_FLOAT32 = 3;

    private static final int TERMS_OF_FLOAT64 = 8;
    private static final double NEAR = 1.0 / 7;

    private RelativeEntropyTerm() {}

    /** For p > 0 and q ≥ 0; the difference is q − p and the logarithm log(q/p), which the caller may know better than p and q do. */
    static Tensor ofPositive(Tensor p, Tensor q, Tensor difference, Tensor logRatio) {
        return Scope.tidy(() -> {
            Tensor s = difference.div(p.plus(q));
            Tensor square = s.square();
            Tensor near = s.times(difference.minus(p.times(square).times(series(square))));
            Tensor far = difference.minus(p.times(logRatio));
            return Tensor.where(square.lessEqual(NEAR * NEAR), near, far);
        });
    }

    /** For p ≥ 0 and q ≥ 0: t(0, q) = q and t(p, 0) = ∞, with finite derivatives in what has them. */
    static Tensor of(Tensor p, Tensor q, Tensor difference, Tensor logRatio) {
        return Scope.tidy(() -> {
            Tensor absent = p.equalTo(0);
            Tensor zero = p.backend().scalar(0, p.dtype());
            Tensor one = p.backend().scalar(1, p.dtype());
            Tensor present = ofPositive(
                    Tensor.where(absent, one, p),
                    Tensor.where(absent, one, q),
                    Tensor.where(absent, zero, difference),
                    Tensor.where(absent, zero, logRatio));
            return Tensor.where(absent, q, present);
        });
    }

    /** For probabilities p ≥ 0 and q ≥ 0 of which nothing more is known. */
    static Tensor of(Tensor p, Tensor q) {
        return Scope.tidy(() -> of(p, q, q.minus(p)));
    }

    /** As {@link #of(Tensor, Tensor)}, where q − p is known better than by subtraction. */
    static Tensor of(Tensor p, Tensor q, Tensor difference) {
        return Scope.tidy(() -> of(p, q, difference, logRatio(p, q)));
    }

    /** log(q/p) where p > 0, and 0 elsewhere. */
    private static Tensor logRatio(Tensor p, Tensor q) {
        Tensor absent = p.equalTo(0);
        Tensor one = p.backend().scalar(1, p.dtype());
        return Tensor.where(absent, one, q)
                .log()
                .minus(Tensor.where(absent, one, p).log());
    }

    /** 2 (⅓ + s²/5 + s⁴/7 + …), by Horner's rule. */
    private static Tensor series(Tensor square) {
        int terms = square.dtype() == DType.FLOAT32 ? TERMS_OF_FLOAT32 : TERMS_OF_FLOAT64;
        Tensor sum = square.times(2.0 / (2 * terms + 1)).plus(2.0 / (2 * terms - 1));
        for (int k = terms - 2; k >= 1; k--) {
            sum = sum.times(square).plus(2.0 / (2 * k + 1));
        }
        return sum;
    }
}
