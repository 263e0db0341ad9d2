package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Values of single kernels are in ReferenceVectorsTest; here is what core does around them. */
class ElementwiseMathTest extends OnReference {
    @Test
    void everyMethodRunsTheKernelOfItsName() {
        Map<UnaryOp, UnaryOperator<Tensor>> methods = Map.ofEntries(
                Map.entry(UnaryOp.NEG, Tensor::neg),
                Map.entry(UnaryOp.ABS, Tensor::abs),
                Map.entry(UnaryOp.SIGN, Tensor::sign),
                Map.entry(UnaryOp.FLOOR, Tensor::floor),
                Map.entry(UnaryOp.CEIL, Tensor::ceil),
                Map.entry(UnaryOp.ROUND, Tensor::round),
                Map.entry(UnaryOp.EXP, Tensor::exp),
                Map.entry(UnaryOp.EXPM1, Tensor::expm1),
                Map.entry(UnaryOp.LOG, Tensor::log),
                Map.entry(UnaryOp.LOG1P, Tensor::log1p),
                Map.entry(UnaryOp.SQRT, Tensor::sqrt),
                Map.entry(UnaryOp.SQUARE, Tensor::square),
                Map.entry(UnaryOp.RECIPROCAL, Tensor::reciprocal),
                Map.entry(UnaryOp.SIN, Tensor::sin),
                Map.entry(UnaryOp.COS, Tensor::cos),
                Map.entry(UnaryOp.TAN, Tensor::tan),
                Map.entry(UnaryOp.ASIN, Tensor::asin),
                Map.entry(UnaryOp.ACOS, Tensor::acos),
                Map.entry(UnaryOp.ATAN, Tensor::atan),
                Map.entry(UnaryOp.SINH, Tensor::sinh),
                Map.entry(UnaryOp.COSH, Tensor::cosh),
                Map.entry(UnaryOp.TANH, Tensor::tanh),
                Map.entry(UnaryOp.ASINH, Tensor::asinh),
                Map.entry(UnaryOp.ACOSH, Tensor::acosh),
                Map.entry(UnaryOp.ATANH, Tensor::atanh),
                Map.entry(UnaryOp.SIGMOID, Tensor::sigmoid),
                Map.entry(UnaryOp.SOFTPLUS, Tensor::softplus),
                Map.entry(UnaryOp.RELU, Tensor::relu),
                Map.entry(UnaryOp.IS_NAN, Tensor::isNaN),
                Map.entry(UnaryOp.IS_FINITE, Tensor::isFinite));
        Tensor x = doubles(-2.5, -0.3, 0.7, 1.2, Double.NaN, Double.NEGATIVE_INFINITY);

        methods.forEach(
                (op, method) -> assertThat(method.apply(x)).as(op.label()).isBitEqualTo(x.apply(op)));
        assertThat(booleans(true, false).not()).containsExactly(0, 1);
        org.assertj.core.api.Assertions.assertThat(methods).hasSize(UnaryOp.values().length - 1);
    }

    @Test
    void everyMethodOfTwoArgumentsRunsTheKernelOfItsName() {
        Map<BinaryOp, BinaryOperator<Tensor>> methods = Map.ofEntries(
                Map.entry(BinaryOp.PLUS, Tensor::plus),
                Map.entry(BinaryOp.MINUS, Tensor::minus),
                Map.entry(BinaryOp.TIMES, Tensor::times),
                Map.entry(BinaryOp.DIV, Tensor::div),
                Map.entry(BinaryOp.REMAINDER, Tensor::remainder),
                Map.entry(BinaryOp.POW, Tensor::pow),
                Map.entry(BinaryOp.ATAN2, Tensor::atan2),
                Map.entry(BinaryOp.MAX, Tensor::maximum),
                Map.entry(BinaryOp.MIN, Tensor::minimum),
                Map.entry(BinaryOp.EQUAL, Tensor::equalTo),
                Map.entry(BinaryOp.NOT_EQUAL, Tensor::notEqualTo),
                Map.entry(BinaryOp.LESS, Tensor::less),
                Map.entry(BinaryOp.LESS_EQUAL, Tensor::lessEqual),
                Map.entry(BinaryOp.GREATER, Tensor::greater),
                Map.entry(BinaryOp.GREATER_EQUAL, Tensor::greaterEqual));
        Tensor x = doubles(-2.5, 0.3, 3, 1.2, Double.NaN);
        Tensor y = doubles(2, 0.3, -2, 4, 1);

        methods.forEach(
                (op, method) -> assertThat(method.apply(x, y)).as(op.label()).isBitEqualTo(x.apply(op, y)));
        Tensor p = booleans(true, true, false, false);
        Tensor q = booleans(true, false, true, false);
        assertThat(p.and(q)).containsExactly(1, 0, 0, 0);
        assertThat(p.or(q)).containsExactly(1, 1, 1, 0);
        assertThat(p.xor(q)).containsExactly(0, 1, 1, 0);
        org.assertj.core.api.Assertions.assertThat(methods).hasSize(BinaryOp.values().length - 3);
    }

    @Test
    void aJavaNumberStandsOnTheRightAndTakesTheTensorsType() {
        Tensor x = ints(7, -7);
        assertThat(x.plus(2)).hasDType(DType.INT32).containsExactly(9, -5);
        assertThat(x.minus(2)).containsExactly(5, -9);
        assertThat(x.times(2)).containsExactly(14, -14);
        assertThat(x.div(2)).containsExactly(3, -3);
        assertThat(x.remainder(3)).containsExactly(1, 2);
        assertThat(x.maximum(0)).containsExactly(7, 0);
        assertThat(x.minimum(0)).containsExactly(0, -7);
        assertThat(floats(4, 9).pow(0.5)).hasDType(DType.FLOAT32).containsExactly(2, 3);
        assertThat(floats(0.1).equalTo(0.1)).hasDType(DType.BOOL).containsExactly(1);
        assertThat(x.notEqualTo(7)).containsExactly(0, 1);
        assertThat(x.less(0)).containsExactly(0, 1);
        assertThat(x.lessEqual(7)).containsExactly(1, 1);
        assertThat(x.greater(0)).containsExactly(1, 0);
        assertThat(x.greaterEqual(8)).containsExactly(0, 0);
    }

