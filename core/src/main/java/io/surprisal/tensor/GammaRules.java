package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** Parameters of the gamma family that are given as Java numbers. */
final class GammaRules {
    private GammaRules() {}

    static Tensor polygamma(int n, Tensor x) {
        if (n < 0) {
            throw new IllegalArgumentException(
                    "polygamma: order " + n + " must be at least 0, which is the digamma function.");
        }
        return withNumber(SpecialOp.POLYGAMMA, n, x);
    }

    static Tensor hurwitzZeta(double s, Tensor q) {
        return withNumber(SpecialOp.HURWITZ_ZETA, s, q);
    }

    private static Tensor withNumber(SpecialOp op, double first, Tensor second) {
        DTypeRules.requireFloating(op.label(), second.dtype());
        return Scope.composing(() ->
                Tensor.special(op, List.of(second.backend().scalar(first, second.dtype()), second)));
    }
}
