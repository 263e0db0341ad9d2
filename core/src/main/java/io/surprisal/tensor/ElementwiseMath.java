package io.surprisal.tensor;

import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.UnaryOp;

/** Functions of each element, and of pairs of elements. */
public sealed interface ElementwiseMath permits Tensor {
    /** Applies a kernel by its name. */
    default Tensor apply(UnaryOp op) {
        return ElementwiseRules.unary(op, (Tensor) this);
    }

    /**
     * Applies a kernel by its name, broadcasting as in NumPy.
     *
     * @throws IllegalArgumentException if shapes do not broadcast, or dtypes or backends differ
     * @throws ArithmeticException if an integer is divided by zero
     */
    default Tensor apply(BinaryOp op, Tensor other) {
        return ElementwiseRules.binary(op, (Tensor) this, other);
    }

    /**
     * Applies a kernel by its name with a number, which takes this tensor's dtype, on the right.
     *
     * @throws IllegalArgumentException if the tensor is of integers and the number is not whole
     * @throws ArithmeticException if an integer is divided by zero
     */
    default Tensor apply(BinaryOp op, double other) {
        return ElementwiseRules.binary(op, (Tensor) this, other);
    }

    /**
     * The elements as another dtype; this tensor itself where it has it already. Float to integer truncates toward zero, saturates
     * and takes NaN to 0; to BOOL is ≠ 0.
     */
    default Tensor cast(DType dtype) {
        return ElementwiseRules.cast((Tensor) this, dtype);
    }

    /** −x. */
    default Tensor neg() {
        return apply(UnaryOp.NEG);
    }

    /** |x|; the derivative at 0 is 0. */
    default Tensor abs() {
        return apply(UnaryOp.ABS);
    }

    /** −1, 0 or 1; the derivative is 0. */
    default Tensor sign() {
        return apply(UnaryOp.SIGN);
    }

    /** The largest whole number ≤ x; the derivative is 0. */
    default Tensor floor() {
        return apply(UnaryOp.FLOOR);
    }

    /** The smallest whole number ≥ x; the derivative is 0. */
    default Tensor ceil() {
        return apply(UnaryOp.CEIL);
    }

    /** The nearest whole number, halves to even; the derivative is 0. */
    default Tensor round() {
        return apply(UnaryOp.ROUND);
    }

    /** eˣ. */
    default Tensor exp() {
        return apply(UnaryOp.EXP);
    }

    /** eˣ − 1, accurate near 0. */
    default Tensor expm1() {
        return apply(UnaryOp.EXPM1);
    }

    /** The natural logarithm; −∞ at 0, NaN below. */
    default Tensor log() {
        return apply(UnaryOp.LOG);
    }

    /** log(1 + x), accurate near 0. */
    default Tensor log1p() {
        return apply(UnaryOp.LOG1P);
    }

    /** √x; NaN below 0. */
    default Tensor sqrt() {
        return apply(UnaryOp.SQRT);
    }

    /** x². */
    default Tensor square() {
        return apply(UnaryOp.SQUARE);
    }

    /** 1/x. */
    default Tensor reciprocal() {
        return apply(UnaryOp.RECIPROCAL);
    }

    /** The sine of radians. */
    default Tensor sin() {
        return apply(UnaryOp.SIN);
    }

    /** The cosine of radians. */
    default Tensor cos() {
        return apply(UnaryOp.COS);
    }

    /** The tangent of radians. */
    default Tensor tan() {
        return apply(UnaryOp.TAN);
    }

    /** The arcsine, in radians. */
    default Tensor asin() {
        return apply(UnaryOp.ASIN);
    }

    /** The arccosine, in radians. */
    default Tensor acos() {
        return apply(UnaryOp.ACOS);
    }

    /** The arctangent, in radians. */
    default Tensor atan() {
        return apply(UnaryOp.ATAN);
    }

    /** The hyperbolic sine. */
    default Tensor sinh() {
        return apply(UnaryOp.SINH);
    }

