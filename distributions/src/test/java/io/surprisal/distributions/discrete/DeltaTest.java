package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import org.junit.jupiter.api.Test;

class DeltaTest extends OnReference {
    @Test
    void drawsAreTheLocationAndMoveWithIt() {
        RandomKey key = RandomKey.of(1);
        assertThat(Delta.of(doubles(0.5, -2)).sample(key, Shape.of(2))).containsExactly(0.5, -2, 0.5, -2);
        assertThat(Gradients.gradient(location ->
                                Delta.of(location).rsample(key, Shape.of(3)).sum())
                        .at(scalar(0.5))
                        .item())
                .isEqualTo(3);
    }

    @Test
    void theOnlyOutcomeIsListed() {
        assertThat(Delta.of(doubles(0.5, -2)).enumerateSupport()).hasShape(1, 2).containsExactly(0.5, -2);
    }
}
