package io.surprisal.tensor;

import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.Convolution;
import org.jspecify.annotations.Nullable;

/** Compositions that a backend may compute in one kernel; without one, core composes them. */
public sealed interface FusedMath permits Tensor {
    /**
     * {@return act(x·w + b), for this x [m, k], w [k, n] and b [n]}
     *
     * @param weight the weight [k, n]
     * @param bias the bias [n]
     * @param activation the activation
     * @throws IllegalArgumentException if the shapes do not fit
     */
    default Tensor affine(Tensor weight, Tensor bias, AffineActivation activation) {
        return Scope.composing(() -> AffineRules.affine((Tensor) this, weight, bias, activation));
    }

    /**
     * {@return a cotangent times an activation's derivative at this tensor, the activation's argument: relatively accurate in both
     * tails} For {@link AffineActivation#RELU} the output does as well, since both are positive at once.
     *
     * @param activation the activation
     * @param cotangent the cotangent of the result
     * @throws IllegalArgumentException if the shapes do not broadcast, or the element types differ
     */
    default Tensor activationBackward(AffineActivation activation, Tensor cotangent) {
        return Scope.composing(() -> AffineRules.activationBackward(activation, cotangent, (Tensor) this));
    }

    /**
     * {@return e^(xᵢ − logSumExp x) along an axis: positive, with sum 1}
     *
     * @param axis the axis; negative ones count from the end
     */
    default Tensor softmax(int axis) {
        return Scope.composing(() -> SoftmaxRules.softmax((Tensor) this, axis));
    }

    /**
     * {@return xᵢ − logSumExp x along an axis}
     *
     * @param axis the axis; negative ones count from the end
     */
    default Tensor logSoftmax(int axis) {
        return Scope.composing(() -> SoftmaxRules.logSoftmax((Tensor) this, axis));
    }

    /**
     * {@return the Bernoulli log-probability of x under these logits l, Σ (x·l − softplus(l)) over the last {@code
     * summed} axes, which are dropped} x may be any number in [0, 1]. Each term is relatively accurate, also where the
     * outcome is all but certain; at an infinite logit the certain outcome has 0 and every other −∞.
     *
     * @param x the outcomes
     * @param summed how many trailing axes are summed
     * @throws IllegalArgumentException if the shapes do not broadcast, or there are fewer axes
     */
    default Tensor bernoulliLogProb(Tensor x, int summed) {
        return Scope.composing(() -> DensityRules.bernoulliLogProb((Tensor) this, x, summed));
    }

    /**
     * {@return the derivative of {@link #bernoulliLogProb} in the logits times a cotangent that broadcasts:
     * cotangent·(x − σ(l)), with an error of a few roundings of x and σ(l)}
     *
     * @param x the outcomes
     * @param cotangent the cotangent of the result
     * @throws IllegalArgumentException if the shapes do not broadcast, or the element types differ
     */
    default Tensor bernoulliLogProbBackward(Tensor x, Tensor cotangent) {
        return Scope.composing(() -> DensityRules.bernoulliLogProbBackward(cotangent, (Tensor) this, x));
    }

    /**
     * {@return the normal log-density of this x, Σ (−½((x − mean)/scale)² − log scale − ½ log 2π) over the last
     * {@code summed} axes, which are dropped}
     *
     * @param mean the mean
     * @param scale the scale
     * @param summed how many trailing axes are summed
     * @throws IllegalArgumentException if the shapes do not broadcast, or there are fewer axes
     */
    default Tensor normalLogProb(Tensor mean, Tensor scale, int summed) {
        return Scope.composing(() -> DensityRules.normalLogProb((Tensor) this, mean, scale, summed));
    }

    /**
     * {@return ‖aᵢ − bⱼ‖² for this a [m, d] and b [n, d], as [m, n]; never negative}
     *
     * @param b the second operand
     * @throws IllegalArgumentException if the shapes do not fit
     */
    default Tensor squaredDistances(Tensor b) {
        return Scope.composing(() -> DistanceRules.squaredDistances((Tensor) this, b));
    }

    /**
     * {@return this x normalised along its last axis: scale·(x − mean)/√(variance + ε) + shift, with the biased
     * variance}
     *
     * @param scale a factor for each place of the last axis
     * @param shift a summand for each place of the last axis
     * @param epsilon ε, positive
     * @throws IllegalArgumentException if ε is not positive, or the shapes or element types do not fit
     * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton (2016), equation 4</a>
     */
    default Tensor layerNorm(Tensor scale, Tensor shift, double epsilon) {
        return Scope.composing(() -> LayerNormRules.layerNorm((Tensor) this, scale, shift, epsilon));
    }

    /**
     * {@return the derivatives of {@link #layerNorm} at this x, times a cotangent}
     *
     * @param scale a factor for each place of the last axis
     * @param cotangent the cotangent of the result, of this x's shape
     * @param epsilon ε, positive
     * @throws IllegalArgumentException if ε is not positive, or the shapes or element types do not fit
     */
    default LayerNormGradient layerNormBackward(Tensor scale, Tensor cotangent, double epsilon) {
        return Scope.composing(() -> LayerNormRules.backward((Tensor) this, scale, cotangent, epsilon));
    }

