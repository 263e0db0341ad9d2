package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The tests of samplers fail samplers that are wrong. */
class SamplerTestsTest extends OnReference {
    private static final int DRAWS = 150_000;

    @Test
    void rightDrawsPass() {
        assertThatCode(() -> follow(z -> z)).doesNotThrowAnyException();
    }

    @Test
    void drawsThatAreClippedFail() {
        assertThatThrownBy(() -> follow(z -> Math.max(z, 0))).isInstanceOf(AssertionError.class);
    }

    @Test
    void drawsThatAreRoundedUpFail() {
        assertThatThrownBy(() -> follow(z -> 0.5 * Math.ceil(2 * z))).isInstanceOf(AssertionError.class);
    }

    @Test
    void countsThatAreAlwaysTheSameFail() {
        Univariate coin = Bernoulli.of(scalar(0.5));
        double[] ones = new double[DRAWS];
        Arrays.fill(ones, 1);
        assertThatThrownBy(() -> SamplerTests.assertCounts("always 1", coin, ones))
                .isInstanceOf(AssertionError.class);
    }

    private void follow(DoubleUnaryOperator error) {
        Univariate normal = Normal.of(scalar(0), scalar(1));
        double[] draws = Arrays.stream(
                        normal.sample(RandomKey.of(5), Shape.of(DRAWS)).sort(0).toDoubles())
                .map(error)
                .toArray();
        double[] lesser = Arrays.stream(draws).map(Math::nextDown).toArray();
        SamplerTests.assertDistances("Normal", cdf(normal, draws), cdf(normal, lesser));
    }

    private double[] cdf(Univariate distribution, double[] x) {
        return distribution
                .cdf(backend.of(HostArray.wrap(x, Shape.of(x.length))))
                .toDoubles();
    }
}
