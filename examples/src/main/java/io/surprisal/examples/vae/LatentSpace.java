package io.surprisal.examples.vae;

import io.surprisal.autodiff.Parameters;
import io.surprisal.special.NormalProbability;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Where the model puts test images. */
final class LatentSpace {
    /** Images in a row of the manifold's grid. */
    static final int SIDE = 15;

    private static final int IMAGES = 2_000;

    private final double[][] points;
    private final int[] active;

    private LatentSpace(double[][] points, int[] active) {
        this.points = points;
        this.active = active;
    }

    /**
     * The posterior mean of each image, in two coordinates: the latents themselves where there are two, else their principal
     * components.
     */
    double[][] points() {
        return points;
    }

    /** How many latents there are. */
    int latents() {
        return active.length;
    }

    static LatentSpace of(VaeExperiment experiment, Parameters theta) {
        int latents = experiment.settings().latent();
        int count = Math.min(IMAGES, experiment.test().count());
        double[][] means = new double[count][latents];
        try (Scope scope = Scope.open()) {
            double[] flat = experiment
                    .model()
                    .encode(theta, experiment.test().range(0, count).on(experiment.backend()))
                    .mean()
                    .toDoubles();
            Arrays.setAll(means, i -> Arrays.copyOfRange(flat, i * latents, (i + 1) * latents));
        }
        return new LatentSpace(latents == 2 ? means : PrincipalPlane.project(means), byVariance(means));
    }

    /** The latents by the variance of their posterior means, the largest first. */
    private static int[] byVariance(double[][] means) {
        double[] variance = new double[means[0].length];
        for (int k = 0; k < variance.length; k++) {
            int latent = k;
            double mean =
                    Arrays.stream(means).mapToDouble(m -> m[latent]).average().orElseThrow();
            variance[k] = Arrays.stream(means)
                    .mapToDouble(m -> (m[latent] - mean) * (m[latent] - mean))
                    .average()
                    .orElseThrow();
        }
        return IntStream.range(0, variance.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -variance[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Latents on a grid in the plane of the two most active ones, at equal steps of the prior's probability; the others are 0. With
     * one latent it is a single row.
     */
    HostArray grid() {
        int latents = active.length;
        int rows = latents == 1 ? 1 : SIDE;
        float[] z = new float[rows * SIDE * latents];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < SIDE; column++) {
                int at = (row * SIDE + column) * latents;
                z[at + active[0]] = (float) NormalProbability.quantile((column + 0.5) / SIDE);
                if (latents > 1) {
                    z[at + active[1]] = (float) -NormalProbability.quantile((row + 0.5) / SIDE);
                }
            }
        }
        return HostArray.wrap(z, Shape.of(rows * SIDE, latents));
    }
}
