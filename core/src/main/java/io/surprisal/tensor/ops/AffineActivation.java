package io.surprisal.tensor.ops;

/**
 * Activations that an affine map may carry. Each one's derivative is taken at its argument; for {@link #NONE} and {@link #RELU} the output
 * tells it too, for the others the output has lost it where it rounds to 1.
 */
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
