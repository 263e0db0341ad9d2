package io.surprisal.tensor;

import static io.surprisal.tensor.DType.BOOL;
import static io.surprisal.tensor.DType.FLOAT32;
import static io.surprisal.tensor.DType.FLOAT64;
import static io.surprisal.tensor.DType.INT32;
import static io.surprisal.tensor.DType.INT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DTypeRulesTest {
    private static final Set<DType> FLOATING = EnumSet.of(FLOAT32, FLOAT64);
    private static final Set<DType> NUMBERS = EnumSet.of(FLOAT32, FLOAT64, INT32, INT64);

    @ParameterizedTest
    @EnumSource
    void unaryOperationsTakeWhatTheTableSays(UnaryOp op) {
        Set<DType> taken = switch (op) {
            case NEG, ABS, SIGN, SQUARE -> NUMBERS;
            case NOT -> EnumSet.of(BOOL);
            case FLOOR, CEIL, ROUND, EXP, EXPM1, LOG, LOG1P, SQRT, RECIPROCAL, SIN, COS, TAN, ASIN -> FLOATING;
            case ACOS, ATAN, SINH, COSH, TANH, ASINH, ACOSH, ATANH, SIGMOID, SOFTPLUS, RELU -> FLOATING;
            case IS_NAN, IS_FINITE -> FLOATING;
        };
        boolean predicate = op == UnaryOp.IS_NAN || op == UnaryOp.IS_FINITE;
        for (DType dtype : DType.values()) {
            if (taken.contains(dtype)) {
                assertThat(DTypeRules.unary(op, dtype)).isEqualTo(predicate ? BOOL : dtype);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DTypeRules.unary(op, dtype))
                        .withMessageMatching(op.label() + ": takes .*, but the tensor is " + dtype
                                + "\\. Use cast\\(DType\\) first\\.");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryOperationsTakeWhatTheTableSays(BinaryOp op) {
        Set<DType> taken = switch (op) {
            case PLUS, MINUS, TIMES, DIV, REMAINDER, MAX, MIN, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> NUMBERS;
            case POW, ATAN2 -> FLOATING;
            case EQUAL, NOT_EQUAL -> EnumSet.allOf(DType.class);
            case AND, OR, XOR -> EnumSet.of(BOOL);
        };
        for (DType dtype : DType.values()) {
            if (taken.contains(dtype)) {
                assertThat(DTypeRules.binary(op, dtype, dtype)).isEqualTo(op.isComparison() ? BOOL : dtype);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DTypeRules.binary(op, dtype, dtype))
                        .withMessageStartingWith(op.label() + ": takes ");
            }
        }
        assertThat(op.isLogical()).isEqualTo(taken.equals(EnumSet.of(BOOL)));
    }

    @ParameterizedTest
    @EnumSource
    void unaryOperationsAreDefinedOnTheElementsThatTheyTake(UnaryOp op) {
        assertThat(answers(op::onReals)).isEqualTo(answers(() -> DTypeRules.unary(op, FLOAT64)));
        assertThat(answers(op::onIntegers))
                .isEqualTo(answers(() -> DTypeRules.unary(op, INT64)) || answers(() -> DTypeRules.unary(op, BOOL)));
    }

    @ParameterizedTest
    @EnumSource
    void binaryOperationsAreDefinedOnTheElementsThatTheyTake(BinaryOp op) {
        assertThat(answers(op::onReals)).isEqualTo(answers(() -> DTypeRules.binary(op, FLOAT64, FLOAT64)));
        assertThat(answers(op::onIntegers))
                .isEqualTo(answers(() -> DTypeRules.binary(op, INT64, INT64))
                        || answers(() -> DTypeRules.binary(op, BOOL, BOOL)));
    }

    private static boolean answers(Runnable question) {
        try {
            question.run();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPromotedSilently(BinaryOp op) {
        for (DType a : DType.values()) {
            for (DType b : EnumSet.complementOf(EnumSet.of(a))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DTypeRules.binary(op, a, b))
                        .withMessage(op.label() + ": the operands are " + a + " and " + b
                                + "; there is no silent promotion. Cast one: x.cast(DType." + b + ").");
            }
        }
    }

    @Test
    void sumsAndProductsOfIntegersAreInt64() {
        for (DType dtype : DType.values()) {
            DType wide = dtype.isFloating() ? dtype : INT64;
            assertThat(DTypeRules.reduce(ReduceOp.SUM, dtype)).isEqualTo(wide);
            assertThat(DTypeRules.reduce(ReduceOp.MAX, dtype)).isEqualTo(dtype);
            assertThat(DTypeRules.reduce(ReduceOp.MIN, dtype)).isEqualTo(dtype);
            if (dtype != BOOL) {
                assertThat(DTypeRules.reduce(ReduceOp.PRODUCT, dtype)).isEqualTo(wide);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DTypeRules.reduce(ReduceOp.PRODUCT, BOOL))
                .withMessage("product: takes numbers, but the tensor is BOOL. Use cast(DType) first.");
    }

    @Test
    void aJavaNumberMustBeExactInAnIntegerType() {
        DTypeRules.scalar(BinaryOp.PLUS, INT32, -0x1p31);
        DTypeRules.scalar(BinaryOp.PLUS, INT64, 0x1p53);
        DTypeRules.scalar(BinaryOp.PLUS, FLOAT32, 0.1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DTypeRules.scalar(BinaryOp.PLUS, INT32, 0x1p31))
                .withMessage(
                        "plus: 2.147483648E9 is not a whole number that INT32 holds exactly. Use a whole number, or a"
                                + " floating dtype.");
        assertThatIllegalArgumentException().isThrownBy(() -> DTypeRules.scalar(BinaryOp.TIMES, INT64, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> DTypeRules.scalar(BinaryOp.TIMES, INT64, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DTypeRules.scalar(BinaryOp.EQUAL, BOOL, 1))
                .withMessage(
                        "equal: a BOOL tensor does not combine with the number 1.0. Cast it to a number type first.");
    }

    @Test
    void typesKnowTheirSizesAndKinds() {
        assertThat(FLOAT32.bytes()).isEqualTo(4);
        assertThat(FLOAT64.bytes()).isEqualTo(8);
        assertThat(INT32.bytes()).isEqualTo(4);
        assertThat(INT64.bytes()).isEqualTo(8);
        assertThat(BOOL.bytes()).isOne();
        assertThat(INT32.isInteger() && INT64.isInteger() && !BOOL.isInteger() && !FLOAT32.isInteger())
                .isTrue();
    }
}
