package io.surprisal.tensor.spi;

import io.surprisal.random.DrawKind;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.Convolution;
import java.util.List;
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
     * {@return act(x·w + b), for x [m, k], w [k, n], b [n] or [1, n]}
     *
     * @param x the argument
     * @param w the weight [k, n]
     * @param b the second operand
     * @param activation the activation
     * @param out the result's shape
     */
    default @Nullable A affine(A x, A w, A b, AffineActivation activation, Shape out) {
        return null;
    }

    /**
     * {@return cotangent · act′(x), relatively accurate in both tails; both of one shape}
     *
     * @param activation the activation
     * @param cotangent the cotangent of the result
     * @param x the activation's argument
     */
    default @Nullable A activationBackward(AffineActivation activation, A cotangent, A x) {
        return null;
    }

    /**
     * {@return e^(xᵢ − logSumExp x) along the last axis}
     *
     * @param x the argument
     */
    default @Nullable A softmax(A x) {
        return null;
    }

    /**
     * {@return xᵢ − logSumExp x along the last axis}
     *
     * @param x the argument
     */
    default @Nullable A logSoftmax(A x) {
        return null;
    }

    /**
     * {@return log Σ eˣ along the last axis, which stays with length 1 in {@code out}}
     *
     * @param x the argument
     * @param out the result's shape
     */
    default @Nullable A logSumExp(A x, Shape out) {
        return null;
    }

    /**
     * {@return Σ (x·l − softplus(l)) over the last {@code summed} axes, dropped in {@code out}; logits and x have one
     * shape} Terms are formed as s·l − softplus(−|l|) with s = x − 1 for positive l and x elsewhere, and 0·∞ = 0.
     *
     * @param logits the logits
     * @param x the argument
     * @param summed how many trailing axes are summed
     * @param out the result's shape
     */
    default @Nullable A bernoulliLogProb(A logits, A x, int summed, Shape out) {
        return null;
    }

    /**
     * {@return cotangent·(x − σ(logits)), the derivative in the logits; the cotangent broadcasts to the logits'
     * shape}
     *
     * @param cotangent the cotangent of the result
     * @param logits the logits
     * @param x the argument
     */
    default @Nullable A bernoulliLogProbBackward(A cotangent, A logits, A x) {
        return null;
    }

    /**
     * {@return Σ (−½((x − mean)/scale)² − log scale − ½ log 2π) over the last {@code summed} axes, dropped in {@code
     * out}; mean and scale have the shape of x, or one element}
     *
     * @param x the outcomes
     * @param mean the mean
     * @param scale the standard deviation
     * @param summed how many trailing axes are summed
     * @param out the result's shape
     */
    default @Nullable A normalLogProb(A x, A mean, A scale, int summed, Shape out) {
        return null;
    }

    /**
     * {@return ‖aᵢ − bⱼ‖² for a [m, d], b [n, d]; never negative}
     *
     * @param a the first operand
     * @param b the second operand
     * @param out the result's shape
     */
    default @Nullable A squaredDistances(A a, A b, Shape out) {
        return null;
    }

    /**
     * {@return scale·(x − mean)/√(variance + ε) + shift along the last axis, for scale and shift [n]}
     *
     * @param x the argument
     * @param scale the factors
     * @param shift the summands
     * @param epsilon ε
     */
    default @Nullable A layerNorm(A x, A scale, A shift, double epsilon) {
        return null;
    }

    /**
     * {@return the derivatives of {@link #layerNorm} in x, in the scale and in the shift, in this order; x and the
     * cotangent have one shape}
     *
     * @param x the argument
     * @param scale the factors
     * @param cotangent the cotangent of the result
     * @param epsilon ε
     */
    default @Nullable List<A> layerNormBackward(A x, A scale, A cotangent, double epsilon) {
        return null;
    }

    /**
     * {@return 2 Σⱼ gᵢⱼ (aᵢ − bⱼ) for a cotangent g [m, n], a [m, d], b [n, d], as [m, d]; from the differences
     * themselves}
     *
     * @param cotangent the cotangent of the result
     * @param a the first operand
     * @param b the second operand
     */
    default @Nullable A squaredDistancesBackward(A cotangent, A a, A b) {
        return null;
    }

    /**
     * {@return the states h₁ … h_T and c_T of a long short-term memory}
     *
     * <p>With (i, f, g, o) = z_t + h_{t−1}·R: c_t = σ(f)·c_{t−1} + σ(i)·tanh g and h_t = σ(o)·tanh c_t; where the mask
     * is false, h and c stay, and z may hold NaN.
     *
     * @param inputs z [time, batch, 4·units]
     * @param recurrent R [units, 4·units]
     * @param hidden h₀ [batch, units]
     * @param cell c₀ [batch, units]
     * @param mask BOOL [time, batch]; null where every place counts
     * @param out the result's shape, [time + 1, batch, units]
     */
    default @Nullable A lstm(A inputs, A recurrent, A hidden, A cell, @Nullable A mask, Shape out) {
        return null;
    }

    /**
     * {@return the states of {@link #lstm}, then the activated gates σ(i), σ(f), tanh g, σ(o) of every place [time,
     * batch, 4·units], where masked anything, then c₁ … c_T [time, batch, units]}
     *
     * @param inputs z [time, batch, 4·units]
     * @param recurrent R [units, 4·units]
     * @param hidden h₀ [batch, units]
     * @param cell c₀ [batch, units]
     * @param mask BOOL [time, batch]; null where every place counts
     * @param out the states' shape, [time + 1, batch, units]
     */
    default @Nullable List<A> lstmTrace(A inputs, A recurrent, A hidden, A cell, @Nullable A mask, Shape out) {
        return null;
    }

    /**
     * {@return the derivatives of {@link #lstm} in z, in R, in h₀ and in c₀, in this order}
     *
     * @param cotangent the cotangent of the states, [time + 1, batch, units]
     * @param states the first of {@link #lstmTrace}
     * @param gates the second
     * @param cells the third
     * @param recurrent R [units, 4·units]
     * @param hidden h₀ [batch, units]
     * @param cell c₀ [batch, units]
     * @param mask BOOL [time, batch]; null where every place counts
     */
    default @Nullable List<A> lstmBackward(
            A cotangent, A states, A gates, A cells, A recurrent, A hidden, A cell, @Nullable A mask) {
        return null;
    }

    /**
     * {@return the convolution of x [n, c, h, w] with filters [o, c, kh, kw]}
     *
     * @param x the argument
     * @param filters the filters [o, c, kh, kw]
     * @param geometry strides, paddings and dilations
     * @param out the result's shape
     */
    default @Nullable A convolve(A x, A filters, Convolution geometry, Shape out) {
        return null;
    }

    /**
     * {@return the adjoint of {@link #convolve} in x: from a cotangent [n, o, oh, ow] to {@code out} [n, c, h, w]}
     *
     * @param cotangent the cotangent of the result
     * @param filters the filters [o, c, kh, kw]
     * @param geometry strides, paddings and dilations
     * @param out the result's shape
     */
    default @Nullable A convolveInputBackward(A cotangent, A filters, Convolution geometry, Shape out) {
        return null;
    }

    /**
     * {@return the adjoint of {@link #convolve} in the filters}
     *
     * @param x the argument
     * @param cotangent the cotangent of the result
     * @param geometry strides, paddings and dilations
     * @param out the result's shape
     */
    default @Nullable A convolveFilterBackward(A x, A cotangent, Convolution geometry, Shape out) {
        return null;
    }

    /**
     * {@return a draw whose element i, in row-major order, has the bits of element i of {@link
     * io.surprisal.random.HostDraws}, on any number of threads} Either of the floating types.
     *
     * @param kind the kind of draw
     * @param key the key of the draw
     * @param out the result's shape
     * @param dtype the result's element type
     */
    default @Nullable A draw(DrawKind kind, RandomKey key, Shape out, DType dtype) {
        return null;
    }

    /**
     * {@return 1 where element i of the UNIFORM draw of the probability's type is less than probability i, 0
     * elsewhere; of the probability's shape and type} Without it core draws the uniforms with {@link #draw} and
     * compares.
     *
     * @param key the key of the draw
     * @param probability the probability of 1
     */
    default @Nullable A bernoulli(RandomKey key, A probability) {
        return null;
    }

    /**
     * One step of Adam, written into {@code parameter}, {@code mean} and {@code square}, which core has taken from
     * their tensors. An implementation whose arrays may share memory must not write to a shared one: it returns false
     * and writes nothing.
     *
     * @param parameter the parameter
     * @param gradient its gradient
     * @param mean the mean, or for Adam the running mean of gradients
     * @param square the running mean of squares
     * @param step the settings of this step
     * @return whether the step was done
     */
    default boolean adam(A parameter, A gradient, A mean, A square, AdamStep step) {
        return false;
    }
}