    @Test
    void broadcastsAsNumpyDoes() {
        Tensor column = counting(DType.FLOAT32, 2, 1, 1);
        Tensor row = counting(DType.FLOAT32, 3);
        assertThat(column.times(10).plus(row)).hasShape(2, 1, 3).containsExactly(0, 1, 2, 10, 11, 12);
        assertThat(backend.scalar(1).plus(row)).hasShape(3).containsExactly(1, 2, 3);
        assertThat(backend.scalar(1).plus(backend.scalar(2))).hasShape().containsExactly(3);
        assertThat(row.plus(counting(DType.FLOAT32, 2, 3))).hasShape(2, 3).containsExactly(0, 2, 4, 3, 5, 7);
        assertThat(backend.zeros(Shape.of(1, 0), DType.FLOAT32).plus(backend.zeros(Shape.of(5, 1), DType.FLOAT32)))
                .hasShape(5, 0);
    }

    @Test
    void emptyTensorsGiveEmptyResultsOfTheRightType() {
        Tensor empty = backend.zeros(Shape.of(5, 0), DType.FLOAT32);
        assertThat(empty.exp()).hasShape(5, 0).hasDType(DType.FLOAT32);
        assertThat(empty.isNaN()).hasShape(5, 0).hasDType(DType.BOOL);
        assertThat(empty.plus(1)).hasShape(5, 0);
        assertThat(empty.less(1)).hasShape(5, 0).hasDType(DType.BOOL);
        assertThat(empty.cast(DType.INT64)).hasShape(5, 0).hasDType(DType.INT64);
        assertThat(Tensor.where(empty.isNaN(), empty, empty)).hasShape(5, 0);
    }

    @Test
    void clampsBetweenItsBounds() {
        assertThat(floats(-2, 0.5, 3, Double.NaN).clamp(-1, 1)).containsExactly(-1, 0.5, 1, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats(1).clamp(2, 1))
                .withMessage("clamp: low 2.0 must not exceed high 1.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> floats(1).clamp(Double.NaN, 1));
    }

    @Test
    void choosesByAConditionWithBroadcasting() {
        Tensor condition = backend.of(new boolean[] {true, false}, 2, 1);
        assertThat(Tensor.where(condition, ints(1, 2, 3), backend.scalar(0, DType.INT32)))
                .hasShape(2, 3)
                .hasDType(DType.INT32)
                .containsExactly(1, 2, 3, 0, 0, 0);
        assertThat(Tensor.where(booleans(true, false), floats(Double.NaN, Double.NaN), floats(-0.0, -0.0)))
                .containsExactly(Double.NaN, -0.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.where(floats(1), floats(1), floats(2)))
                .withMessage("where: takes a BOOL condition, but the tensor is FLOAT32. Use cast(DType) first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.where(booleans(true), floats(1), doubles(2)))
                .withMessageStartingWith("where: the operands are FLOAT32 and FLOAT64;");
    }

    @Test
    void castToTheSameTypeIsTheTensorItself() {
        Tensor x = floats(1);
        org.assertj.core.api.Assertions.assertThat(x.cast(DType.FLOAT32)).isSameAs(x);
    }

    @Test
    void refusesIntegerDivisionByZero() {
        for (BinaryOp op : List.of(BinaryOp.DIV, BinaryOp.REMAINDER)) {
            for (Tensor zero : List.of(ints(1, 0, 2), ints(0))) {
                assertThatExceptionOfType(ArithmeticException.class)
                        .isThrownBy(() -> ints(4, 5, 6).apply(op, zero))
                        .withMessage(op.label()
                                + ": an INT32 tensor is divided by zero. Mask zero divisors with where, or cast"
                                + " to a floating dtype.");
            }
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> longs(1).apply(op, 0))
                    .withMessageStartingWith(op.label() + ": an INT64 tensor is divided by zero.");
        }
        assertThat(floats(1).div(0)).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesShapesThatDoNotBroadcast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        backend.zeros(Shape.of(2, 3), DType.FLOAT32).plus(backend.zeros(Shape.of(4), DType.FLOAT32)))
                .withMessage(
                        "plus: shapes [2, 3] and [4] do not broadcast: lengths 3 and 4 differ at axis -1 and neither is 1."
                                + " Reshape one of them.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.zeros(Shape.of(0), DType.FLOAT32).plus(floats(1, 2)))
                .withMessageStartingWith("plus: shapes [0] and [2] do not broadcast");
    }

    @Test
    void specialFunctionsCheckTheirArguments() {
        assertThat(ElementwiseRules.special(SpecialOp.ERF, List.of(doubles(0, Double.POSITIVE_INFINITY))))
                .containsExactly(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElementwiseRules.special(SpecialOp.ERF, List.of(doubles(0), doubles(1))))
                .withMessage("erf: takes 1 arguments, but 2 were given.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElementwiseRules.special(SpecialOp.ERF, List.of(ints(1))))
                .withMessage("erf: takes FLOAT32 or FLOAT64, but the tensor is INT32. Use cast(DType) first.");
        assertThat(ElementwiseRules.special(SpecialOp.ERF, List.of(backend.zeros(Shape.of(0), DType.FLOAT32))))
                .hasShape(0);
    }
}
