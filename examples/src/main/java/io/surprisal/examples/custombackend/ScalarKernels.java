package io.surprisal.examples.custombackend;

import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.UnaryOp;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Every elementwise function on words; of truth values the result is 1 or 0 in the wide type. */
final class ScalarKernels {
    private ScalarKernels() {}

    static LongUnaryOperator unary(UnaryOp op, boolean floating) {
        return switch (op) {
            case NEG -> floating ? real(x -> -x) : n -> -n;
            case ABS -> floating ? real(Math::abs) : Math::abs;
            case SIGN -> floating ? real(Math::signum) : Long::signum;
            case SQUARE -> floating ? real(x -> x * x) : n -> n * n;
            case NOT -> n -> 1 - n;
            case FLOOR -> real(Math::floor);
            case CEIL -> real(Math::ceil);
            case ROUND -> real(Math::rint);
            case EXP -> real(Math::exp);
            case EXPM1 -> real(Math::expm1);
            case LOG -> real(Math::log);
            case LOG1P -> real(Math::log1p);
            case SQRT -> real(Math::sqrt);
            case RECIPROCAL -> real(x -> 1 / x);
            case SIN -> real(Math::sin);
            case COS -> real(Math::cos);
            case TAN -> real(Math::tan);
            case ASIN -> real(Math::asin);
            case ACOS -> real(Math::acos);
            case ATAN -> real(Math::atan);
            case SINH -> real(Math::sinh);
            case COSH -> real(Math::cosh);
            case TANH -> real(Math::tanh);
            case ASINH -> real(ScalarKernels::asinh);
            case ACOSH -> real(ScalarKernels::acosh);
            case ATANH -> real(x -> Math.copySign(0.5 * Math.log1p(2 * Math.abs(x) / (1 - Math.abs(x))), x));
            case SIGMOID -> real(x -> x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));
            case SOFTPLUS -> real(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
            case RELU -> real(x -> Math.max(x, 0));
            case IS_NAN -> real(x -> truth(Double.isNaN(x)));
            case IS_FINITE -> real(x -> truth(Double.isFinite(x)));
        };
    }

    static LongBinaryOperator binary(BinaryOp op, boolean floating) {
        return switch (op) {
            case PLUS -> floating ? real(Double::sum) : Long::sum;
            case MINUS -> floating ? real((x, y) -> x - y) : (m, n) -> m - n;
            case TIMES -> floating ? real((x, y) -> x * y) : (m, n) -> m * n;
            case DIV -> floating ? real((x, y) -> x / y) : (m, n) -> m / n;
            case REMAINDER -> floating ? real(ScalarKernels::remainder) : Math::floorMod;
            case MAX -> floating ? real(Math::max) : Math::max;
            case MIN -> floating ? real(Math::min) : Math::min;
            case EQUAL -> floating ? real((x, y) -> truth(x == y)) : (m, n) -> truth(m == n);
            case NOT_EQUAL -> floating ? real((x, y) -> truth(x != y)) : (m, n) -> truth(m != n);
            case LESS -> floating ? real((x, y) -> truth(x < y)) : (m, n) -> truth(m < n);
            case LESS_EQUAL -> floating ? real((x, y) -> truth(x <= y)) : (m, n) -> truth(m <= n);
            case GREATER -> floating ? real((x, y) -> truth(x > y)) : (m, n) -> truth(m > n);
            case GREATER_EQUAL -> floating ? real((x, y) -> truth(x >= y)) : (m, n) -> truth(m >= n);
            case POW -> real((x, y) -> x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : StrictMath.pow(x, y));
            case ATAN2 -> real(Math::atan2);
            case AND -> (m, n) -> m & n;
            case OR -> (m, n) -> m | n;
            case XOR -> (m, n) -> m ^ n;
        };
    }

    private static LongUnaryOperator real(DoubleUnaryOperator function) {
        return word -> Double.doubleToRawLongBits(function.applyAsDouble(Double.longBitsToDouble(word)));
    }

    private static LongBinaryOperator real(DoubleBinaryOperator function) {
        return (a, b) -> Double.doubleToRawLongBits(
                function.applyAsDouble(Double.longBitsToDouble(a), Double.longBitsToDouble(b)));
    }

    private static int truth(boolean condition) {
        return condition ? 1 : 0;
    }

    /** ± log(|x| + √(x² + 1)), through log1p of the distance from 1; beyond 2²⁸ the root is |x|. */
    private static double asinh(double x) {
        double a = Math.abs(x);
        double magnitude = a > 0x1p28 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return Math.copySign(magnitude, x);
    }

    private static double acosh(double x) {
        double t = x - 1;
        return x > 0x1p28 ? Math.log(x) + Math.log(2) : x < 1 ? Double.NaN : Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    /** With the divisor's sign: {@code %} is exact, and one addition moves it to the other side of 0. */
    private static double remainder(double a, double b) {
        double truncated = a % b;
        return truncated == 0 ? Math.copySign(0, b) : truncated < 0 == b < 0 ? truncated : truncated + b;
    }
}
