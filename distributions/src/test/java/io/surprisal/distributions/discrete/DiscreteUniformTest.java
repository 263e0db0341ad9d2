package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class DiscreteUniformTest extends OnReference {
    @Test
    void bothEndsAreListed() {
        assertThat(DiscreteUniform.of(scalar(-1), scalar(2)).enumerateSupport()).containsExactly(-1, 0, 1, 2);
    }

    @Test
    void endsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> DiscreteUniform.of(doubles(1, 3), scalar(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DiscreteUniform: high must be at least low, but low[1] = 3.0 and high[1] = 2.0.");
        assertThatThrownBy(() -> DiscreteUniform.of(scalar(0.5), scalar(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("low must be a finite whole number");
    }
}
