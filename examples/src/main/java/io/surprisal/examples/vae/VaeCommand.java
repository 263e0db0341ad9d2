package io.surprisal.examples.vae;

import com.google.gson.JsonObject;
import io.surprisal.examples.BackendChoiceOption;
import io.surprisal.examples.Output;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains a variational autoencoder, measures it on the test images, and writes a report. */
@Command(name = "vae", description = "Train a variational autoencoder on images of digits and report on it.")
public final class VaeCommand implements Callable<Integer> {
    @Mixin
    private Output answer = new Output();

    @Mixin
    private BackendChoiceOption choice = new BackendChoiceOption();

    @Mixin
    private VaeSettings settings = new VaeSettings();

    /** For picocli. */
    public VaeCommand() {}

    @Override
    public Integer call() throws Exception {
        settings.check();
        DigitImages images = settings.images();
        Optional<RunFolder> output = settings.output();
        try (Backend backend = choice.open();
                Scope scope = Scope.open()) {
            VaeExperiment experiment = VaeExperiment.of(backend, settings, images);
            VaeResult result = experiment.run(answer.err());
            JsonObject json = result.toJson();
            if (output.isPresent()) {
                new VaeArtifacts(output.get(), experiment, result).write(answer.commandLine());
                json.addProperty("output", output.get().path().toString());
            }
            answer.print(json, words(result, output));
        }
        return 0;
    }

    private static String words(VaeResult result, Optional<RunFolder> output) {
        String numbers = String.format(
                Locale.ROOT,
                "−ELBO on the test images: %.3f nats per image (reconstruction %.3f, KL %.3f); %s.",
                result.test().negativeElbo(),
                result.test().reconstruction(),
                result.test().divergence(),
                result.trained().history().isEmpty()
                        ? "nothing was left to train, for the checkpoint has "
                                + result.trained().epochs() + " epochs already"
                        : String.format(
                                Locale.ROOT,
                                "%,.0f training images/s on %s",
                                result.imagesPerSecond(),
                                result.trained().provenance().backend()));
        return output.map(folder -> numbers + System.lineSeparator() + "Report: " + folder.report())
                .orElse(numbers);
    }
}
