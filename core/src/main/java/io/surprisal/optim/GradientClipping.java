package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;

/**
 * A bound on gradients before a step. NaN stays NaN, for {@link NonFinite} to find.
 *
 * <p>The text of each clipping tells its settings, by which checkpoints are recognised; write your own as records.
 */
@FunctionalInterface
public interface GradientClipping {
    /**
     * Clips.
     *
     * @param gradients by name
     * @return clipped gradients under the same names
     */
    Parameters apply(Parameters gradients);

    /**
     * Scales all gradients together so that their joint Euclidean norm is at most a bound.
     *
     * @param bound of the norm, finite and positive
     * @return the clipping
     * @throws IllegalArgumentException if the bound is not positive and finite
     * @see <a href="https://proceedings.mlr.press/v28/pascanu13.html">Pascanu, Mikolov and Bengio (2013), algorithm 1</a>
     */
    static GradientClipping globalNorm(double bound) {
        return new NormClipping(bound);
    }

    /**
     * Moves each number into [−bound, bound].
     *
     * @param bound finite and positive
     * @return the clipping
     * @throws IllegalArgumentException if the bound is not positive and finite
     */
    static GradientClipping value(double bound) {
        return new ValueClipping(bound);
    }
}
