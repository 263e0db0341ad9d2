package io.surprisal.tensor.ops;

import io.surprisal.tensor.DType;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Elementwise functions of one argument. Floating types only, unless a constant says otherwise; IEEE 754 special values as {@link
 * Math}'s function of the same name has them.
 */
public enum UnaryOp {
    /** −x; also of integers, where it wraps. */
    NEG,
    /** |x|; also of integers, where the smallest stays itself. */
    ABS,
    /** −1, 0 or 1; ±0 stays, NaN stays; also of integers. */
    SIGN,
    /** Largest whole number ≤ x. */
    FLOOR,
    /** Smallest whole number ≥ x. */
    CEIL,
    /** Nearest whole number, halves to even. */
    ROUND,
    /** eˣ. */
    EXP,
    /** eˣ − 1, accurate near 0. */
    EXPM1,
    /** Natural logarithm; −∞ at 0, NaN below. */
    LOG,
    /** log(1 + x), accurate near 0. */
    LOG1P,
    /** √x; NaN below 0. */
    SQRT,
    /** x²; also of integers, where it wraps. */
    SQUARE,
    /** 1/x. */
    RECIPROCAL,
    /** Sine of radians. */
    SIN,
    /** Cosine of radians. */
    COS,
    /** Tangent of radians. */
    TAN,
    /** Arcsine, in radians. */
    ASIN,
    /** Arccosine, in radians. */
    ACOS,
    /** Arctangent, in radians. */
    ATAN,
    /** Hyperbolic sine. */
    SINH,
    /** Hyperbolic cosine. */
    COSH,
    /** Hyperbolic tangent. */
    TANH,
    /** Inverse hyperbolic sine. */
    ASINH,
    /** Inverse hyperbolic cosine; NaN below 1. */
    ACOSH,
    /** Inverse hyperbolic tangent; ±∞ at ±1. */
    ATANH,
    /** 1/(1 + e⁻ˣ), with full relative accuracy in both tails. */
    SIGMOID,
    /** log(1 + eˣ) = max(x, 0) + log1p(e^(−|x|)), which overflows nowhere. */
    SOFTPLUS,
    /** max(x, 0); NaN stays. */
    RELU,
    /** Whether x is NaN; the result is BOOL. */
    IS_NAN,
    /** Whether x is neither NaN nor infinite; the result is BOOL. */
    IS_FINITE,
    /** Logical not; of BOOL only. */
    NOT;

    private final String label = Label.of(name());

    /** {@return the operation's name in messages and in the API} */
    public String label() {
        return label;
    }

    /**
     * {@return the element type of the result}
     *
     * @param argument the argument's element type, one that the operation takes
     */
    public DType resultType(DType argument) {
        return this == IS_NAN || this == IS_FINITE ? DType.BOOL : argument;
    }

    /**
     * {@return what becomes of one floating element, in double precision within 2 ulp; IS_NAN and IS_FINITE give 1 or 0}
     *
     * @throws IllegalArgumentException if the operation takes no floating elements
     */
    public DoubleUnaryOperator onReals() {
        return UnaryFunctions.ofReals(this);
    }

    /**
     * {@return what becomes of one integer or, as 1 or 0, of one truth value} The low 32 bits are the result for INT32.
     *
     * @throws IllegalArgumentException if the operation takes floating elements only
     */
    public LongUnaryOperator onIntegers() {
        return UnaryFunctions.ofIntegers(this);
    }
}
