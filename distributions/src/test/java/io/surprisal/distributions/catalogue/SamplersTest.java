package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws against the cumulative probabilities: each test fails a right sampler once in 10⁶ times, and fails one whose cumulative
 * probabilities are 0.02 off, as it shows on the same draws. Under {@code -Pnightly} also with a key of the day, which is printed and in every
 * failure; {@code -Dsurprisal.samplers.seed=…} draws with it again.
 */
class SamplersTest extends OnFamilies {
    private static final int DRAWS = 150_000;

    @ParameterizedTest
    @MethodSource("families")
    void drawsFollowTheCumulativeProbabilities(Family<?> family) {
        List<Point> points = points(family);
        RandomKey key = RandomKey.of(20_250_101);
        follow(family, points.get(0), key, DType.FLOAT64);
        follow(family, points.get(points.size() - 1), key.foldIn(1), DType.FLOAT32);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("families")
    void drawsUnderAFreshKeyFollowTheCumulativeProbabilities(Family<?> family) {
        RandomKey key = RandomKey.of(FreshSeed.VALUE);
        for (Point parameters : points(family)) {
            follow(family, parameters, key, DType.FLOAT64);
        }
    }

    /** Of this run: printed once, when the first test asks for it. */
    private static final class FreshSeed {
        static final long VALUE = Long.getLong("surprisal.samplers.seed", System.nanoTime());

        static {
            System.out.println("SamplersTest: fresh key; to draw with it again: -Dsurprisal.samplers.seed=" + VALUE);
        }
    }

    private void follow(Family<?> family, Point parameters, RandomKey key, DType dtype) {
        Univariate distribution = at(family, parameters);
        double[] draws = at(family, parameters, dtype)
                .sample(key, Shape.of(DRAWS))
                .cast(DType.FLOAT64)
                .sort(0)
                .toDoubles();
        String description = family + " at " + parameters + ", " + key;
        if (isDiscrete(distribution)) {
            SamplerTests.assertCounts(description, distribution, draws);
        } else {
            SamplerTests.assertDistances(description, distribution, draws, dtype);
        }
        assertThat(draws).doesNotContain(Double.NaN);
    }
}
