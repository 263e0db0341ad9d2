package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.surprisal.autodiff.Gradients;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HeldTest extends OnReference {
    /** A value of several tensors. */
    private record Pair(Tensor first, Tensor second) implements TensorTree {
        @Override
        public void forEachTensor(Consumer<? super Tensor> visitor) {
            List.of(first, second).forEach(visitor);
        }
    }

    @Test
    void outlivesTheScopeItWasMadeIn() {
        Held<Tensor> held;
        try (Scope inner = Scope.open()) {
            held = Held.of(floats(1));
        }
        assertThat(held.value()).containsExactly(1);
        held.close();
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void manyUpdatesHoldOneState() {
        try (Held<Tensor> held = Held.of(backend.scalar(0))) {
            for (int i = 0; i < 1000; i++) {
                try (Scope step = Scope.open()) {
                    held.update(held.value().plus(1));
                }
                assertThat(backend.liveArrays()).isOne();
            }
            assertThat(held.value()).containsExactly(1000);
        }
    }

    @Test
    void tensorsThatStayAreNotReleased() {
        try (Held<Pair> held = Held.of(new Pair(floats(1), floats(2)))) {
            Tensor stays = held.value().second();
            Tensor goes = held.value().first();
            Pair next = held.update(new Pair(stays, floats(3)));

            assertThat(held.value()).isSameAs(next);
            assertThat(goes.isReleased()).isTrue();
            assertThat(stays).containsExactly(2);
            held.update(next);
            assertThat(stays).containsExactly(2);
        }
    }

    @Test
    void refusesWhatCannotOutliveItsGradientCall() {
        try (Held<Tensor> held = Held.of(floats(2))) {
            Gradients.gradient(x -> {
                        assertThatIllegalStateException()
                                .isThrownBy(() -> Held.of(x))
                                .withMessageStartingWith("Held: tensor [] FLOAT32 on reference, traced belongs to its");
                        assertThatIllegalStateException().isThrownBy(() -> held.update(x.plus(1)));
                        return x;
                    })
                    .at(backend.scalar(1));
            assertThat(held.value()).containsExactly(2);
        }
    }

    @Test
    void aRefusalLeavesEveryTensorToItsScope() {
        Tensor[] constant = new Tensor[1];
        Gradients.gradient(x -> {
                    try (Scope scope = Scope.open()) {
                        constant[0] = backend.scalar(3);
                        TensorTree both = visitor -> {
                            visitor.accept(constant[0]);
                            visitor.accept(x);
                        };
                        assertThatIllegalStateException().isThrownBy(() -> Held.of(both));
                    }
                    assertThat(constant[0].isReleased()).isTrue();
                    return x;
                })
                .at(backend.scalar(1));
    }

    @Test
    void refusesUseAfterItsClose() {
        Held<Tensor> held = Held.of(floats(1));
        Tensor value = held.value();
        held.close();
        held.close();

        assertThat(value.isReleased()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(held::value)
                .withMessage(
                        "Held.value: the holder is closed, and its tensors are released. Read the value before close().");
        Tensor next = floats(2);
        assertThatIllegalStateException().isThrownBy(() -> held.update(next)).withMessageStartingWith("Held.update: ");
        assertThat(next.isReleased()).isFalse();
    }
}
