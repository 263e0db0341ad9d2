package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.HashMap;
import java.util.Map;

/**
 * The largest error of each elementwise operation, in units in the last place (ulps) of the result: one table for the whole contract.
 *
 * <p>The standard values, equal for FLOAT32 and FLOAT64:
 *
 * <ul>
 *   <li><b>0, correctly rounded</b>: what IEEE 754 defines (negation, + − × ÷ √, comparisons, rounding to whole numbers) and what is one
 *       such operation (square, reciprocal, relu, remainder by fmod).
 *   <li><b>4</b>: elementary functions. Every libm in use stays within 3 (CUDA's and glibc's tables; {@link Math} within 2.5), and the
 *       oracle's own last digit counts too.
 *   <li><b>8</b>: inverse hyperbolic functions, sigmoid and softplus, which are commonly composed of two elementary functions.
 *   <li><b>16</b>: powers, whose exponent b·log a is rounded before it is exponentiated, and special functions, whose conditions vary.
 * </ul>
 *
 * <p>Results below twice the smallest normal number may be flushed to zero where the operation is not correctly rounded: vector code
 * makes 2ᵏ from exponent bits, with one binade to spare.
 */
public final class Tolerances {
    private static final double ELEMENTARY = 4;
    private static final double COMPOSED = 8;
    private static final double ILL_CONDITIONED = 16;

    private final Map<Key, Double> exceptions;

    private Tolerances(Map<Key, Double> exceptions) {
        this.exceptions = exceptions;
    }

    /**
     * The table above.
     *
     * @return the tolerances
     */
    public static Tolerances standard() {
        return new Tolerances(Map.of());
    }

    /**
     * These tolerances with another one.
     *
     * @param op the operation: a {@link UnaryOp}, {@link BinaryOp} or {@link SpecialOp}
     * @param dtype the type it applies to
     * @param ulps the largest error, 0 for correctly rounded
     * @return the tolerances
     * @throws IllegalArgumentException if {@code ulps} is negative or NaN
     */
    public Tolerances with(Enum<?> op, DType dtype, double ulps) {
        if (!(ulps >= 0)) {
            throw new IllegalArgumentException("Tolerances: " + ulps + " ulps of " + op + " must be at least 0.");
        }
        Map<Key, Double> extended = new HashMap<>(exceptions);
        extended.put(new Key(op, dtype), ulps);
        return new Tolerances(Map.copyOf(extended));
    }

    Bound of(UnaryOp op, DType dtype) {
        double standard = switch (op) {
            case NEG, ABS, SIGN, FLOOR, CEIL, ROUND, SQRT, SQUARE, RECIPROCAL, RELU, IS_NAN, IS_FINITE, NOT -> 0;
            case EXP, EXPM1, LOG, LOG1P, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH -> ELEMENTARY;
            case ASINH, ACOSH, ATANH, SIGMOID, SOFTPLUS -> COMPOSED;
        };
        return new Ulps(ulps(op, dtype, standard), op != UnaryOp.RELU);
    }

    Bound of(BinaryOp op, DType dtype) {
        double standard = switch (op) {
            case PLUS, MINUS, TIMES, DIV, REMAINDER, MAX, MIN -> 0;
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR -> 0;
            case ATAN2 -> ELEMENTARY;
            case POW -> ILL_CONDITIONED;
        };
        boolean anyZero = op == BinaryOp.MAX || op == BinaryOp.MIN || op == BinaryOp.REMAINDER;
        return new Ulps(ulps(op, dtype, standard), !anyZero);
    }

    Bound of(SpecialOp op, DType dtype) {
        return new Ulps(ulps(op, dtype, ILL_CONDITIONED), false);
    }

    private double ulps(Enum<?> op, DType dtype, double standard) {
        return exceptions.getOrDefault(new Key(op, dtype), standard);
    }

    private record Key(Enum<?> op, DType dtype) {}
}
