package io.surprisal.nn;

import io.surprisal.tensor.Tensor;

/**
 * An elementwise function between linear layers. Those without a parameter are constants; the others have factories. A layer with
 * {@link #NONE}, {@link #RELU}, {@link #TANH} or {@link #SIGMOID} computes product, bias and activation in one kernel where the
 * backend has it.
 */
public sealed interface Activation permits Elementary, LeakyRelu, Elu {
    /** The identity. */
    Activation NONE = Elementary.NONE;

    /** max(x, 0). */
    Activation RELU = Elementary.RELU;

    /** tanh x. */
    Activation TANH = Elementary.TANH;

    /** 1/(1 + e⁻ˣ). */
    Activation SIGMOID = Elementary.SIGMOID;

    /** log(1 + eˣ). */
    Activation SOFTPLUS = Elementary.SOFTPLUS;

    /** x·Φ(x), with the exact normal cdf Φ (Hendrycks and Gimpel 2016). */
    Activation GELU = Elementary.GELU;

    /** x·σ(x), also called swish (Elfwing, Uchibe and Doya 2017). */
    Activation SILU = Elementary.SILU;

    /**
     * x where x ≥ 0, slope·x elsewhere.
     *
     * @param slope on the negative side, finite
     * @return the function
     * @throws IllegalArgumentException if the slope is not finite
     */
    static Activation leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /**
     * x where x ≥ 0, α(eˣ − 1) elsewhere (Clevert, Unterthiner and Hochreiter 2016).
     *
     * @param alpha α, finite: −α is the limit at −∞
     * @return the function
     * @throws IllegalArgumentException if α is not finite
     */
    static Activation elu(double alpha) {
        return new Elu(alpha);
    }

    /**
     * The function's values.
     *
     * @param x floating
     * @return f(x), of x's shape
     */
    Tensor apply(Tensor x);
}
