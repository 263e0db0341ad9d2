package io.surprisal.examples.vae;

import io.surprisal.autoencoders.training.TrainingEvent.EpochFinished;
import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.LineChart;
import io.surprisal.examples.report.Page;
import io.surprisal.examples.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How the training went, for the report: its losses and its times.
 *
 * @param experiment what was run
 * @param result its outcome
 */
record VaeTraining(VaeExperiment experiment, VaeResult result) {
    void curves(Page page) {
        if (result.epochs().isEmpty()) {
            return;
        }
        page.section(
                "Loss",
                "−ELBO, a bound on the negative log-likelihood: over the batches of each epoch, and over the test images"
                        + " after it.",
                chart("−ELBO by epoch", "loss"));
        page.section(
                "Divergence",
                "The part of the loss that is KL(q(z|x) ‖ p(z)), what an image tells about its latents;"
                        + " the rest is reconstruction.",
                chart("KL divergence by epoch", "kl"));
    }

    private Element chart(String title, String part) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("training", column(epoch -> training(epoch, part)));
        curves.put("test", column(epoch -> test(epoch, part)));
        return LineChart.of(title, "epoch", "nats per image", column(EpochFinished::epoch), curves);
    }

    private double[] column(ToDoubleFunction<EpochFinished> value) {
        return result.epochs().stream().mapToDouble(value).toArray();
    }

    private static double training(EpochFinished epoch, String part) {
        return epoch.training().getOrDefault(part, Double.NaN);
    }

    private static double test(EpochFinished epoch, String part) {
        return epoch.validation().getOrDefault(part, Double.NaN);
    }

    void timings(Page page) {
        int images = experiment.images().training().shape().at(0);
        int batch = experiment.settings().batch();
        int steps = (images + batch - 1) / batch;
        double seconds =
                result.epochs().stream().mapToDouble(EpochFinished::seconds).sum();
        int epochs = result.epochs().size();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("training", number("%.2f s in %d epochs", seconds, epochs));
        if (epochs > 0) {
            double each = seconds / epochs;
            rows.put("an epoch", number("%.2f s, %,d steps", each, steps));
            rows.put("a step", number("%.3f ms, up to %,d images", 1000 * each / steps, Math.min(batch, images)));
            rows.put("a second", number("%,.0f images", images / each));
        }
        page.section(
                "Timings",
                "Training steps only: without reading, evaluation, checkpoints and this report.",
                Table.ofFacts(rows),
                table());
    }

    private Element table() {
        List<List<String>> rows = new ArrayList<>();
        for (EpochFinished epoch : result.epochs()) {
            rows.add(List.of(
                    Integer.toString(epoch.epoch()),
                    number("%.2f", training(epoch, "loss")),
                    number("%.2f", test(epoch, "loss")),
                    number("%.2f", test(epoch, "reconstruction")),
                    number("%.2f", test(epoch, "kl")),
                    number("%.2f", epoch.seconds()),
                    number("%,.0f", epoch.examplesPerSecond())));
        }
        return Table.folded(
                "Every epoch in numbers",
                List.of("epoch", "training −ELBO", "test −ELBO", "reconstruction", "KL", "s", "images/s"),
                rows);
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