    /** The hyperbolic cosine. */
    default Tensor cosh() {
        return apply(UnaryOp.COSH);
    }

    /** The hyperbolic tangent. */
    default Tensor tanh() {
        return apply(UnaryOp.TANH);
    }

    /** The inverse hyperbolic sine. */
    default Tensor asinh() {
        return apply(UnaryOp.ASINH);
    }

    /** The inverse hyperbolic cosine; NaN below 1. */
    default Tensor acosh() {
        return apply(UnaryOp.ACOSH);
    }

    /** The inverse hyperbolic tangent; ±∞ at ±1. */
    default Tensor atanh() {
        return apply(UnaryOp.ATANH);
    }

    /** 1/(1 + e⁻ˣ), with full relative accuracy in both tails. */
    default Tensor sigmoid() {
        return apply(UnaryOp.SIGMOID);
    }

    /** log(1 + eˣ) = max(x, 0) + log1p(e^(−|x|)), which overflows nowhere. */
    default Tensor softplus() {
        return apply(UnaryOp.SOFTPLUS);
    }

    /** max(x, 0); the derivative at 0 is 0. */
    default Tensor relu() {
        return apply(UnaryOp.RELU);
    }

    /** x + y. */
    default Tensor plus(Tensor y) {
        return apply(BinaryOp.PLUS, y);
    }

    /** x + y. */
    default Tensor plus(double y) {
        return apply(BinaryOp.PLUS, y);
    }

    /** x − y. */
    default Tensor minus(Tensor y) {
        return apply(BinaryOp.MINUS, y);
    }

    /** x − y. */
    default Tensor minus(double y) {
        return apply(BinaryOp.MINUS, y);
    }

    /** x · y. */
    default Tensor times(Tensor y) {
        return apply(BinaryOp.TIMES, y);
    }

    /** x · y. */
    default Tensor times(double y) {
        return apply(BinaryOp.TIMES, y);
    }

    /** x / y; of integers it truncates toward zero. */
    default Tensor div(Tensor y) {
        return apply(BinaryOp.DIV, y);
    }

    /** x / y; of integers it truncates toward zero. */
    default Tensor div(double y) {
        return apply(BinaryOp.DIV, y);
    }

    /** x − y·⌊x/y⌋, which has the sign of y. */
    default Tensor remainder(Tensor y) {
        return apply(BinaryOp.REMAINDER, y);
    }

    /** x − y·⌊x/y⌋, which has the sign of y. */
    default Tensor remainder(double y) {
        return apply(BinaryOp.REMAINDER, y);
    }

    /** xʸ. */
    default Tensor pow(Tensor y) {
        return apply(BinaryOp.POW, y);
    }

    /** xʸ. */
    default Tensor pow(double y) {
        return apply(BinaryOp.POW, y);
    }

    /** The larger of x and y; NaN where either is NaN. At ties the derivative is shared equally. */
    default Tensor maximum(Tensor y) {
        return apply(BinaryOp.MAX, y);
    }

    /** The larger of x and y; NaN where either is NaN. At ties the derivative is shared equally. */
    default Tensor maximum(double y) {
        return apply(BinaryOp.MAX, y);
    }

    /** The smaller of x and y; NaN where either is NaN. At ties the derivative is shared equally. */
    default Tensor minimum(Tensor y) {
        return apply(BinaryOp.MIN, y);
    }

    /** The smaller of x and y; NaN where either is NaN. At ties the derivative is shared equally. */
    default Tensor minimum(double y) {
        return apply(BinaryOp.MIN, y);
    }

    /** The angle of the point (x, y), in radians, where this tensor is y. */
    default Tensor atan2(Tensor x) {
        return apply(BinaryOp.ATAN2, x);
    }

    /**
     * The nearest number within {@code low} … {@code high}.
     *
     * @throws IllegalArgumentException if {@code low} exceeds {@code high}
     */
    default Tensor clamp(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("clamp: low " + low + " must not exceed high " + high + ".");
        }
        return Scope.composing(() -> maximum(low).minimum(high));
    }
}
