package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;

/** Arguments replaced where a rule's formula meets the edge of a domain and its value there does not matter. */
final class EdgeValues {
    private EdgeValues() {}

    /** x, and 0 where it is infinite; NaN stays. */
    static Tensor finiteOrZero(Tensor x) {
        Tensor zero = x.backend().scalar(0, x.dtype());
        return Tensor.where(x.abs().equalTo(Double.POSITIVE_INFINITY), zero, x);
    }

    /** x, and 1 where it is 0. */
    static Tensor nonZero(Tensor x) {
        Tensor one = x.backend().scalar(1, x.dtype());
        return Tensor.where(x.equalTo(0), one, x);
    }
}
