package io.surprisal.examples.vae;

import io.surprisal.autodiff.Parameters;
import io.surprisal.examples.report.ImageGrid;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

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
    private static final int PAIRS = 5;
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
            DigitImages images = experiment.images();
            return ImageGrid.of(
                    experiment.model().generate(key, theta, COLUMNS * COLUMNS).toFloats(),
                    images.height(),
                    images.width(),
                    COLUMNS);
        }
    }

    private static ImageGrid reconstructions(VaeExperiment experiment, Parameters theta) {
        int columns = Math.min(COLUMNS, experiment.test().count());
        int rows = Math.min(PAIRS, experiment.test().count() / columns);
        try (Scope scope = Scope.open()) {
            Tensor given = experiment.test().range(0, rows * columns).on(experiment.backend());
            Tensor returned = experiment.model().reconstruct(theta, given);
            DigitImages images = experiment.images();
            int row = columns * images.height() * images.width();
            float[] both = interleaved(given.toFloats(), returned.toFloats(), row);
            return ImageGrid.inGroups(both, images.height(), images.width(), columns, 2);
        }
    }

    /** A row of the first, then the same row of the second. */
    private static float[] interleaved(float[] first, float[] second, int row) {
        float[] both = new float[2 * first.length];
        for (int from = 0; from < first.length; from += row) {
            System.arraycopy(first, from, both, 2 * from, row);
            System.arraycopy(second, from, both, 2 * from + row, row);
        }
        return both;
    }

    private static ImageGrid manifold(VaeExperiment experiment, Parameters theta, LatentSpace latents) {
        try (Scope scope = Scope.open()) {
            DigitImages images = experiment.images();
            Tensor decoded =
                    experiment.model().decode(theta, experiment.backend().of(latents.grid()));
            return ImageGrid.of(decoded.toFloats(), images.height(), images.width(), LatentSpace.SIDE);
        }
    }
}
