package io.surprisal.tensor.ops;

/** Activations that an affine map may carry; each one's derivative is a function of its output. */
public enum AffineActivation {
    /** The identity. */
    NONE,
    /** max(x, 0). */
    RELU,
    /** tanh x. */
    TANH,
    /** 1/(1 + e⁻ˣ). */
    SIGMOID
}
