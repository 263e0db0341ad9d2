package io.surprisal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostArrayTest {
    @Test
    void equalsByBits() {
        Shape shape = Shape.of(2);
        HostArray array = HostArray.wrap(new double[] {Double.NaN, 0}, shape);

        assertThat(array)
                .isEqualTo(HostArray.wrap(new double[] {Double.NaN, 0}, shape))
                .hasSameHashCodeAs(HostArray.wrap(new double[] {Double.NaN, 0}, shape))
                .isNotEqualTo(HostArray.wrap(new double[] {Double.NaN, -0.0}, shape))
                .isNotEqualTo(HostArray.wrap(new double[] {Double.NaN, 0}, Shape.of(1, 2)))
                .isNotEqualTo(HostArray.wrap(new float[] {Float.NaN, 0}, shape))
                .hasToString("HostArray [2] FLOAT64");
    }

    @ParameterizedTest
    @EnumSource
    void zerosReadAsZeros(DType dtype) {
        HostArray zeros = HostArray.zeros(Shape.of(2, 2), dtype);

        assertThat(zeros.dtype()).isEqualTo(dtype);
        assertThat(zeros.toDoubles()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void readsEveryTypeAsDoubles() {
        assertThat(HostArray.wrap(new float[] {0.5f}, Shape.of(1)).doubleAt(0)).isEqualTo(0.5);
        assertThat(HostArray.wrap(new int[] {-3}, Shape.of(1)).doubleAt(0)).isEqualTo(-3);
        assertThat(HostArray.wrap(new long[] {1L << 40}, Shape.of(1)).doubleAt(0))
                .isEqualTo(0x1p40);
        assertThat(HostArray.wrap(new boolean[] {true, false}, Shape.of(2)).toDoubles())
                .containsExactly(1, 0);
    }

    @Test
    void reshapesWithoutCopying() {
        float[] elements = {1, 2, 3, 4};
        HostArray reshaped = HostArray.wrap(elements, Shape.of(4)).reshape(Shape.of(2, 2));

        assertThat(reshaped.floats()).isSameAs(elements);
        assertThat(reshaped.shape()).isEqualTo(Shape.of(2, 2));
    }

    @Test
    void rejectsAWrongNumberOfElements() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostArray.wrap(new int[3], Shape.of(2, 2)))
                .withMessage("HostArray: 3 elements do not fill shape [2, 2], which needs 4. Change one of the two.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostArray.zeros(Shape.of(4), DType.BOOL).reshape(Shape.of(3)));
    }

    @Test
    void rejectsAccessAsAnotherType() {
        assertThatIllegalStateException()
                .isThrownBy(() -> HostArray.zeros(Shape.of(1), DType.INT32).floats())
                .withMessage(
                        "HostArray: the elements are INT32, not FLOAT32. Use toDoubles(), or cast the tensor first.");
    }
}
