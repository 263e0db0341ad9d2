package io.surprisal.tensor.ops;

import io.surprisal.tensor.DType;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * Elementwise functions of two arguments of one type, broadcast as in NumPy. Comparisons give BOOL and are false wherever an
 * argument is NaN (NOT_EQUAL: true).
 */
public enum BinaryOp {
    /** a + b, of numbers. */
    PLUS,
    /** a − b, of numbers. */
    MINUS,
    /** a · b, of numbers. */
    TIMES,
    /** a / b, of numbers; of integers it truncates toward zero, and core has refused a zero divisor. */
    DIV,
    /** a − b·⌊a/b⌋, which has b's sign; of integers core has refused a zero divisor. */
    REMAINDER,
    /** aᵇ, of floating types, as IEEE 754 has it: 1 wherever b is 0 or a is 1, NaN included, and at a = −1 with b infinite. */
    POW,
    /** The angle of the point (b, a), in radians; of floating types. */
    ATAN2,
    /** The larger, of numbers; NaN where either is NaN. */
    MAX,
    /** The smaller, of numbers; NaN where either is NaN. */
    MIN,
    /** a = b, of any type. */
    EQUAL,
    /** a ≠ b, of any type. */
    NOT_EQUAL,
    /** a &lt; b, of numbers. */
    LESS,
    /** a ≤ b, of numbers. */
    LESS_EQUAL,
    /** a &gt; b, of numbers. */
    GREATER,
    /** a ≥ b, of numbers. */
    GREATER_EQUAL,
    /** Both true; of BOOL. */
    AND,
    /** At least one true; of BOOL. */
    OR,
    /** Exactly one true; of BOOL. */
    XOR;

    private final String label = Label.of(name());

    /** {@return the operation's name in messages and in the API} */
    public String label() {
        return label;
    }

    /**
     * {@return the element type of the result}
     *
     * @param arguments the element type of both arguments, one that the operation takes
     */
    public DType resultType(DType arguments) {
        return isComparison() ? DType.BOOL : arguments;
    }

    /**
     * {@return what becomes of two floating elements, in double precision within 1 ulp; comparisons give 1 or 0}
     *
     * @throws IllegalArgumentException if the operation takes no floating elements
     */
    public DoubleBinaryOperator onReals() {
        return BinaryFunctions.ofReals(this);
    }

    /**
     * {@return what becomes of two integers or, as 1 or 0, of two truth values; comparisons give 1 or 0} The low 32 bits are the result
     * for INT32.
     *
     * @throws IllegalArgumentException if the operation takes floating elements only
     */
    public LongBinaryOperator onIntegers() {
        return BinaryFunctions.ofIntegers(this);
    }

    /** {@return whether the result is BOOL whatever the arguments' type} */
    public boolean isComparison() {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
            case PLUS, MINUS, TIMES, DIV, REMAINDER, POW, ATAN2, MAX, MIN, AND, OR, XOR -> false;
        };
    }

    /** {@return whether the arguments must be BOOL} */
    public boolean isLogical() {
        return switch (this) {
            case AND, OR, XOR -> true;
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> false;
            case PLUS, MINUS, TIMES, DIV, REMAINDER, POW, ATAN2, MAX, MIN -> false;
        };
    }
}
