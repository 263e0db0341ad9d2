package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class DiscretizedLogisticMixtureTest extends OnReference {
    @Test
    void refusesComponentsThatLackAParameter() {
        assertThatThrownBy(
                        () -> DiscretizedLogisticMixture.of(doubles(0, 0), doubles(1, 2), doubles(1, 1, 1), scalar(16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "DiscretizedLogisticMixture: there are 2 logits, 2 locations and 3 scales, but each component"
                                + " has one of each. Give as many of all three.");
    }

    @Test
    void levelsAreListed() {
        DiscretizedLogistic one = DiscretizedLogistic.of(doubles(1, 2), scalar(0.7), scalar(4));
        assertThat(one.enumerateSupport()).hasShape(4, 1).containsExactly(0, 1, 2, 3);
        assertThat(one.logProb(one.enumerateSupport()).exp().sum(0)).isCloseTo(doubles(1, 1), 1e-15, 0);
        assertThatThrownBy(() -> DiscretizedLogistic.of(scalar(1), scalar(1), doubles(3, 4))
                        .enumerateSupport())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("DiscretizedLogistic: enumerateSupport needs equal levels");
    }
}
