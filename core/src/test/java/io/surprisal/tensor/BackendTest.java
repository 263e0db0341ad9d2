package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackendTest extends OnReference {
    @Test
    void makesTensorsOfEveryJavaArray() {
        assertThat(backend.of(new float[] {1, 2}))
                .hasDType(DType.FLOAT32)
                .hasShape(2)
                .containsExactly(1, 2);
        assertThat(backend.of(new double[] {1, 2}, 2, 1))
                .hasDType(DType.FLOAT64)
                .hasShape(2, 1);
        assertThat(backend.of(new int[] {1, 2})).hasDType(DType.INT32).containsExactly(1, 2);
        assertThat(backend.of(new long[] {1, 2})).hasDType(DType.INT64).containsExactly(1, 2);
        assertThat(backend.of(new boolean[] {true, false})).hasDType(DType.BOOL).containsExactly(1, 0);
        assertThat(backend.of(HostArray.wrap(new float[] {7}, Shape.scalar())))
                .hasShape()
                .containsExactly(7);
    }

    @Test
    void copiesWhatItIsGivenAndWhatItGives() {
        float[] elements = {1, 2};
        Tensor x = backend.of(elements);
        elements[0] = 9;
        x.toFloats()[1] = 9;

        assertThat(x).containsExactly(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void fillsEveryType(DType dtype) {
        assertThat(backend.zeros(Shape.of(2), dtype)).hasDType(dtype).containsExactly(0, 0);
        assertThat(backend.ones(Shape.of(2), dtype)).hasDType(dtype).containsExactly(1, 1);
        assertThat(backend.scalar(1, dtype)).hasDType(dtype).hasShape();
        assertThat(backend.zeros(Shape.of(5, 0), dtype))
                .hasDType(dtype)
                .hasShape(5, 0)
                .containsExactly();
    }

    @Test
    void makesSequences() {
        assertThat(backend.arange(4)).hasDType(DType.INT64).containsExactly(0, 1, 2, 3);
        assertThat(backend.arange(0)).hasShape(0);
        assertThat(backend.linspace(-1, 1, 5, DType.FLOAT32))
                .hasDType(DType.FLOAT32)
                .containsExactly(-1, -0.5, 0, 0.5, 1);
        assertThat(backend.linspace(0.1, 0.7, 3, DType.FLOAT64).select(0, 2)).containsExactly(0.7);
        assertThat(backend.eye(2, DType.FLOAT32)).hasShape(2, 2).containsExactly(1, 0, 0, 1);
        assertThat(backend.eye(0, DType.FLOAT32)).hasShape(0, 0);
    }

    @Test
    void namesItselfAndItsState() {
        assertThat(backend.name()).isEqualTo("reference");
        assertThat(backend).hasToString("backend reference (plain Java, one thread)");
        assertThat(floats(1, 2)).asString().isEqualTo("tensor [2] FLOAT32 on reference");
        assertThat(backend.info().details()).containsKey("java");
    }

    @Test
    void handsArraysInAndOut() {
        Tensor x = floats(1, 2);
        assertThat(backend.arrayOf(x)).isSameAs(backend.arrayOf(x));
        Tensor empty = backend.zeros(Shape.of(0), DType.FLOAT32);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.arrayOf(empty))
                .withMessage(
                        "arrayOf: tensor [0] FLOAT32 on reference has no array of backend reference. Pass a tensor of this"
                                + " backend, outside gradient calls, with at least one element.");
    }

    @Test
    void refusesNumbersThatAnIntegerTypeCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.full(Shape.of(2), DType.INT32, 0.5))
                .withMessage(
                        "full: 0.5 is not a whole number that INT32 holds exactly. Use a whole number, or a floating dtype.");
        assertThatIllegalArgumentException().isThrownBy(() -> backend.scalar(0x1p31, DType.INT32));
        assertThatIllegalArgumentException().isThrownBy(() -> backend.scalar(Double.NaN, DType.INT64));
        assertThatIllegalArgumentException().isThrownBy(() -> backend.scalar(Double.POSITIVE_INFINITY, DType.INT64));
        assertThat(backend.scalar(-0x1p31, DType.INT32)).containsExactly(-0x1p31);
    }

    @Test
    void refusesUnfitSequences() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.linspace(0, 1, 1, DType.FLOAT32))
                .withMessage("linspace: 1 points have no spacing. Ask for at least 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.linspace(0, 1, 3, DType.INT32))
                .withMessage("linspace: takes FLOAT32 or FLOAT64, but the tensor is INT32. Use cast(DType) first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.of(new float[3], 2, 2))
                .withMessage("HostArray: 3 elements do not fill shape [2, 2], which needs 4. Change one of the two.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.eye(100_000, DType.FLOAT32))
                .withMessageStartingWith("Shape: [100000, 100000] has more than 2147483647 elements");
    }

    @Test
    void copiesToAnotherBackendAndRefusesToMixTwo() {
        try (Backend other = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()))) {
            Tensor here = floats(1, 2);
            Tensor there = here.to(other);

            assertThat(there.backend()).isSameAs(other);
            assertThat(there).isBitEqualTo(here);
            assertThat(here.to(backend)).isSameAs(here);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> here.plus(there))
                    .withMessage("plus: the operands live on different backends, reference and reference. Copy one with"
                            + " to(backend).");
        }
    }

    @Test
    void refusesWorkAfterItsClose() {
        Backend closed = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
        Tensor x = closed.scalar(1);
        closed.close();
        closed.close();

        assertThat(closed.liveArrays()).isZero();
        assertThat(closed).hasToString("backend reference (plain Java, one thread), closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> x.exp())
                .withMessage(
                        "exp: backend reference was closed, and its tensors with it. Open a new one with Backends.open().");
        assertThatIllegalStateException().isThrownBy(() -> closed.scalar(1)).withMessageStartingWith("full: backend");
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.of(new float[1]))
                .withMessageStartingWith("of: ");
        assertThatIllegalStateException().isThrownBy(x::toHost).withMessageStartingWith("toHost: ");
        assertThatIllegalStateException().isThrownBy(closed::synchronize).withMessageStartingWith("synchronize: ");
        x.release();
        assertThat(x.isReleased()).isTrue();
    }

    @Test
    void evenlySpacedNumbersEndExactlyAtInfinity() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(backend.linspace(-infinity, 0, 3, DType.FLOAT64)).containsExactly(-infinity, -infinity, 0);
        assertThat(backend.linspace(1, infinity, 3, DType.FLOAT32)).containsExactly(1, infinity, infinity);
    }

    @Test
    void saysThatThereIsNoMemory() {
        assertThatThrownBy(() -> backend.zeros(Shape.of(Integer.MAX_VALUE), DType.FLOAT64))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("full: [2147483647] FLOAT64 takes 16383 MiB, for which backend ");
    }

    @Test
    void releasedTensorsWithoutElementsAreRefusedToo() {
        Shape none = Shape.of(0, 3);
        Tensor whole = backend.zeros(Shape.of(3, 3), DType.FLOAT32);
        List<UnaryOperator<Tensor>> operations = List.of(
                Tensor::exp,
                x -> x.cast(DType.INT32),
                x -> x.plus(1),
                x -> x.plus(x),
                x -> x.sum(),
                x -> x.argmax(1),
                x -> x.argsort(0),
                x -> x.reshape(3, 0),
                x -> x.transpose(1, 0),
                x -> x.matmul(whole),
                x -> Tensor.concat(List.of(x, x), 0),
                x -> Tensor.where(x.less(0), x, x),
                x -> x.digamma(),
                x -> backend.of(x.toHost()));
        for (UnaryOperator<Tensor> operation : operations) {
            Tensor empty = backend.zeros(none, DType.FLOAT32);
            assertThat(operation.apply(empty).isReleased()).isFalse();
            empty.release();
            assertThatThrownBy(() -> operation.apply(empty))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was released when its scope closed");
        }
    }

    @Test
    void nothingIsDividedWhereThereIsNothing() {
        Tensor none = backend.zeros(Shape.of(0), DType.INT64);
        assertThat(none.div(0)).hasShape(0);
        assertThat(none.div(none)).hasShape(0);
        assertThat(none.remainder(backend.of(new long[] {0}))).hasShape(0);
    }

    @Test
    void adoptsArraysOfItsOwnTypeAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.adopt("x"))
                .withMessage("adopt: an object of class java.lang.String is not an array of backend reference."
                        + " Pass one of its own type, or use of(…) for Java arrays.");
    }
}
