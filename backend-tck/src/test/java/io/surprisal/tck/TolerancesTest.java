package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;
import org.junit.jupiter.api.Test;

/** The table of tolerances and its exceptions. */
class TolerancesTest {
    @Test
    void correctlyRoundedOperationsHaveNoError() {
        assertThat(allowed(Tolerances.standard().of(BinaryOp.DIV, DType.FLOAT32), DType.FLOAT32))
                .isZero();
        assertThat(allowed(Tolerances.standard().of(UnaryOp.SQRT, DType.FLOAT64), DType.FLOAT64))
                .isZero();
    }

    @Test
    void anExceptionHoldsForItsOperationAndTypeOnly() {
        Tolerances loose = Tolerances.standard().with(UnaryOp.EXP, DType.FLOAT32, 9);
        assertThat(allowed(loose.of(UnaryOp.EXP, DType.FLOAT32), DType.FLOAT32)).isEqualTo(9 * 0x1p-23);
        assertThat(allowed(loose.of(UnaryOp.EXP, DType.FLOAT64), DType.FLOAT64)).isEqualTo(4 * 0x1p-52);
        assertThat(allowed(loose.of(UnaryOp.LOG, DType.FLOAT32), DType.FLOAT32)).isEqualTo(4 * 0x1p-23);
        assertThat(allowed(Tolerances.standard().of(UnaryOp.EXP, DType.FLOAT32), DType.FLOAT32))
                .isEqualTo(4 * 0x1p-23);
    }

    @Test
    void rejectsNegativeAndUndefinedTolerances() {
        assertThatThrownBy(() -> Tolerances.standard().with(UnaryOp.EXP, DType.FLOAT32, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tolerances.standard().with(UnaryOp.EXP, DType.FLOAT32, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double allowed(Bound bound, DType dtype) {
        return bound.at(0, 1, dtype);
    }
}
