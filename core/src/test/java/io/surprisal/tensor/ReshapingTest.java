package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReshapingTest extends OnReference {
    @ParameterizedTest
    @EnumSource
    void movesElementsOfEveryType(DType dtype) {
        Tensor x = counting(DType.INT64, 2, 3).remainder(2).cast(dtype);

        assertThat(x.transpose(1, 0)).hasDType(dtype).hasShape(3, 2).containsExactly(0, 1, 1, 0, 0, 1);
        assertThat(x.reverse(1)).hasDType(dtype).containsExactly(0, 1, 0, 1, 0, 1);
        assertThat(x.pad(1, 0, 1, 1)).hasDType(dtype).containsExactly(0, 1, 0, 1, 1, 0, 1, 1);
        assertThat(Tensor.concat(List.of(x, x), 0)).hasDType(dtype).hasShape(4, 3);
        assertThat(x.slice(0, 1, 2)).hasDType(dtype).containsExactly(1, 0, 1);
        assertThat(x.expandDims(0).broadcastTo(Shape.of(2, 2, 3)).select(0, 1)).isBitEqualTo(x);
        assertThat(x.gather(backend.of(new long[] {2, 0}, 1, 2), 1))
                .hasDType(dtype)
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void reshapesInRowMajorOrder() {
        Tensor x = counting(DType.INT32, 2, 3);
        assertThat(x.reshape(3, 2)).hasShape(3, 2).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(x.reshape(-1, 2)).hasShape(3, 2);
        assertThat(x.reshape(Shape.of(6, 1))).hasShape(6, 1);
        assertThat(x.flatten()).hasShape(6);
        assertThat(floats(7).reshape()).hasShape().containsExactly(7);
        assertThat(backend.zeros(Shape.of(5, 0), DType.FLOAT32).reshape(0, 3)).hasShape(0, 3);
        assertThat(x.reshape(2, 3)).isSameAs(x);
    }

    @Test
    void addsDropsAndExchangesAxes() {
        Tensor x = counting(DType.INT32, 2, 3);
        assertThat(x.expandDims(0)).hasShape(1, 2, 3);
        assertThat(x.expandDims(-1)).hasShape(2, 3, 1);
        assertThat(x.expandDims(1).squeeze(1)).hasShape(2, 3);
        assertThat(backend.scalar(1).expandDims(0)).hasShape(1);
        assertThat(counting(DType.INT32, 2, 3, 2).transpose(2, 0, 1))
                .hasShape(2, 2, 3)
                .containsExactly(0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11);
        assertThat(counting(DType.INT32, 2, 1, 3).swapAxes(0, -1))
                .hasShape(3, 1, 2)
                .containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(x.matrixTranspose()).hasShape(3, 2).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(x.transpose(0, 1)).isSameAs(x);
        assertThat(backend.zeros(Shape.of(5, 0), DType.FLOAT32).transpose(1, 0)).hasShape(0, 5);
    }

    @Test
    void repeatsToALargerShape() {
        assertThat(backend.of(new int[] {1, 2}, 2, 1).broadcastTo(Shape.of(3, 2, 2)))
                .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2);
        assertThat(backend.scalar(4).broadcastTo(Shape.of(2))).containsExactly(4, 4);
        assertThat(backend.scalar(4).broadcastTo(Shape.of(0, 2))).hasShape(0, 2);
    }

    @Test
    void reversesSomeOrAllAxes() {
        Tensor x = counting(DType.INT32, 2, 3);
        assertThat(x.reverse(0)).containsExactly(3, 4, 5, 0, 1, 2);
        assertThat(x.reverse()).containsExactly(5, 4, 3, 2, 1, 0);
        assertThat(backend.scalar(1).reverse()).hasShape().containsExactly(1);
    }

    @Test
    void slicesWithStartsEndsAndSteps() {
        Tensor x = counting(DType.INT32, 4, 5);
        assertThat(x.slice(new int[] {1, 0}, new int[] {4, 5}, new int[] {2, 3}))
                .hasShape(2, 2)
                .containsExactly(5, 8, 15, 18);
        assertThat(x.slice(0, 1, 2)).hasShape(1, 5).containsExactly(5, 6, 7, 8, 9);
        assertThat(x.slice(-1, 2, 2)).hasShape(4, 0);
        assertThat(x.slice(0, 0, 4)).isSameAs(x);
        assertThat(x.slice(new int[] {0, 4}, new int[] {1, 5}, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}))
                .containsExactly(4);
        assertThat(x.select(0, -1)).hasShape(5).containsExactly(15, 16, 17, 18, 19);
        assertThat(x.select(1, 2)).hasShape(4).containsExactly(2, 7, 12, 17);
    }

    @Test
    void padsOutsideAndBetween() {
        Tensor x = counting(DType.FLOAT32, 2, 2).plus(1);
        assertThat(x.pad(new int[] {1, 0}, new int[] {0, 1}, new int[] {1, 0}, 9))
                .hasShape(4, 3)
                .containsExactly(9, 9, 9, 1, 2, 9, 9, 9, 9, 3, 4, 9);
        assertThat(x.pad(-1, 1, 0, Double.NaN)).hasShape(2, 3).containsExactly(Double.NaN, 1, 2, Double.NaN, 3, 4);
        assertThat(backend.zeros(Shape.of(2, 0), DType.FLOAT32).pad(1, 1, 1, 3))
                .hasShape(2, 2)
                .containsExactly(3, 3, 3, 3);
        assertThat(x.pad(0, 0, 0, 5)).isSameAs(x);
    }

    @Test
    void padWithZeroIsTheAdjointOfSlice() {
        Tensor x = counting(DType.FLOAT64, 4, 5).sin();
        Tensor y = counting(DType.FLOAT64, 2, 2).cos();
        Tensor sliced = x.slice(new int[] {1, 0}, new int[] {4, 5}, new int[] {2, 3});
        Tensor padded = y.pad(new int[] {1, 0}, new int[] {0, 1}, new int[] {1, 2}, 0);

        assertThat(sliced.times(y).sum()).isCloseTo(x.times(padded).sum(), 1e-15, 0);
    }

    @Test
    void joinsAlongAxesOldAndNew() {
        Tensor x = counting(DType.INT32, 2, 2);
        Tensor y = counting(DType.INT32, 2, 1).plus(7);
        assertThat(Tensor.concat(List.of(x, y, x), 1)).hasShape(2, 5).containsExactly(0, 1, 7, 0, 1, 2, 3, 8, 2, 3);
        assertThat(Tensor.concat(List.of(x, backend.zeros(Shape.of(0, 2), DType.INT32)), 0))
                .isBitEqualTo(x);
        assertThat(Tensor.concat(List.of(backend.zeros(Shape.of(0, 2), DType.INT32)), 0))
                .hasShape(0, 2);
        assertThat(Tensor.stack(List.of(ints(1, 2), ints(3, 4)), 0))
                .hasShape(2, 2)
                .containsExactly(1, 2, 3, 4);
        assertThat(Tensor.stack(List.of(ints(1, 2), ints(3, 4)), -1))
                .hasShape(2, 2)
                .containsExactly(1, 3, 2, 4);
    }

    @Test
    void rejectsShapesOfAnotherSize() {
        Tensor x = counting(DType.INT32, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.reshape(4, 2))
                .withMessage(
                        "reshape: shape [2, 3] has 6 elements, but [4, 2] has 8. Use −1 for one axis to have its length"
                                + " computed.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.reshape(-1, 4))
                .withMessage("reshape: 6 elements of shape [2, 3] do not divide into [-1, 4]. Change the lengths.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.reshape(-1, -1))
                .withMessage("reshape: [-1, -1] has two lengths of −1. Only one can be computed.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.squeeze(0))
                .withMessage("squeeze: axis 0 of shape [2, 3] has length 2, not 1. Use select or a reduction.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.broadcastTo(Shape.of(2, 2)))
                .withMessage(
                        "broadcastTo: shape [2, 3] does not broadcast to [2, 2]: each axis must be equal, of length 1, or new"
                                + " in front.");
        assertThatIllegalArgumentException().isThrownBy(() -> x.broadcastTo(Shape.of(3)));
    }

    @Test
    void rejectsUnfitAxes() {
        Tensor x = counting(DType.INT32, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.transpose(0))
                .withMessage("transpose: [0] names 1 axes, but shape [2, 3] has 2. Name every axis once.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.transpose(0, -2))
                .withMessage("transpose: axis 0 is named twice in [0, -2] for shape [2, 3]. Name every axis once.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.swapAxes(0, 2))
                .withMessage("swapAxes: axis 2 is out of range for shape [2, 3]. Use -2 … 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ints(1).matrixTranspose())
                .withMessage(
                        "matrixTranspose: shape [1] is not a matrix. Give it two axes, with expandDims for a row or a column.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.expandDims(3))
                .withMessageStartingWith("expandDims: axis 3");
        assertThatIllegalArgumentException().isThrownBy(() -> x.reverse(2)).withMessageStartingWith("reverse: axis 2");
    }

    @Test
    void rejectsUnfitRanges() {
        Tensor x = counting(DType.INT32, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.slice(1, 2, 4))
                .withMessage(
                        "slice: 2 to 4 by 1 is not within axis 1 of shape [2, 3]. Use 0 ≤ start ≤ end ≤ 3 and a step of at"
                                + " least 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> x.slice(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> x.slice(1, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.slice(new int[] {0, 0}, new int[] {1, 1}, new int[] {1, 0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.slice(new int[1], new int[2], new int[2]))
                .withMessage(
                        "slice: starts, ends and steps name 1, 2 and 2 axes, but shape [2, 3] has 2. Name every axis.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.pad(0, -1, 0, 0))
                .withMessage(
                        "pad: low -1, high 0 and interior 0 at axis 0 must not be negative. Use slice to remove elements.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.pad(new int[2], new int[1], new int[2], 0))
                .withMessage(
                        "pad: low, high and interior name 2, 1 and 2 axes, but shape [2, 3] has 2. Name every axis.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.pad(0, Integer.MAX_VALUE, 0, 0))
                .withMessage(
                        "pad: an axis of length 2147483649 would exceed 2147483647, the most that one axis can have. Work on"
                                + " parts.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.pad(0, 1, 0, 0.5))
                .withMessageStartingWith("pad: 0.5 is not a whole number that INT32 holds exactly.");
    }

    @Test
    void rejectsPartsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.concat(List.of(), 0))
                .withMessage("concat: no tensors were given. Pass at least one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.concat(List.of(counting(DType.INT32, 2, 2), counting(DType.INT32, 2, 3)), 0))
                .withMessage(
                        "concat: shapes [2, 2] and [2, 3] differ in an axis other than 0. Reshape or slice one of them.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.concat(List.of(floats(1), ints(1)), 0))
                .withMessage("concat: the operands are FLOAT32 and INT32; there is no silent promotion. Cast one:"
                        + " x.cast(DType.INT32).");
        assertThatIllegalArgumentException().isThrownBy(() -> Tensor.stack(List.of(ints(1), ints(1, 2)), 0));
    }

    @Test
    void rejectsWhatCannotBeStacked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.stack(List.of(), 0))
                .withMessage("stack: no tensors were given. Pass at least one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.stack(List.of(ints(1, 2), ints(3, 4)), 9))
                .withMessage("stack: axis 9 does not exist in a stack of tensors of shape [2]. Use -2 … 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.stack(List.of(ints(1, 2), ints(3)), 0))
                .withMessage(
                        "stack: shapes [2] and [1] differ. Reshape one of them, or use concat along an axis that there is.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.stack(List.of(ints(1), floats(1)), 0))
                .withMessageStartingWith("stack: the operands are INT32 and FLOAT32;");
        assertThat(Tensor.stack(List.of(ints(1, 2), ints(3, 4)), -1))
                .hasShape(2, 2)
                .containsExactly(1, 3, 2, 4);
        assertThat(Tensor.stack(List.of(ints(1, 2), ints(3, 4)), -2))
                .hasShape(2, 2)
                .containsExactly(1, 2, 3, 4);
    }
}
