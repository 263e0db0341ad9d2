package io.surprisal.examples.vae;

import io.surprisal.examples.report.Page;
import io.surprisal.examples.report.ScatterChart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report on one run, as a page.
 *
 * @param experiment what was run
 * @param result its outcome
 * @param pictures what the model has learnt
 */
record VaeReport(VaeExperiment experiment, VaeResult result, VaePictures pictures) {
    String html(String command) {
        Page page = Page.of(
                        "A variational autoencoder on images of digits",
                        String.format(
                                Locale.ROOT,
                                "%s, trained on %,d images and tested on %,d others.",
                                experiment.describeModel(),
                                experiment.images().training().shape().at(0),
                                experiment.test().count()))
                .figures(figures());
        new VaeTraining(experiment, result).curves(page);
        pictures(page);
        new VaeTraining(experiment, result).timings(page);
        new VaeProvenance(experiment, result).section(page, command);
        return page.html();
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("test −ELBO, nats", number(result.test().negativeElbo()));
        figures.put("reconstruction, nats", number(result.test().reconstruction()));
        figures.put("KL divergence, nats", number(result.test().divergence()));
        figures.put("epochs", Integer.toString(result.trained().epochs()));
        if (!result.trained().history().isEmpty()) {
            figures.put("training images a second", String.format(Locale.ROOT, "%,.0f", result.imagesPerSecond()));
        }
        return figures;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void pictures(Page page) {
        LatentSpace latents = pictures.latents();
        boolean whole = latents.latents() <= 2;
        page.section(
                "Reconstructions",
                "In each pair of rows: binarised test images above, the means that the decoder gives back of them below.",
                pictures.reconstructions().element("Pairs of rows: test images, and their reconstructions below them"));
        page.section(
                "Samples",
                "Means of the decoder at latents drawn from the prior: digits that nobody wrote.",
                pictures.samples().element("A grid of digits decoded from draws of the prior"));
        page.section(
                "Latent space",
                "Posterior means of test images" + (whole ? "" : ", seen in the plane where they vary most")
                        + (classes().isEmpty() ? "." : "; the model never saw the classes."),
                ScatterChart.of(
                        "Scatter of the posterior means of " + latents.points().length + " test images",
                        latents.axis(0),
                        latents.axis(1),
                        latents.points(),
                        classes()));
        page.section(
                "Manifold",
                whole
                        ? "Means of the decoder over the latent space, at equal steps of the prior's probability."
                        : "Means of the decoder over the same plane, at equal steps of probability of a normal"
                                + " distribution with the deviations of the points.",
                pictures.manifold().element("A grid of digits that change smoothly over the plane of the latents"));
    }

    private List<Integer> classes() {
        List<Integer> all = experiment.images().testClasses();
        return all.isEmpty() ? all : all.subList(0, pictures.latents().points().length);
    }
}
