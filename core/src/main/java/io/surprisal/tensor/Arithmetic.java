package io.surprisal.tensor;

import io.surprisal.tensor.ops.BinaryOp;

/** Functions of pairs of elements. Shapes broadcast as in NumPy; a Java number takes this tensor's dtype. */
public sealed interface Arithmetic permits Tensor {
    /**
     * Applies a kernel by its name, broadcasting as in NumPy.
     *
     * @param op the operation
     * @param other the other operand
     * @return the values
     * @throws IllegalArgumentException if shapes do not broadcast, or dtypes or backends differ
     * @throws ArithmeticException if an integer is divided by zero
     */
    default Tensor apply(BinaryOp op, Tensor other) {
        return ElementwiseRules.binary(op, (Tensor) this, other);
    }

    /**
     * Applies a kernel by its name with a number, which takes this tensor's dtype, on the right.
     *
     * @param op the operation
     * @param other the other operand
     * @return the values
     * @throws IllegalArgumentException if the tensor is of integers and the number is not whole
     * @throws ArithmeticException if an integer is divided by zero
     */
    default Tensor apply(BinaryOp op, double other) {
        return ElementwiseRules.binary(op, (Tensor) this, other);
    }

    /**
     * {@return x + y}
     *
     * @param y the other operand
     */
    default Tensor plus(Tensor y) {
        return apply(BinaryOp.PLUS, y);
    }

    /**
     * {@return x + y}
     *
     * @param y the other operand
     */
    default Tensor plus(double y) {
        return apply(BinaryOp.PLUS, y);
    }

    /**
     * {@return x − y}
     *
     * @param y the other operand
     */
    default Tensor minus(Tensor y) {
        return apply(BinaryOp.MINUS, y);
    }

    /**
     * {@return x − y}
     *
     * @param y the other operand
     */
    default Tensor minus(double y) {
        return apply(BinaryOp.MINUS, y);
    }

    /**
     * {@return x · y}
     *
     * @param y the other operand
     */
    default Tensor times(Tensor y) {
        return apply(BinaryOp.TIMES, y);
    }

    /**
     * {@return x · y}
     *
     * @param y the other operand
     */
    default Tensor times(double y) {
        return apply(BinaryOp.TIMES, y);
    }

    /**
     * {@return x / y; of integers it truncates toward zero}
     *
     * @param y the other operand
     */
    default Tensor div(Tensor y) {
        return apply(BinaryOp.DIV, y);
    }

    /**
     * {@return x / y; of integers it truncates toward zero}
     *
     * @param y the other operand
     */
    default Tensor div(double y) {
        return apply(BinaryOp.DIV, y);
    }

    /**
     * {@return x − y·⌊x/y⌋, which has the sign of y}
     *
     * @param y the other operand
     */
    default Tensor remainder(Tensor y) {
        return apply(BinaryOp.REMAINDER, y);
    }

    /**
     * {@return x − y·⌊x/y⌋, which has the sign of y}
     *
     * @param y the other operand
     */
    default Tensor remainder(double y) {
        return apply(BinaryOp.REMAINDER, y);
    }

    /**
     * {@return xʸ}
     *
     * @param y the other operand
     */
    default Tensor pow(Tensor y) {
        return apply(BinaryOp.POW, y);
    }

    /**
     * {@return xʸ}
     *
     * @param y the other operand
     */
    default Tensor pow(double y) {
        return apply(BinaryOp.POW, y);
    }

    /**
     * {@return the larger of x and y; NaN where either is NaN} At ties the derivative is shared equally.
     *
     * @param y the other operand
     */
    default Tensor maximum(Tensor y) {
        return apply(BinaryOp.MAX, y);
    }

    /**
     * {@return the larger of x and y; NaN where either is NaN} At ties the derivative is shared equally.
     *
     * @param y the other operand
     */
    default Tensor maximum(double y) {
        return apply(BinaryOp.MAX, y);
    }

    /**
     * {@return the smaller of x and y; NaN where either is NaN} At ties the derivative is shared equally.
     *
     * @param y the other operand
     */
    default Tensor minimum(Tensor y) {
        return apply(BinaryOp.MIN, y);
    }

    /**
     * {@return the smaller of x and y; NaN where either is NaN} At ties the derivative is shared equally.
     *
     * @param y the other operand
     */
    default Tensor minimum(double y) {
        return apply(BinaryOp.MIN, y);
    }

    /**
     * {@return the angle of the point (x, y), in radians, where this tensor is y}
     *
     * @param x the first coordinate
     */
    default Tensor atan2(Tensor x) {
        return apply(BinaryOp.ATAN2, x);
    }

    /**
     * {@return the nearest number within {@code low} … {@code high}}
     *
     * @param low the least value
     * @param high the greatest value
     * @throws IllegalArgumentException if {@code low} exceeds {@code high}
     */
    default Tensor clamp(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("clamp: low " + low + " must not exceed high " + high + ".");
        }
        return Scope.composing(() -> maximum(low).minimum(high));
    }
}
