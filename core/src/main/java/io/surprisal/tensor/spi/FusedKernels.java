package io.surprisal.tensor.spi;

import io.surprisal.random.DrawKind;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Optional faster ways for compositions of {@link Kernels}. Every method may return null, which means "not here, or not for these
 * arguments": core then runs the composition, which defines the result. Arguments are floating arrays of one type, checked and
 * never empty.
 *
 * @param <A> the array type of the implementation
 */
public interface FusedKernels<A> {
    /**
     * act(x·w + b), for x [m, k], w [k, n], b [n] or [1, n].
     */
    default @Nullable A affine(A x, A w, A b, Activation activation, Shape out) {
        return null;
    }

    /** cotangent · act′, given the activation's output; both of one shape. */
    default @Nullable A activationBackward(Activation activation, A cotangent, A output) {
        return null;
    }

    /** e^(xᵢ − logSumExp x) along the last axis. */
    default @Nullable A softmax(A x) {
        return null;
    }

    /** xᵢ − logSumExp x along the last axis. */
    default @Nullable A logSoftmax(A x) {
        return null;
    }

    /** log Σ eˣ along the last axis, which stays with length 1 in {@code out}. */
    default @Nullable A logSumExp(A x, Shape out) {
        return null;
    }

    /**
     * Σ (x·l − softplus(l)) over the last {@code summed} axes, dropped in {@code out}; logits and x have one shape.
     */
    default @Nullable A bernoulliLogProb(A logits, A x, int summed, Shape out) {
        return null;
    }

    /**
     * cotangent·(x − σ(logits)), the derivative in the logits; the cotangent broadcasts to the logits' shape.
     */
    default @Nullable A bernoulliLogProbBackward(A cotangent, A logits, A x) {
        return null;
    }

    /**
     * Σ (−½((x − mean)/scale)² − log scale − ½ log 2π) over the last {@code summed} axes, dropped in {@code out}; the three have one
     * shape.
     */
    default @Nullable A normalLogProb(A x, A mean, A scale, int summed, Shape out) {
        return null;
    }

    /** ‖aᵢ − bⱼ‖² for a [m, d], b [n, d]; never negative. */
    default @Nullable A squaredDistances(A a, A b, Shape out) {
        return null;
    }

    /** The convolution of x [n, c, h, w] with filters [o, c, kh, kw]. */
    default @Nullable A convolve(A x, A filters, Convolution geometry, Shape out) {
        return null;
    }

    /** The adjoint of {@link #convolve} in x: from a cotangent [n, o, oh, ow] to {@code out} [n, c, h, w]. */
    default @Nullable A convolveInputBackward(A cotangent, A filters, Convolution geometry, Shape out) {
        return null;
    }

    /** The adjoint of {@link #convolve} in the filters. */
    default @Nullable A convolveFilterBackward(A x, A cotangent, Convolution geometry, Shape out) {
        return null;
    }

    /**
     * A draw whose element i, in row-major order, has the bits of element i of {@link io.surprisal.random.HostDraws}, on any number of
     * threads. Either of the floating types.
     */
    default @Nullable A draw(DrawKind kind, RandomKey key, Shape out, DType dtype) {
        return null;
    }

    /**
     * 1 where element i of the UNIFORM draw of the probability's type is less than probability i, 0 elsewhere; of the probability's shape
     * and type. Without it core draws the uniforms with {@link #draw} and compares.
     */
    default @Nullable A bernoulli(RandomKey key, A probability) {
        return null;
    }

    /**
     * One step of Adam, written into {@code parameter}, {@code mean} and {@code square}, which core has taken from their tensors. An
     * implementation whose arrays may share memory must not write to a shared one: it returns false and writes nothing.
     *
     * @return whether the step was done
     */
    default boolean adam(A parameter, A gradient, A mean, A square, AdamStep step) {
        return false;
    }
}
