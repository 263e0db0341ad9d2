package io.surprisal.distributions.goodness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Sound draws pass, and flawed ones do not, whatever the flaw. */
class GoodnessOfFitTest extends OnReference {
    private static final int DRAWS = 150_000;
    private static final double RATE = 1e-6;
    private static final RandomKey KEY = RandomKey.of(5);

    @Test
    void numbersThatAreClippedRoundedOrSpreadAreFar() {
        Normal normal = Normal.of(number(0), number(1));
        double[] draws = normal.sample(KEY, Shape.of(DRAWS)).toDoubles();
        assertThat(isFar(CumulativeDistance.of(draws, normal, DType.FLOAT64))).isFalse();
        for (DoubleUnaryOperator flaw : new DoubleUnaryOperator[] {
            z -> Math.max(z, 0),
            z -> Math.min(z, 0),
            z -> Math.ceil(2 * z) / 2,
            z -> Math.floor(2 * z) / 2,
            z -> 0.3,
            z -> 1.05 * z,
            z -> Math.abs(z) < 0.03 ? 0 : z
        }) {
            assertThat(isFar(CumulativeDistance.of(changed(draws, flaw), normal, DType.FLOAT64)))
                    .isTrue();
        }
    }

    @Test
    void numbersThatRoundToTheirEndsAreNotFar() {
        Beta beta = Beta.of(number(0.01), number(0.01));
        double[] draws = beta.sample(KEY, Shape.of(DRAWS)).toDoubles();
        assertThat(isFar(CumulativeDistance.of(draws, beta, DType.FLOAT64))).isFalse();
        double[] rounded = changed(draws, x -> (float) x);
        assertThat(isFar(CumulativeDistance.of(rounded, beta, DType.FLOAT32))).isFalse();
        assertThat(isFar(CumulativeDistance.of(rounded, beta, DType.FLOAT64))).isTrue();
    }

    @Test
    void countsThatAreConstantShiftedOrTooManyAreUnlikely() {
        Poisson five = Poisson.of(number(5));
        double[] draws = five.sample(KEY, Shape.of(DRAWS)).toDoubles();
        assertThat(CountTest.of(draws, five).pValue()).isGreaterThan(RATE);
        for (DoubleUnaryOperator flaw : new DoubleUnaryOperator[] {
            k -> 4, k -> k + 1, k -> Math.min(k, 8), k -> Math.max(k, 2), k -> k % 2 == 0 ? k : k - 1
        }) {
            assertThat(CountTest.of(changed(draws, flaw), five).pValue()).isLessThan(RATE);
        }
    }

    /** 1.5·10⁻⁴ are expected: one is not impossible, two are. */
    @Test
    void rareOutcomesAreJudgedByTheirExactLaw() {
        Bernoulli rare = Bernoulli.of(number(1e-9));
        double[] draws = new double[DRAWS];
        assertThat(CountTest.of(draws, rare).pValue()).isEqualTo(1);
        draws[0] = 1;
        assertThat(CountTest.of(draws, rare).pValue()).isBetween(1e-4, 1e-2);
        draws[1] = 1;
        assertThat(CountTest.of(draws, rare).pValue()).isLessThan(RATE);
    }

    @Test
    void drawsThatAreNoneOrNaNAreRefused() {
        Normal normal = Normal.of(number(0), number(1));
        assertThatThrownBy(() -> CumulativeDistance.of(new double[0], normal, DType.FLOAT64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goodness of fit: there are no draws. Pass at least one.");
        assertThatThrownBy(() -> CumulativeDistance.toUniform(new double[] {0.5, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goodness of fit: a draw is NaN. Look for the reason where it was drawn.");
    }

    private Tensor number(double value) {
        return backend.scalar(value, DType.FLOAT64);
    }

    private static boolean isFar(CumulativeDistance distance) {
        return distance.largest() > distance.bound(RATE);
    }

    private static double[] changed(double[] draws, DoubleUnaryOperator flaw) {
        return Arrays.stream(draws).map(flaw).toArray();
    }
}
