package io.surprisal.tensor;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;

/** Functions of each element, and of pairs of elements. */
public sealed interface ElementwiseMath permits Tensor {
    /**
     * Applies a kernel by its name.
     *
     * @param op the operation
     * @return the values
     */
    default Tensor apply(UnaryOp op) {
        return ElementwiseRules.unary(op, (Tensor) this);
    }

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
     * {@return the elements as another dtype; this tensor itself where it has it already} Float to integer truncates
     * toward zero, saturates and takes NaN to 0; to BOOL is ≠ 0.
     *
     * @param dtype the result's element type
     */
    default Tensor cast(DType dtype) {
        return ElementwiseRules.cast((Tensor) this, dtype);
    }

    /** {@return −x} */
    default Tensor neg() {
        return apply(UnaryOp.NEG);
    }

    /** {@return |x|; the derivative at 0 is 0} */
    default Tensor abs() {
        return apply(UnaryOp.ABS);
    }

    /** {@return −1, 0 or 1; the derivative is 0} */
    default Tensor sign() {
        return apply(UnaryOp.SIGN);
    }

    /** {@return the largest whole number ≤ x; the derivative is 0} */
    default Tensor floor() {
        return apply(UnaryOp.FLOOR);
    }

    /** {@return the smallest whole number ≥ x; the derivative is 0} */
    default Tensor ceil() {
        return apply(UnaryOp.CEIL);
    }

    /** {@return the nearest whole number, halves to even; the derivative is 0} */
    default Tensor round() {
        return apply(UnaryOp.ROUND);
    }

    /** {@return eˣ} */
    default Tensor exp() {
        return apply(UnaryOp.EXP);
    }

    /** {@return eˣ − 1, accurate near 0} */
    default Tensor expm1() {
        return apply(UnaryOp.EXPM1);
    }

    /** {@return the natural logarithm; −∞ at 0, NaN below} */
    default Tensor log() {
        return apply(UnaryOp.LOG);
    }

    /** {@return log(1 + x), accurate near 0} */
    default Tensor log1p() {
        return apply(UnaryOp.LOG1P);
    }

    /** {@return √x; NaN below 0} */
    default Tensor sqrt() {
        return apply(UnaryOp.SQRT);
    }

    /** {@return x²} */
    default Tensor square() {
        return apply(UnaryOp.SQUARE);
    }

    /** {@return 1/x} */
    default Tensor reciprocal() {
        return apply(UnaryOp.RECIPROCAL);
    }

    /** {@return the sine of radians} */
    default Tensor sin() {
        return apply(UnaryOp.SIN);
    }

    /** {@return the cosine of radians} */
    default Tensor cos() {
        return apply(UnaryOp.COS);
    }

    /** {@return the tangent of radians} */
    default Tensor tan() {
        return apply(UnaryOp.TAN);
    }

    /** {@return the arcsine, in radians} */
    default Tensor asin() {
        return apply(UnaryOp.ASIN);
    }

    /** {@return the arccosine, in radians} */
    default Tensor acos() {
        return apply(UnaryOp.ACOS);
    }

    /** {@return the arctangent, in radians} */
    default Tensor atan() {
        return apply(UnaryOp.ATAN);
    }

    /** {@return the hyperbolic sine} */
    default Tensor sinh() {
        return apply(UnaryOp.SINH);
    }

    /** {@return the hyperbolic cosine} */
    default Tensor cosh() {
        return apply(UnaryOp.COSH);
    }

    /** {@return the hyperbolic tangent} */
    default Tensor tanh() {
        return apply(UnaryOp.TANH);
    }

    /** {@return the inverse hyperbolic sine} */
    default Tensor asinh() {
        return apply(UnaryOp.ASINH);
    }

    /** {@return the inverse hyperbolic cosine; NaN below 1} */
    default Tensor acosh() {
        return apply(UnaryOp.ACOSH);
    }

    /** {@return the inverse hyperbolic tangent; ±∞ at ±1} */
    default Tensor atanh() {
        return apply(UnaryOp.ATANH);
    }

    /** {@return 1/(1 + e⁻ˣ), with full relative accuracy in both tails} */
    default Tensor sigmoid() {
        return apply(UnaryOp.SIGMOID);
    }

    /** {@return log(1 + eˣ) = max(x, 0) + log1p(e^(−|x|)), which overflows nowhere} */
    default Tensor softplus() {
        return apply(UnaryOp.SOFTPLUS);
    }

    /** {@return max(x, 0); the derivative at 0 is 0} */
    default Tensor relu() {
        return apply(UnaryOp.RELU);
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
