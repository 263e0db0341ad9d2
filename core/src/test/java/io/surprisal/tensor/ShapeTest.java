package io.surprisal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void knowsRankSizeAndStrides() {
        Shape shape = Shape.of(2, 3, 4);

        assertThat(shape.rank()).isEqualTo(3);
        assertThat(shape.size()).isEqualTo(24);
        assertThat(shape.strides()).containsExactly(12, 4, 1);
        assertThat(shape.dims()).containsExactly(2, 3, 4);
        assertThat(shape.dim(-1)).isEqualTo(4);
        assertThat(shape.at(1)).isEqualTo(3);
        assertThat(shape).hasToString("[2, 3, 4]");
    }

    @Test
    void scalarHasOneElementAndNoAxes() {
        assertThat(Shape.of()).isSameAs(Shape.scalar());
        assertThat(Shape.scalar().size()).isOne();
        assertThat(Shape.scalar().rank()).isZero();
        assertThat(Shape.scalar().isEmpty()).isFalse();
        assertThat(Shape.scalar()).hasToString("[]");
    }

    @Test
    void aLengthOfZeroMakesItEmptyHoweverLongTheOthers() {
        assertThat(Shape.of(5, 0).isEmpty()).isTrue();
        assertThat(Shape.of(Integer.MAX_VALUE, 0, Integer.MAX_VALUE).size()).isZero();
        assertThat(Shape.of(65_536, 65_536, 0)).isEqualTo(Shape.of(65_536, 65_536, 0));
        assertThat(Shape.of(65_536, 65_536, 0).size()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(65_536, 65_536, 0).axes(0, 2))
                .withMessageContaining("more than 2147483647 elements");
    }

    @Test
    void doesNotShareItsLengthsWithCallers() {
        int[] dims = {2, 3};
        Shape shape = Shape.of(dims);
        dims[0] = 9;
        shape.dims()[1] = 9;

        assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(shape).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo("[2, 3]");
    }

    @Test
    void buildsOtherShapes() {
        assertThat(Shape.of(2, 3).then(Shape.of(4))).isEqualTo(Shape.of(2, 3, 4));
        assertThat(Shape.of(2, 3, 4).axes(1, 3)).isEqualTo(Shape.of(3, 4));
        assertThat(Shape.of(2, 3, 4).axes(1, 1)).isEqualTo(Shape.scalar());
        assertThat(Shape.of(2, 3).with(-1, 7)).isEqualTo(Shape.of(2, 7));
    }

    @Test
    void rejectsNegativeLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, -3))
                .withMessage("Shape: axis lengths must be ≥ 0, but the shape is [2, -3].");
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(0, -3));
    }

    @Test
    void rejectsMoreElementsThanAnArrayHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(65536, 32768))
                .withMessage(
                        "Shape: [65536, 32768] has more than 2147483647 elements, the most that one tensor can hold."
                                + " Split it along an axis.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void rejectsMoreAxesThanNativeLibrariesHaveRoomFor() {
        int[] ones = new int[Shape.MAXIMUM_RANK];
        Arrays.fill(ones, 1);
        assertThat(Shape.of(ones).rank()).isEqualTo(32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(ones).then(Shape.of(3)))
                .withMessageStartingWith("Shape: [1, 1, ")
                .withMessageEndingWith("has 33 axes, but a tensor has at most 32. Merge neighbouring axes into one.");
    }

    @Test
    void rejectsAxesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, 3).dim(2))
                .withMessage("dim: axis 2 is out of range for shape [2, 3]. Use -2 … 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.scalar().dim(-1))
                .withMessage("dim: axis -1 is out of range for shape []. A scalar has no axes.");
    }
}
