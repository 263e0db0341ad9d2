package io.surprisal.distributions.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MonotoneRootTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void findsRootsAtEveryScale() {
        for (double root : new double[] {-1e300, -3, -1e-200, 1e-310, 0.7, 1e12, 1e290}) {
            double found = MonotoneRoot.of(x -> x - root, x -> 1, -INFINITE, INFINITE, 0.5);
            assertThat(found).isEqualTo(root);
        }
    }

    @Test
    void takesNewtonsStepsWhereTheyConverge() {
        int[] calls = {0};
        double found = MonotoneRoot.of(
                x -> {
                    calls[0]++;
                    return Math.expm1(x - 2);
                },
                x -> Math.exp(x - 2),
                -INFINITE,
                INFINITE,
                1);
        assertThat(found).isEqualTo(2);
        assertThat(calls[0]).isLessThan(12);
    }

    @Test
    void bisectsTheDoublesWhereTheSlopeIsNoHelp() {
        int[] calls = {0};
        double found = MonotoneRoot.of(
                x -> {
                    calls[0]++;
                    return Math.signum(x - 1e-150) * Double.MAX_VALUE;
                },
                x -> Double.NaN,
                0,
                INFINITE,
                1);
        assertThat(found).isCloseTo(1e-150, within(1e-165));
        assertThat(calls[0]).isLessThan(70);
    }

    @Test
    void aSlopeThatIsLostInRoundingDoesNotEndTheSearch() {
        double found = MonotoneRoot.of(x -> x < -1e100 ? -1e77 : x + 3, x -> 1, -INFINITE, 0, -1e154);
        assertThat(found).isEqualTo(-3);
    }

    /** Far out the slope is 1 for ¾, as a difference of two logarithms that have lost their digits: each step is only a quarter of the last. */
    @Test
    void aSlopeThatIsWrongFarOutDoesNotLastUntilTheEnd() {
        double found = MonotoneRoot.of(x -> 0.75 * (x - 20), x -> x > 1e15 ? 1 : 0.75, 0, INFINITE, 1e154);
        assertThat(found).isEqualTo(20);
    }

    @Test
    void passesNotANumberOn() {
        assertThat(MonotoneRoot.of(x -> Double.NaN, x -> 1, 0, 1, 0.5)).isNaN();
    }

    @Test
    void halvesTheDoublesByNumber() {
        assertThat(RootSearch.between(-INFINITE, INFINITE)).isCloseTo(0, within(1e-300));
        assertThat(RootSearch.between(1, Math.nextUp(1.0))).isEqualTo(1);
        assertThat(RootSearch.between(-2, 2)).isEqualTo(0);
    }
}
