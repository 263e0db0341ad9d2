package io.surprisal.examples.vae;

import io.surprisal.autodiff.Parameters;
import io.surprisal.examples.report.ImageGrid;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import java.util.Arrays;

/**
 * What the model has learnt, to be seen.
 *
 * @param reconstructions test images in odd rows, and what comes back of them below
 * @param samples E[x|z] for latents drawn from the prior
 * @param manifold E[x|z] over a plane of latents
 * @param latents where the test images lie
 */
record VaePictures(ImageGrid reconstructions, ImageGrid samples, ImageGrid manifold, LatentSpace latents) {
    private static final int COLUMNS = 10;
    private static final int PAIRS = 3;
    private static final long SAMPLES = 0x5A;

    static VaePictures of(VaeExperiment experiment, Parameters theta) {
        LatentSpace latents = LatentSpace.of(experiment, theta);
        return new VaePictures(
                reconstructions(experiment, theta),
                samples(experiment, theta),
                manifold(experiment, theta, latents),
                latents);
    }

    private static ImageGrid samples(VaeExperiment experiment, Parameters theta) {
        RandomKey key = RandomKey.of(experiment.settings().seed()).foldIn(SAMPLES);
        try (Scope scope = Scope.open()) {
            return grid(
                    experiment,
                    experiment.model().generate(key, theta, COLUMNS * COLUMNS).toFloats(),
                    COLUMNS);
        }
    }

    private static ImageGrid reconstructions(VaeExperiment experiment, Parameters theta) {
        int count = Math.min(COLUMNS * PAIRS, experiment.test().count());
        try (Scope scope = Scope.open()) {
            float[] given =
                    experiment.test().range(0, count).on(experiment.backend()).toFloats();
            float[] returned = experiment
                    .model()
                    .reconstruct(theta, experiment.test().range(0, count).on(experiment.backend()))
                    .toFloats();
            return grid(experiment, interleaved(given, returned, given.length / count * COLUMNS), COLUMNS);
        }
    }

    /** A row of the first, then the same row of the second; a last row that is not full is left out. */
    private static float[] interleaved(float[] first, float[] second, int row) {
        int length = Math.min(row, first.length);
        int rows = Math.max(1, first.length / row);
        float[] both = new float[rows * 2 * length];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(first, i * row, both, 2 * i * length, length);
            System.arraycopy(second, i * row, both, (2 * i + 1) * length, length);
        }
        return both;
    }

    private static ImageGrid manifold(VaeExperiment experiment, Parameters theta, LatentSpace latents) {
        try (Scope scope = Scope.open()) {
            float[] images = experiment
                    .model()
                    .decode(theta, experiment.backend().of(latents.grid()))
                    .toFloats();
            return grid(experiment, images, LatentSpace.SIDE);
        }
    }

    private static ImageGrid grid(VaeExperiment experiment, float[] pixels, int columns) {
        int image = experiment.images().height() * experiment.images().width();
        int used = Math.min(columns, pixels.length / image);
        return ImageGrid.of(
                Arrays.copyOf(pixels, pixels.length),
                experiment.images().height(),
                experiment.images().width(),
                used);
    }
}
