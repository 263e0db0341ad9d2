package io.surprisal.examples.vae;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import java.util.Arrays;

/** Where the model puts test images. */
final class LatentSpace {
    /** Images in a row of the manifold's grid. */
    static final int SIDE = 15;

    private static final int IMAGES = 2_000;

    private final int latents;
    private final LatentPlane plane;
    private final double[][] points;

    private LatentSpace(int latents, LatentPlane plane, double[][] points) {
        this.latents = latents;
        this.plane = plane;
        this.points = points;
    }

    static LatentSpace of(VaeExperiment experiment, Parameters theta) {
        int latents = experiment.settings().latent();
        double[][] means = means(experiment, theta, latents);
        LatentPlane plane =
                latents <= 2 ? LatentPlane.ofPrior(latents) : LatentPlane.principal(experiment.backend(), means);
        return new LatentSpace(
                latents, plane, Arrays.stream(means).map(plane::coordinates).toArray(double[][]::new));
    }

    private static double[][] means(VaeExperiment experiment, Parameters theta, int latents) {
        int count = Math.min(IMAGES, experiment.test().count());
        double[][] means = new double[count][];
        try (Scope scope = Scope.open()) {
            double[] flat = experiment
                    .model()
                    .encode(theta, experiment.test().range(0, count).on(experiment.backend()))
                    .mean()
                    .toDoubles();
            Arrays.setAll(means, i -> Arrays.copyOfRange(flat, i * latents, (i + 1) * latents));
        }
        return means;
    }

    /** How many latents there are. */
    int latents() {
        return latents;
    }

    /**
     * The coordinates of each image's posterior mean: the latents themselves where there are one or two, else in the images' principal
     * plane.
     */
    double[][] points() {
        return points;
    }

    /** Latents on a grid in the plane. */
    HostArray grid() {
        return plane.grid(SIDE);
    }

    /** What the axes of the plane are. */
    String axis(int number) {
        return latents <= 2 ? "latent " + (number + 1) : (number == 0 ? "first" : "second") + " principal component";
    }
}
