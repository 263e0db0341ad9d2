package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;

/** √(a² + b²) whose squares neither overflow nor underflow, for slopes. */
final class Hypotenuse {
    private Hypotenuse() {}

    /**
     * m √((a/m)² + (b/m)²) with m = max(|a|, |b|). It is the same for every m, so m is a constant in derivatives too. Where m is 0 or
     * infinite nothing is to be scaled.
     */
    static Tensor of(Tensor a, Tensor b) {
        Tensor largest = a.stopGradient().abs().maximum(b.stopGradient().abs());
        Tensor unit = largest.backend().scalar(1, largest.dtype());
        Tensor ordinary = largest.greater(0).and(largest.less(Double.POSITIVE_INFINITY));
        Tensor m = Tensor.where(ordinary, largest, unit);
        return a.div(m).square().plus(b.div(m).square()).sqrt().times(m);
    }
}
