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
    void readsWholeNumbersAndTruthValuesExactly() {
        long[] beyondDoubles = {(1L << 53) + 1, Long.MIN_VALUE};
        assertThat(HostArray.wrap(beyondDoubles, Shape.of(2)).toLongs())
                .containsExactly(beyondDoubles)
                .isNotSameAs(beyondDoubles);
        assertThat(HostArray.wrap(new int[] {-3}, Shape.of(1)).toLongs()).containsExactly(-3);
        assertThat(HostArray.wrap(new boolean[] {true, false}, Shape.of(2)).toLongs())
                .containsExactly(1, 0);
        assertThatIllegalStateException()
                .isThrownBy(() -> HostArray.wrap(new float[1], Shape.of(1)).toLongs())
                .withMessage(
                        "HostArray: the elements are FLOAT32, not whole numbers. Use toDoubles(), or cast the tensor"
                                + " first.");
    }

    @Test
    void takesRealNumbersAsElementsOfEveryType() {
        double[] reals = {-2.7, 1e300, Double.NaN, 0};
        Shape shape = Shape.of(4);

        assertThat(HostArray.fromReals(reals, shape, DType.FLOAT64).doubles()).isSameAs(reals);
        assertThat(HostArray.fromReals(reals, shape, DType.FLOAT32).floats())
                .containsExactly(-2.7f, Float.POSITIVE_INFINITY, Float.NaN, 0);
        assertThat(HostArray.fromReals(reals, shape, DType.INT32).ints()).containsExactly(-2, Integer.MAX_VALUE, 0, 0);
        assertThat(HostArray.fromReals(reals, shape, DType.INT64).longs()).containsExactly(-2, Long.MAX_VALUE, 0, 0);
        assertThat(HostArray.fromReals(reals, shape, DType.BOOL).booleans()).containsExactly(true, true, true, false);
    }

    /** 2²⁴ + 1 and 2⁵³ + 1 lie half-way between two numbers of FLOAT32 and FLOAT64, and round to the even one. */
    @Test
    void takesWholeNumbersAsElementsOfEveryType() {
        long[] whole = {(1 << 24) + 1, (1L << 53) + 1, (5L << 32) - 7, 0};
        Shape shape = Shape.of(4);

        assertThat(HostArray.fromIntegers(whole, shape, DType.INT64).longs()).isSameAs(whole);
        assertThat(HostArray.fromIntegers(whole, shape, DType.INT32).ints()).containsExactly((1 << 24) + 1, 1, -7, 0);
        assertThat(HostArray.fromIntegers(whole, shape, DType.FLOAT64).doubles())
                .containsExactly(0x1p24 + 1, 0x1p53, 5 * 0x1p32 - 7, 0);
        assertThat(HostArray.fromIntegers(whole, shape, DType.FLOAT32).floats())
                .containsExactly(0x1p24f, 0x1p53f, 5 * 0x1p32f, 0);
        assertThat(HostArray.fromIntegers(whole, shape, DType.BOOL).booleans())
                .containsExactly(true, true, true, false);
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
