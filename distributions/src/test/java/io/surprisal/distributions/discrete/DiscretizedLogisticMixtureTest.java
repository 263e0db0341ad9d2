package io.surprisal.distributions.discrete;

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
}
