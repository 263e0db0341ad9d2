package io.surprisal.examples.vae;

import io.surprisal.autoencoders.training.TrainingEvent.EpochFinished;
import io.surprisal.examples.Machine;
import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.LineChart;
import io.surprisal.examples.report.Page;
import io.surprisal.examples.report.ScatterChart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The report on one run. */
final class VaeReport {
    private VaeReport() {}

    static String html(VaeExperiment experiment, VaeResult result, VaePictures pictures) {
        Page page = Page.of(
                "A variational autoencoder on images of digits",
                String.format(
                        Locale.ROOT,
                        "−ELBO on %,d test images: %.2f nats per image (reconstruction %.2f, KL %.2f).",
                        experiment.test().count(),
                        result.test().negativeElbo(),
                        result.test().reconstruction(),
                        result.test().divergence()));
        if (!result.trained().history().isEmpty()) {
            page.section(
                    "Loss", "Nats per image after each epoch, and the part of it that is divergence.", losses(result));
        }
        page.section(
                "Reconstructions",
                "Test images in the first row of each pair; below each, the mean that the decoder gives back of it.",
                pictures.reconstructions().element("Test images and their reconstructions"));
        page.section(
                "Samples",
                "Means of the decoder at latents drawn from the prior.",
                pictures.samples().element("Images decoded from draws of the prior"));
        page.section(
                "Latent space",
                "Posterior means of test images"
                        + (pictures.latents().latents() == 2 ? "." : ", in their principal plane."),
                ScatterChart.of(
                        "Posterior means of test images by class",
                        "first coordinate",
                        "second coordinate",
                        pictures.latents().points(),
                        classes(experiment, pictures)));
        page.section(
                "Manifold",
                "Means of the decoder over the plane of the two latents that vary most, at equal steps of the prior's probability.",
                pictures.manifold().element("Decoded images over a plane of latents"));
        page.section(
                "Timings", "Training steps only, without evaluation and checkpoints.", Page.table(timings(result)));
        page.section("Provenance", "What is needed to repeat the run.", Page.table(provenance(experiment, result)));
        return page.html();
    }

    private static Element losses(VaeResult result) {
        List<EpochFinished> history = result.trained().history();
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("training −ELBO", column(history, epoch -> epoch.training().getOrDefault("loss", Double.NaN)));
        curves.put("test −ELBO", column(history, epoch -> epoch.validation().getOrDefault("loss", Double.NaN)));
        curves.put("test KL", column(history, epoch -> epoch.validation().getOrDefault("kl", Double.NaN)));
        return LineChart.of("Loss by epoch", "epoch", "nats per image", column(history, EpochFinished::epoch), curves);
    }

    private static double[] column(List<EpochFinished> history, ToDoubleFunction<EpochFinished> value) {
        return history.stream().mapToDouble(value).toArray();
    }

    private static List<Integer> classes(VaeExperiment experiment, VaePictures pictures) {
        List<Integer> all = experiment.images().testClasses();
        return all.isEmpty() ? all : all.subList(0, pictures.latents().points().length);
    }

    private static Map<String, String> timings(VaeResult result) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "epochs of this run",
                Integer.toString(result.trained().history().size()));
        rows.put("seconds", String.format(Locale.ROOT, "%.2f", result.trainingSeconds()));
        rows.put("training images a second", String.format(Locale.ROOT, "%,.0f", result.imagesPerSecond()));
        return rows;
    }

    private static Map<String, String> provenance(VaeExperiment experiment, VaeResult result) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("model", experiment.describeModel());
        rows.put("optimiser", result.trained().provenance().optimizer());
        rows.put("data", experiment.images().source());
        rows.put("data fingerprint", result.trained().provenance().data());
        rows.put("epochs", Integer.toString(experiment.settings().epochs()));
        rows.put("batch", Integer.toString(experiment.settings().batch()));
        rows.put("seed", Long.toString(experiment.settings().seed()));
        rows.put(
                "backend",
                experiment.backend().info().name() + " on "
                        + experiment.backend().info().device());
        experiment.backend().info().details().forEach((name, value) -> rows.put("backend: " + name, value));
        Machine.facts()
                .entrySet()
                .forEach(fact -> rows.put(fact.getKey(), fact.getValue().getAsString()));
        return rows;
    }
}