    /**
     * {@return the derivative of {@link #squaredDistances} in this a times a cotangent g [m, n]: 2 Σⱼ gᵢⱼ (aᵢ − bⱼ), as
     * [m, d]} From the differences themselves, so that points far from 0 and near to each other keep their digits. The
     * derivative in b is the same with a and b exchanged and g transposed.
     *
     * @param b the second operand [n, d]
     * @param cotangent the cotangent of the result
     * @throws IllegalArgumentException if the shapes do not fit, or the element types differ
     */
    default Tensor squaredDistancesBackward(Tensor b, Tensor cotangent) {
        return Scope.composing(() -> DistanceRules.backward(cotangent, (Tensor) this, b));
    }

    /**
     * {@return the states of a long short-term memory along sequences: h₁ … h_T and, after them, the last cell state
     * c_T, as [time + 1, batch, units]}
     *
     * <p>This tensor z [time, batch, 4·units] is what the inputs contribute to the gates, x·W + b. With (i, f, g, o) =
     * z_t + h_{t−1}·R: c_t = σ(f)·c_{t−1} + σ(i)·tanh g and h_t = σ(o)·tanh c_t. Where the mask is false, the state
     * stays, and z may hold anything, NaN included: neither the result nor a derivative sees it.
     *
     * @param recurrent R [units, 4·units]
     * @param hidden h₀ [batch, units]
     * @param cell c₀ [batch, units]
     * @param mask BOOL [time, batch]; null where every place counts
     * @throws IllegalArgumentException if the shapes or element types do not fit, or there is no place
     * @see <a href="https://doi.org/10.1162/089976600300015015">Gers, Schmidhuber and Cummins (2000), without
     *     peepholes</a>
     */
    default Tensor lstm(Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        return Scope.composing(() -> LstmRules.states((Tensor) this, recurrent, hidden, cell, mask));
    }

    /**
     * {@return the states of {@link #lstm} with what its derivatives need}
     *
     * @param recurrent R [units, 4·units]
     * @param hidden h₀ [batch, units]
     * @param cell c₀ [batch, units]
     * @param mask BOOL [time, batch]; null where every place counts
     * @throws IllegalArgumentException if the shapes or element types do not fit, or there is no place
     */
    default LstmTrace lstmTrace(Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        return Scope.composing(() -> LstmRules.trace((Tensor) this, recurrent, hidden, cell, mask));
    }

    /**
     * {@return the derivatives of {@link #lstm} times this cotangent [time + 1, batch, units] of its result}
     *
     * <p>From the gates' values, by σ′ = σ − σ² and tanh′ = 1 − tanh²: as accurate as those are near 0 and 1, so that a
     * gate which has rounded to 1 passes nothing on to its sum.
     *
     * @param trace what {@link #lstmTrace} made of the same arguments
     * @param recurrent R [units, 4·units]
     * @param hidden h₀ [batch, units]
     * @param cell c₀ [batch, units]
     * @param mask BOOL [time, batch]; null where every place counts
     * @throws IllegalArgumentException if the shapes or element types do not fit
     */
    default LstmGradient lstmBackward(
            LstmTrace trace, Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        return Scope.composing(() -> LstmRules.backward((Tensor) this, trace, recurrent, hidden, cell, mask));
    }

    /**
     * {@return the convolution (cross-correlation) of this x [n, c, h, w] with filters [o, c, kh, kw], as [n, o, oh,
     * ow]}
     *
     * @param filters the filters [o, c, kh, kw]
     * @param geometry strides, paddings and dilations
     * @throws IllegalArgumentException if the shapes do not fit
     */
    default Tensor convolve(Tensor filters, Convolution geometry) {
        return Scope.composing(() -> ConvolutionRules.convolve((Tensor) this, filters, geometry));
    }

    /**
     * {@return the adjoint of {@link #convolve} in x, which is the transposed convolution: this cotangent [n, o, oh,
     * ow] with filters [o, c, kh, kw], to an input with these rows and columns}
     *
     * @param filters the filters [o, c, kh, kw]
     * @param geometry strides, paddings and dilations
     * @param rows the rows of what is made
     * @param columns the columns of what is made
     * @throws IllegalArgumentException if no such input convolves to this shape
     */
    default Tensor convolveInputBackward(Tensor filters, Convolution geometry, int rows, int columns) {
        return Scope.composing(() -> ConvolutionRules.inputBackward((Tensor) this, filters, geometry, rows, columns));
    }

    /**
     * {@return the adjoint of {@link #convolve} in the filters: this x with a cotangent [n, o, oh, ow], to filters
     * with these rows and columns}
     *
     * @param cotangent the cotangent of the result
     * @param geometry strides, paddings and dilations
     * @param rows the rows of what is made
     * @param columns the columns of what is made
     * @throws IllegalArgumentException if no such filters make this shape
     */
    default Tensor convolveFilterBackward(Tensor cotangent, Convolution geometry, int rows, int columns) {
        return Scope.composing(
                () -> ConvolutionRules.filterBackward((Tensor) this, cotangent, geometry, rows, columns));
    }
}
