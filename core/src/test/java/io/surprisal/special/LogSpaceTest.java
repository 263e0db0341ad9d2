package io.surprisal.special;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogSpaceTest {
    @Test
    void complementOfTheComplementIsTheLogarithmItself() {
        for (double x = -30; x < -1e-3; x += 0.37) {
            assertThat(LogSpace.log1mexp(LogSpace.log1mexp(x))).isCloseTo(x, within(1e-15 * (1 + Math.exp(-x))));
        }
    }

    @Test
    void softplusOfMinusXIsSoftplusLessX() {
        for (double x = -50; x < 50; x += 0.73) {
            assertThat(LogSpace.log1pexp(x) - LogSpace.log1pexp(-x)).isCloseTo(x, within(1e-14));
        }
    }

    @Test
    void sumThenDifferenceGivesTheFirstTermBack() {
        assertThat(LogSpace.logDiffExp(LogSpace.logAddExp(-1000, -1001), -1001)).isCloseTo(-1000, within(1e-12));
    }

    @Test
    void sumOfManyKeepsTheSmallTerms() {
        double[] values = new double[1_000_001];
        Arrays.fill(values, Math.log(1e-17));
        values[500] = 0;
        assertThat(LogSpace.logSumExp(values)).isCloseTo(Math.log1p(1e-11), within(1e-25));
    }

    @Test
    void sumHonoursInfinities() {
        assertThat(LogSpace.logSumExp()).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.logSumExp(NEGATIVE_INFINITY, NEGATIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.logSumExp(1, POSITIVE_INFINITY, 2)).isEqualTo(POSITIVE_INFINITY);
        assertThat(LogSpace.logSumExp(1, NaN, POSITIVE_INFINITY)).isNaN();
        assertThat(LogSpace.logSumExp(1000, 1000)).isCloseTo(1000 + Math.log(2), within(1e-12));
        assertThat(LogSpace.logAddExp(POSITIVE_INFINITY, POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(LogSpace.logAddExp(NEGATIVE_INFINITY, NEGATIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.logAddExp(NEGATIVE_INFINITY, -3)).isEqualTo(-3);
        assertThat(LogSpace.logAddExp(NaN, -3)).isNaN();
        assertThat(LogSpace.logDiffExp(-2, -2)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.logDiffExp(NEGATIVE_INFINITY, NEGATIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.logDiffExp(POSITIVE_INFINITY, 3)).isEqualTo(POSITIVE_INFINITY);
        assertThat(LogSpace.logDiffExp(-3, -2)).isNaN();
    }

    @Test
    void edgesAreLimits() {
        assertThat(LogSpace.log1mexp(0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.log1mexp(NEGATIVE_INFINITY)).isZero();
        assertThat(LogSpace.log1mexp(0.1)).isNaN();
        assertThat(LogSpace.log1pexp(NEGATIVE_INFINITY)).isZero();
        assertThat(LogSpace.log1pexp(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(LogSpace.log1pexp(NaN)).isNaN();
        assertThat(LogSpace.log1pmx(-1)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.log1pmx(POSITIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.log1pmx(-2)).isNaN();
        assertThat(LogSpace.expm1mx(NEGATIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(LogSpace.expm1mx(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(LogSpace.expm1mx(NaN)).isNaN();
        assertThat(LogSpace.xlogy(0, 0)).isZero();
        assertThat(LogSpace.xlogy(0, NaN)).isNaN();
        assertThat(LogSpace.xlogy(2, 0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(LogSpace.xlog1py(0, -1)).isZero();
        assertThat(LogSpace.xlog1py(0, NaN)).isNaN();
    }
}
