package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;

/** Slopes of the functions of numbers kept as logarithms, formed without leaving log space. */
final class LogSpaceDerivatives {
    private LogSpaceDerivatives() {}

    /** −eˣ/(1 − eˣ) = −exp(x − y). */
    static Tensor log1mexp(Tensor x, Tensor y) {
        return x.minus(y).exp().neg();
    }

    /** The share of the term in the sum, σ(±(x − y)); one half each where both are the same infinity. */
    static Tensor logAddExp(int k, Tensor x, Tensor y) {
        Tensor same = x.equalTo(y).and(x.abs().equalTo(Double.POSITIVE_INFINITY));
        Tensor zero = x.backend().scalar(0, x.dtype());
        Tensor difference = Tensor.where(same, zero, x.minus(y));
        return (k == 0 ? difference : difference.neg()).sigmoid();
    }

    /** 1/(1 − e^d) in x and −e^d/(1 − e^d) in y, where d = y − x. */
    static Tensor logDiffExp(int k, Tensor x, Tensor y) {
        Tensor d = y.minus(x);
        Tensor complement = d.log1mexp();
        return k == 0 ? complement.neg().exp() : d.minus(complement).exp().neg();
    }

    static Tensor xlogy(int k, Tensor x, Tensor y) {
        return k == 0 ? y.log() : ratio(x, y);
    }

    static Tensor xlog1py(int k, Tensor x, Tensor y) {
        return k == 0 ? y.log1p() : ratio(x, y.plus(1));
    }

    /** x/y, and 0 where both are 0. */
    private static Tensor ratio(Tensor x, Tensor y) {
        Tensor one = x.backend().scalar(1, x.dtype());
        return x.div(Tensor.where(x.equalTo(0).and(y.equalTo(0)), one, y));
    }
}
