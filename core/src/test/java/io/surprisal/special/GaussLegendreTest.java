package io.surprisal.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussLegendreTest {
    /** Of a sum of 96 rounded terms. */
    private static final double ROUNDING = 2e-15;

    @Test
    void polynomialsOfDegreeSixtyThreeAreExact() {
        assertThat(GaussLegendre.integral(x -> 64 * Math.pow(x, 63), 0, 1, 1)).isCloseTo(1, within(ROUNDING));
        assertThat(GaussLegendre.integral(x -> 3 * x * x, -1, 2, 1)).isCloseTo(9, within(9 * ROUNDING));
    }

    @Test
    void panelsAddUpAndTurnedEndsChangeTheSign() {
        double half = Math.exp(-2) - Math.exp(-50);
        assertThat(GaussLegendre.integral(x -> Math.exp(-x), 2, 50, 3)).isCloseTo(half, within(ROUNDING * half));
        assertThat(GaussLegendre.integral(x -> Math.exp(-x), 50, 2, 3)).isCloseTo(-half, within(ROUNDING * half));
    }
}
