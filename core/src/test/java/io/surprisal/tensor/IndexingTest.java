package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IndexingTest extends OnReference {
    @Test
    void takesAlongAnAxis() {
        Tensor x = counting(DType.FLOAT32, 3, 2);
        assertThat(x.gather(backend.of(new long[] {2, 0, 0, 1}, 2, 2), 0))
                .hasShape(2, 2)
                .containsExactly(4, 1, 0, 3);
        assertThat(x.gather(backend.of(new long[] {1, 0, 1}, 3, 1), 1))
                .hasShape(3, 1)
                .containsExactly(1, 2, 5);
        assertThat(x.gather(backend.of(new long[] {1, 1}, 1, 2), -1))
                .hasShape(3, 2)
                .containsExactly(1, 1, 3, 3, 5, 5);
        assertThat(x.gather(backend.zeros(Shape.of(0, 2), DType.INT64), 0)).hasShape(0, 2);
    }

    @Test
    void selectsRowsAndColumns() {
        Tensor x = counting(DType.INT32, 3, 2);
        assertThat(x.indexSelect(longs(2, 2, 0), 0)).hasShape(3, 2).containsExactly(4, 5, 4, 5, 0, 1);
        assertThat(x.indexSelect(longs(1), -1)).hasShape(3, 1).containsExactly(1, 3, 5);
        assertThat(x.indexSelect(longs(), 0)).hasShape(0, 2);
    }

    @Test
    void duplicatesAddUp() {
        Tensor zeros = backend.zeros(Shape.of(3), DType.FLOAT32);
        assertThat(zeros.scatterAdd(longs(1, 1, 2), floats(1, 2, 4), 0)).containsExactly(0, 3, 4);
        assertThat(zeros).containsExactly(0, 0, 0);
        assertThat(counting(DType.INT32, 2, 2)
                        .scatterAdd(
                                backend.of(new long[] {1, 1, 1}, 3, 1), backend.ones(Shape.of(3, 2), DType.INT32), 0))
                .containsExactly(0, 1, 5, 6);
        assertThat(ints(Integer.MAX_VALUE).scatterAdd(longs(0), ints(1), 0)).containsExactly(Integer.MIN_VALUE);
        assertThat(zeros.scatterAdd(longs(), floats(), 0)).isBitEqualTo(zeros);
    }

    @Test
    void scatterAddIsTheAdjointOfGather() {
        Tensor x = counting(DType.FLOAT64, 3, 4).sin();
        Tensor y = counting(DType.FLOAT64, 5, 4).cos();
        Tensor indices = backend.of(new long[] {2, 0, 2, 1, 2}, 5, 1);
        Tensor scattered = backend.zeros(Shape.of(3, 4), DType.FLOAT64).scatterAdd(indices, y, 0);

        assertThat(x.gather(indices, 0).times(y).sum())
                .isCloseTo(x.times(scattered).sum(), 1e-14, 0);
    }

    @Test
    void marksClassesByOnes() {
        assertThat(longs(2, 0).oneHot(3, DType.FLOAT32)).hasShape(2, 3).containsExactly(0, 0, 1, 1, 0, 0);
        assertThat(backend.scalar(1, DType.INT64).oneHot(2, DType.INT32))
                .hasShape(2)
                .hasDType(DType.INT32)
                .containsExactly(0, 1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> longs(3).oneHot(3, DType.FLOAT32))
                .withMessageContaining("index 3 is outside axis 1 of shape [1, 3]");
    }

    @Test
    void rejectsIndicesOutOfBounds() {
        Tensor x = counting(DType.FLOAT32, 3, 2);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> x.gather(backend.of(new long[] {0, 3}, 2, 1), 0))
                .withMessage("gather: index 3 is outside axis 0 of shape [3, 2]. Use 0 … 2.");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> x.indexSelect(longs(-1), 0))
                .withMessage("gather: index -1 is outside axis 0 of shape [3, 2]. Use 0 … 2.");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> floats(1).scatterAdd(longs(Long.MAX_VALUE), floats(1), 0))
                .withMessageStartingWith("scatterAdd: index 9223372036854775807 is outside");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> backend.zeros(Shape.of(0, 2), DType.FLOAT32).indexSelect(longs(0), 0))
                .withMessage("gather: index 0 is outside axis 0 of shape [0, 2], which has no elements.");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> x.select(0, 3))
                .withMessage("select: index 3 is outside axis 0 of shape [3, 2]. Use -3 … 2.");
    }

    @Test
    void rejectsIndicesThatDoNotFit() {
        Tensor x = counting(DType.FLOAT32, 3, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.gather(ints(0), 0))
                .withMessage("gather: indices must be INT64, but they are INT32. Use cast(DType.INT64).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.gather(longs(0), 0))
                .withMessage(
                        "gather: indices of shape [1] and a tensor of shape [3, 2] need one number of axes. Reshape the"
                                + " indices; lengths of 1 repeat.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.gather(counting(DType.INT64, 1, 3), 0))
                .withMessage("gather: indices of shape [1, 3] do not fit [3, 2] at axis 1: its length must be 1 or 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.indexSelect(counting(DType.INT64, 1, 1), 0))
                .withMessage("indexSelect: indices of shape [1, 1] must be a vector. Use gather for more axes.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.scatterAdd(counting(DType.INT64, 1, 1), floats(1, 2), 0))
                .withMessage(
                        "scatterAdd: updates of shape [2] do not fit indices [1, 1] along axis 0 of [3, 2]. They need shape"
                                + " [1, 2].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booleans(true).scatterAdd(longs(0), booleans(true), 0))
                .withMessage("scatterAdd: takes numbers, but the tensor is BOOL. Use cast(DType) first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats(1).scatterAdd(longs(0), doubles(1), 0))
                .withMessageStartingWith("scatterAdd: the operands are FLOAT32 and FLOAT64;");
    }

    @Test
    void saysWhichOperationHasNoSuchAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats(1, 2).select(7, 0))
                .withMessage("select: axis 7 is out of range for shape [2]. Use -1 … 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> longs(0).oneHot(-1, DType.FLOAT32))
                .withMessage("oneHot: the number of classes must not be negative, but is -1. Count them from 0.");
    }
}
