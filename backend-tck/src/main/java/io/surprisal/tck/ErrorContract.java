package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.spi.BackendInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Misuse is refused with an exception that says what is wrong; the backend works on. */
abstract class ErrorContract extends ContractGroup {
    ErrorContract(BackendContract contract) {
        super(contract);
    }

    @Test
    final void twoBackendsDoNotMix() {
        try (Backend other = Backend.over(contract().open())) {
            Tensor here = backend().scalar(1);
            Tensor there = other.scalar(2);
            assertThatThrownBy(() -> here.plus(there))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("to(backend)");
            assertThat(here.plus(there.to(backend())).item()).as("after a copy").isEqualTo(3);
            there.release();
        }
    }

    @Test
    final void aClosedBackendIsRefused() {
        Backend other = Backend.over(contract().open());
        Tensor there = other.of(new float[] {1, 2, 3});
        other.close();
        assertThatThrownBy(() -> other.of(new float[] {1})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> there.plus(1)).isInstanceOf(IllegalStateException.class);
        there.release();
        assertThat(backend().scalar(1).plus(1).item())
                .as("another instance works on")
                .isEqualTo(2);
    }

    @Test
    final void theBackendSaysWhatItIs() {
        BackendInfo info = backend().info();
        assertThat(info.name()).as("name").isNotBlank();
        assertThat(info.device()).as("device").isNotBlank();
        backend().synchronize();
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"INT32", "INT64"})
    final void integersAreNotDividedByZero(DType dtype) {
        Tensor divisors = backend().of(Elements.of(dtype, Shape.of(5), 3, -2, 1, 0, 7));
        Tensor ones = backend().ones(Shape.of(5), dtype);
        assertThatThrownBy(() -> ones.div(divisors)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ones.remainder(divisors)).isInstanceOf(ArithmeticException.class);
        assertThat(divisors.div(divisors.plus(10)).toDoubles())
                .as("no zero divides here")
                .containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    final void indicesOutsideTheAxisAreRefused() {
        Tensor x = backend().of(new float[] {1, 2, 3});
        for (long index : new long[] {-1, 3, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Tensor indices = backend().of(new long[] {0, 1, index, 2});
            assertThatThrownBy(() -> x.gather(indices, 0))
                    .as("gather at %d", index)
                    .isInstanceOf(IndexOutOfBoundsException.class);
            Tensor updates = backend().ones(Shape.of(4), DType.FLOAT32);
            assertThatThrownBy(() -> x.scatterAdd(indices, updates, 0))
                    .as("scatterAdd at %d", index)
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** Spans and paddings whose sums wrap around in 32 bits, which native code would follow out of its memory. */
    @Test
    final void convolutionsOutsideTheInputAreRefused() {
        Tensor image = backend().ones(Shape.of(1, 1, 8, 8), DType.FLOAT32);
        Tensor filters = backend().ones(Shape.of(1, 1, 5, 1), DType.FLOAT32);
        Convolution dilated = new Convolution(1, 1, 0, 0, 0, 0, 1 << 30, 1);
        assertThatThrownBy(() -> image.convolve(filters, dilated))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> image.convolveFilterBackward(image, dilated, 5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> image.convolveInputBackward(filters, dilated, 8, 8))
                .isInstanceOf(IllegalArgumentException.class);
        Convolution padded = new Convolution(1, 1, Integer.MAX_VALUE, 0, 0, 0, 1, 1);
        assertThatThrownBy(() -> image.convolve(filters, padded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Pad less");
        assertThat(image.convolve(filters, Convolution.plain()).toDoubles())
                .as("the backend works on")
                .containsOnly(5);
    }

    /** Core never calls a kernel without elements; the tensors around it must work all the same. */
    @ParameterizedTest
    @EnumSource(DType.class)
    final void emptyTensorsNeedNoKernel(DType dtype) {
        Tensor empty = backend().zeros(Shape.of(0, 3), dtype);
        assertThat(empty.sum().item()).as("sum of nothing").isZero();
        assertThat(empty.transpose(1, 0).shape()).as("shape").isEqualTo(Shape.of(3, 0));
        assertThat(empty.equalTo(empty).all().toBooleans()).as("all of nothing").containsExactly(true);
        assertThat(Tensor.concat(List.of(empty, backend().ones(Shape.of(2, 3), dtype)), 0)
                        .shape())
                .as("shape of a concatenation")
                .isEqualTo(Shape.of(2, 3));
    }
}
