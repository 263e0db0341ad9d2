package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TensorTest extends OnReference {
    @Test
    void knowsItsShapeTypeAndBackend() {
        Tensor x = counting(DType.FLOAT32, 2, 3);
        assertThat(x.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(x.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(x.backend()).isSameAs(backend);
        assertThat(x.rank()).isEqualTo(2);
        assertThat(x.size()).isEqualTo(6);
    }

    @Test
    void givesItsElementsToTheHost() {
        assertThat(floats(1, 2).toFloats()).containsExactly(1, 2);
        assertThat(ints(1, -2).toDoubles()).containsExactly(1, -2);
        assertThat(longs(1, Long.MIN_VALUE).toLongs()).containsExactly(1, Long.MIN_VALUE);
        assertThat(booleans(true, false).toBooleans()).containsExactly(true, false);
        assertThat(doubles(0.1).item()).isEqualTo(0.1);
        assertThat(booleans(true).item()).isEqualTo(1);
        assertThat(counting(DType.INT32, 2, 0).toHost().ints()).isEmpty();
    }

    @Test
    void anItemIsTheOnlyOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> floats(1, 2).item())
                .withMessage("item: a tensor of shape [2] has 2 elements, not 1. Use toDoubles().");
        assertThatIllegalStateException().isThrownBy(() -> floats().item());
        assertThatIllegalStateException()
                .isThrownBy(() -> doubles(1).toFloats())
                .withMessageStartingWith("HostArray: the elements are FLOAT64, not FLOAT32.");
    }

    @Test
    void isATreeOfItself() {
        Tensor x = floats(1);
        List<Tensor> seen = new ArrayList<>();
        x.forEachTensor(seen::add);
        assertThat(seen).containsExactly(x);
        assertThat(x.stopGradient()).isSameAs(x);
    }

    @Test
    void everyFamilyRefusesAReleasedTensor() {
        Tensor x = counting(DType.FLOAT32, 2, 2);
        Tensor y = counting(DType.FLOAT32, 2, 2);
        x.release();
        List<Consumer<Tensor>> uses = List.of(
                Tensor::exp,
                t -> t.plus(1),
                t -> y.plus(t),
                t -> t.cast(DType.INT32),
                t -> t.less(y),
                t -> t.sum(),
                t -> t.cumsum(0),
                t -> t.argsort(0),
                t -> t.argmax(0),
                t -> t.reshape(4),
                t -> t.transpose(1, 0),
                t -> t.slice(0, 0, 1),
                t -> t.pad(0, 1, 1, 0),
                t -> t.reverse(),
                t -> Tensor.concat(List.of(y, t), 0),
                t -> t.indexSelect(longs(0), 0),
                t -> y.matmul(t),
                Tensor::cholesky,
                t -> t.softmax(0),
                Tensor::toHost);
        for (Consumer<Tensor> use : uses) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> use.accept(x))
                    .withMessageContaining("tensor [2, 2] FLOAT32 was released when its scope closed");
        }
    }

    @Test
    void anOperationWithNothingToDoGivesTheTensorItself() {
        Tensor x = counting(DType.FLOAT32, 2, 2);
        assertThat(x.reshape(2, 2)).isSameAs(x);
        assertThat(x.cast(DType.FLOAT32)).isSameAs(x);
        assertThat(x.broadcastTo(x.shape())).isSameAs(x);
        assertThat(backend.scalar(1).max()).hasShape();
    }
}
