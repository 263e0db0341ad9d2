package io.surprisal.tensor;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;

/** The one table of operation × dtype: what is taken, and what type comes out. */
final class DTypeRules {
    private DTypeRules() {}

    static DType unary(UnaryOp op, DType x) {
        switch (op) {
            case NEG, ABS, SIGN, SQUARE -> require(op.label(), x, x.isFloating() || x.isInteger(), "numbers");
            case NOT -> require(op.label(), x, x == DType.BOOL, "BOOL");
            case FLOOR,
                    CEIL,
                    ROUND,
                    EXP,
                    EXPM1,
                    LOG,
                    LOG1P,
                    SQRT,
                    RECIPROCAL,
                    SIN,
                    COS,
                    TAN,
                    ASIN,
                    ACOS,
                    ATAN,
                    SINH,
                    COSH,
                    TANH,
                    ASINH,
                    ACOSH,
                    ATANH,
                    SIGMOID,
                    SOFTPLUS,
                    RELU,
                    IS_NAN,
                    IS_FINITE -> requireFloating(op.label(), x);
        }
        return op.resultType(x);
    }

    static DType binary(BinaryOp op, DType a, DType b) {
        if (a != b) {
            throw new IllegalArgumentException(op.label() + ": the operands are " + a + " and " + b
                    + "; there is no silent promotion. Cast one: x.cast(DType." + b + ").");
        }
        switch (op) {
            case AND, OR, XOR -> require(op.label(), a, a == DType.BOOL, "BOOL");
            case POW, ATAN2 -> requireFloating(op.label(), a);
            case PLUS, MINUS, TIMES, DIV, REMAINDER, MAX, MIN, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
                require(op.label(), a, a != DType.BOOL, "numbers");
            case EQUAL, NOT_EQUAL -> {}
        }
        return op.resultType(a);
    }

    /** A Java number is weakly typed: it takes the tensor's type, and must be exact in an integer one. */
    static void scalar(BinaryOp op, DType a, double b) {
        if (a == DType.BOOL) {
            throw new IllegalArgumentException(op.label() + ": a BOOL tensor does not combine with the number " + b
                    + ". Cast it to a number type first.");
        }
        requireExact(op.label(), a, b);
    }

    /** A Java number that becomes an element of an integer tensor must be one of its numbers; beyond ±2⁵³ a double is not. */
    static void requireExact(String operation, DType dtype, double value) {
        boolean exact =
                dtype == DType.INT32 ? value == (int) value : value == (long) value && Math.abs(value) <= 0x1p53;
        if (dtype.isInteger() && !exact) {
            throw new IllegalArgumentException(operation + ": " + value + " is not a whole number that " + dtype
                    + " holds exactly. Use a whole number, or a floating dtype.");
        }
    }

    static DType reduce(ReduceOp op, DType x) {
        if (op == ReduceOp.PRODUCT) {
            require(op.label(), x, x != DType.BOOL, "numbers");
        }
        return op.resultType(x);
    }

    static DType requireFloating(String operation, DType x) {
        return require(operation, x, x.isFloating(), "FLOAT32 or FLOAT64");
    }

    static void requireSame(String operation, Tensor a, Tensor b) {
        if (a.dtype() != b.dtype()) {
            throw new IllegalArgumentException(operation + ": the operands are " + a.dtype() + " and " + b.dtype()
                    + "; there is no silent promotion. Cast one: x.cast(DType." + b.dtype() + ").");
        }
    }

    static DType require(String operation, DType x, boolean taken, String wanted) {
        if (!taken) {
            throw new IllegalArgumentException(
                    operation + ": takes " + wanted + ", but the tensor is " + x + ". Use cast(DType) first.");
        }
        return x;
    }
}
