package io.surprisal.tensor;

import io.surprisal.tensor.ops.UnaryOp;

/** Functions of each element. */
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
}
