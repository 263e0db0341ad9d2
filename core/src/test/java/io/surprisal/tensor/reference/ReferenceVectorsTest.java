package io.surprisal.tensor.reference;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of the enums on every dtype that it takes, against exact values rounded once. */
class ReferenceVectorsTest {
    private static final ReferenceVectors UNARY = ReferenceVectors.read("unary.csv");
    private static final ReferenceVectors BINARY = ReferenceVectors.read("binary.csv");
    private static final ReferenceVectors CAST = ReferenceVectors.read("cast.csv");
    private static final ReferenceVectors REDUCE = ReferenceVectors.read("reduce.csv");

    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void close() {
        backend.close();
    }

    @ParameterizedTest
    @EnumSource
    void unaryOperationsMeetTheirVectors(UnaryOp op) {
        var byDType = UNARY.of(op.name());
        assertThat(byDType.keySet()).isEqualTo(takenBy(x -> x.apply(op)));

        byDType.forEach((dtype, rows) -> {
            Tensor result = backend.of(ReferenceVectors.column(rows, 0, dtype)).apply(op);
            HostArray expected = ReferenceVectors.column(rows, 1, result.dtype());
            assertMeets(result, expected, dtype == DType.FLOAT64 ? ulps(op) : isExact(op) ? 0 : 1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void binaryOperationsMeetTheirVectors(BinaryOp op) {
        var byDType = BINARY.of(op.name());
        assertThat(byDType.keySet()).isEqualTo(takenBy(x -> x.apply(op, x)));

        byDType.forEach((dtype, rows) -> {
            Tensor a = backend.of(ReferenceVectors.column(rows, 0, dtype));
            Tensor b = backend.of(ReferenceVectors.column(rows, 1, dtype));
            Tensor result = a.apply(op, b);
            boolean inexact = op == BinaryOp.POW || op == BinaryOp.ATAN2;
            assertMeets(result, ReferenceVectors.column(rows, 2, result.dtype()), inexact ? 1 : 0);
        });
    }

    @ParameterizedTest
    @EnumSource
    void castsMeetTheirVectors(DType from) {
        Set<DType> targets = CAST.of(from.name()).keySet();
        assertThat(targets).isEqualTo(EnumSet.complementOf(EnumSet.of(from)));

        CAST.of(from.name()).forEach((to, rows) -> {
            Tensor result = backend.of(ReferenceVectors.column(rows, 0, from)).cast(to);
            assertThat(result).isBitEqualTo(ReferenceVectors.column(rows, 1, to));
        });
    }

    @ParameterizedTest
    @EnumSource
    void reductionsMeetTheirVectors(ReduceOp op) {
        var byDType = REDUCE.of(op.name());
        assertThat(byDType.keySet()).isEqualTo(takenBy(x -> x.reduce(op)));

        byDType.forEach((dtype, rows) -> {
            for (List<String> row : rows) {
                Tensor result = backend.of(ReferenceVectors.parse(row.subList(1, row.size()), dtype))
                        .reduce(op);
                // A product of n doubles has n − 1 roundings.
                long ulps = op == ReduceOp.PRODUCT && dtype == DType.FLOAT64 ? row.size() : 0;
                assertMeets(result, ReferenceVectors.parse(row.subList(0, 1), result.dtype()), ulps);
            }
        });
    }

    @Test
    void inverseHyperbolicFunctionsAreOddAndKeepTheSignOfZero() {
        Tensor zero = backend.scalar(-0.0, DType.FLOAT64);
        assertThat(zero.asinh()).containsExactly(-0.0);
        assertThat(zero.atanh()).containsExactly(-0.0);
    }

    /** The dtypes that core lets through to a kernel. */
    private Set<DType> takenBy(Consumer<Tensor> operation) {
        Set<DType> taken = EnumSet.noneOf(DType.class);
        for (DType dtype : DType.values()) {
            try {
                operation.accept(backend.scalar(1, dtype));
                taken.add(dtype);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("takes");
            }
        }
        return taken;
    }

    private static void assertMeets(Tensor actual, HostArray expected, long ulps) {
        if (ulps == 0) {
            assertThat(actual.reshape(expected.shape())).isBitEqualTo(expected);
        } else {
            assertThat(actual).isWithinUlps(expected.toDoubles(), ulps);
        }
    }

    private static boolean isExact(UnaryOp op) {
        return ulps(op) == 0;
    }

    /** What the FLOAT64 kernels keep to: correctly rounded, or the bounds of fdlibm and of the functions that Java lacks. */
    private static long ulps(UnaryOp op) {
        return switch (op) {
            case NEG, ABS, SIGN, FLOOR, CEIL, ROUND, SQRT, SQUARE, RECIPROCAL, RELU, IS_NAN, IS_FINITE, NOT -> 0;
            case EXP, EXPM1, LOG, LOG1P, SIN, COS, TAN, ASIN, ACOS, ATAN -> 1;
            case SINH, COSH, TANH, ASINH, ACOSH, ATANH, SIGMOID, SOFTPLUS -> 2;
        };
    }
}
