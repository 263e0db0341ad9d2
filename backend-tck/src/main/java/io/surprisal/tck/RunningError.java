package io.surprisal.tck;

import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/**
 * A running error analysis of first order: the oracle's elements, and how many roundings, each as large as what was rounded, whoever
 * computes them step by step may be away.
 *
 * @param value the elements
 * @param error their errors, in roundings of numbers near 1
 */
record RunningError(Tensor value, Tensor error) {
    /** Roundings in an elementary function, or in two of them composed. */
    private static final double ELEMENTARY = 16;

    /** An argument, which has no error. */
    static RunningError exact(Tensor value) {
        return new RunningError(value, value.times(0));
    }

    RunningError plus(RunningError other) {
        Tensor sum = value.plus(other.value);
        return new RunningError(sum, error.plus(other.error).plus(sum.abs()));
    }

    RunningError times(RunningError other) {
        Tensor product = value.times(other.value);
        Tensor carried = value.abs().times(other.error).plus(other.value.abs().times(error));
        return new RunningError(product, carried.plus(product.abs()));
    }

    /** A product of matrices, each element a sum of as many rounded terms as there are. */
    RunningError matmul(RunningError other, boolean transpose, boolean transposeOther) {
        Tensor size = value.abs();
        Tensor otherSize = other.value.abs();
        int terms = value.shape().at(transpose ? 0 : 1);
        Tensor carried = error.matmul(otherSize, transpose, transposeOther)
                .plus(size.matmul(other.error, transpose, transposeOther));
        return new RunningError(
                value.matmul(other.value, transpose, transposeOther),
                carried.plus(size.matmul(otherSize, transpose, transposeOther).times(terms)));
    }

    RunningError sigmoid() {
        Tensor y = value.sigmoid();
        return new RunningError(y, error.times(y.minus(y.square())).plus(y.times(ELEMENTARY)));
    }

    RunningError tanh() {
        Tensor y = value.tanh();
        return new RunningError(
                y, error.times(y.square().neg().plus(1)).plus(y.abs().times(ELEMENTARY)));
    }

    /** 1 − y², the derivative of tanh by its value. */
    RunningError slopeOfTanh() {
        Tensor square = value.square();
        return new RunningError(
                square.neg().plus(1),
                value.abs().times(error).times(2).plus(square.times(2)).plus(1));
    }

    /** y − y², the derivative of σ by its value. */
    RunningError slopeOfSigmoid() {
        Tensor square = value.square();
        return new RunningError(value.minus(square), error.plus(square.times(2)).plus(value.abs()));
    }

    /** The same moving of elements for values and errors. */
    RunningError moved(Function<Tensor, Tensor> moving) {
        return new RunningError(moving.apply(value), moving.apply(error));
    }

    static RunningError concat(List<RunningError> parts, int axis) {
        return new RunningError(
                Tensor.concat(parts.stream().map(RunningError::value).toList(), axis),
                Tensor.concat(parts.stream().map(RunningError::error).toList(), axis));
    }

    static RunningError where(Tensor condition, RunningError a, RunningError b) {
        return new RunningError(Tensor.where(condition, a.value, b.value), Tensor.where(condition, a.error, b.error));
    }
}
