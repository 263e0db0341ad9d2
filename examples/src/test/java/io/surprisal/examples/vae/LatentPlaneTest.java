package io.surprisal.examples.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.HostArray;
import org.junit.jupiter.api.Test;

class LatentPlaneTest {
    @Test
    void oneAndTwoLatentsAreShownAsTheyAre() {
        assertThat(LatentPlane.ofPrior(1).coordinates(new double[] {0.5})).containsExactly(0.5, 0);
        assertThat(LatentPlane.ofPrior(2).coordinates(new double[] {0.5, -2})).containsExactly(0.5, -2);
    }

    /** Points on the plane x₂ = 7 of three dimensions, four times as wide along x₁ as along x₀. */
    @Test
    void theWidestDirectionComesFirst() {
        double[][] points = {{1, 2, 7}, {-1, 2, 7}, {1, -6, 7}, {-1, -6, 7}};
        try (Backend backend = Backends.open("reference")) {
            LatentPlane plane = LatentPlane.principal(backend, points);
            for (double[] point : points) {
                double[] at = plane.coordinates(point);
                assertThat(at[0]).isCloseTo(point[1] + 2, within(1e-12));
                assertThat(at[1]).isCloseTo(point[0], within(1e-12));
            }
            HostArray grid = plane.grid(3);
            assertThat(grid.shape().dims()).containsExactly(9, 3);
            float[] z = grid.floats();
            // The second row and column are the medians: the middle of the grid is the centre of the points.
            assertThat(z[12]).isCloseTo(0, within(1e-6f));
            assertThat(z[13]).isCloseTo(-2, within(1e-6f));
            assertThat(z[14]).isCloseTo(7, within(1e-6f));
        }
    }

    /** The quartiles of the standard normal distribution: Φ⁻¹(3/4) = 0.674489750196082 (mpmath, 50 digits). */
    @Test
    void theGridHasEqualStepsOfProbability() {
        float quartile = 0.6744897502f;
        assertThat(LatentPlane.ofPrior(2).grid(2).floats())
                .containsExactly(
                        new float[] {-quartile, quartile, quartile, quartile, -quartile, -quartile, quartile, -quartile
                        },
                        within(1e-7f));
        assertThat(LatentPlane.ofPrior(1).grid(2).floats())
                .containsExactly(new float[] {-quartile, quartile}, within(1e-7f));
    }
}
