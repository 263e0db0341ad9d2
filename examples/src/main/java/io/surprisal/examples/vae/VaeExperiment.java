package io.surprisal.examples.vae;

import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.data.Preprocessing;
import io.surprisal.autoencoders.training.JsonLinesLog;
import io.surprisal.autoencoders.training.Trained;
import io.surprisal.autoencoders.training.Trainer;
import io.surprisal.autoencoders.training.TrainingPlan;
import io.surprisal.optim.Adam;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One run: the model, the data and the backend. The training images are binarised anew in each epoch, the test images once, by a key
 * that no option changes, so that runs can be compared.
 *
 * @param backend where it runs
 * @param settings the options
 * @param images grey images
 * @param test the test images, binarised
 * @param model the model
 */
record VaeExperiment(Backend backend, VaeSettings settings, DigitImages images, Examples test, Vae model) {
    private static final RandomKey BINARISATION = RandomKey.of(10_000);
    private static final RandomKey EVALUATION = RandomKey.of(20_000);
    private static final long INITIAL = 0x1417;
    private static final double RATE = 1e-3;
    private static final String CHECKPOINTS = "checkpoints";

    static VaeExperiment of(Backend backend, VaeSettings settings, DigitImages images) {
        Vae model = Vae.fullyConnected(
                images.height() * images.width(), settings.hidden(), settings.latent(), new BernoulliLikelihood());
        return new VaeExperiment(backend, settings, images, binarised(backend, images.test()), model);
    }

    private static Examples binarised(Backend backend, HostArray grey) {
        try (Scope scope = Scope.open()) {
            return Examples.of(Draws.bernoulli(BINARISATION, backend.of(grey)).toHost());
        }
    }

    VaeResult run(PrintWriter err) throws IOException {
        TrainingPlan plan = TrainingPlan.of(settings.epochs(), settings.batch(), settings.seed())
                .withPreprocessing(Preprocessing.binarised());
        Parameters initial = model.initialise(RandomKey.of(settings.seed()).foldIn(INITIAL), backend);
        Examples training = Examples.of(images.training());
        Trainer trainer = Trainer.of(describeModel(), model, Adam.of(RATE), plan);
        try (TrainingProgress progress = TrainingProgress.on(err, settings.batch(), training.count())) {
            Trained trained = settings.output().isPresent()
                    ? trainAndSave(
                            trainer.listeningTo(progress),
                            initial,
                            training,
                            settings.output().get())
                    : trainer.listeningTo(progress).train(backend, initial, training, test);
            return VaeResult.of(this, trained, Evaluation.of(model, trained.parameters(), test, backend, EVALUATION));
        }
    }

    private Trained trainAndSave(Trainer trainer, Parameters initial, Examples training, Path output)
            throws IOException {
        boolean resumed = settings.resume().isPresent();
        if (resumed) {
            bringCheckpoints(settings.resume().get(), output);
        }
        StandardOpenOption mode = resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (Writer log = Files.newBufferedWriter(
                output.resolve("log.jsonl"),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                mode)) {
            Trainer saving = trainer.listeningTo(JsonLinesLog.to(log)).savingTo(output.resolve(CHECKPOINTS));
            return resumed
                    ? saving.resume(backend, initial, training, test)
                    : saving.train(backend, initial, training, test);
        }
    }

    /** Copies the checkpoints of the earlier run where the output is another folder: the earlier one stays as it is. */
    private static void bringCheckpoints(Path from, Path to) throws IOException {
        Path source = from.resolve(CHECKPOINTS);
        if (!Files.exists(source.resolve("last.safetensors"))) {
            throw new IllegalArgumentException("--resume: there is no " + source.resolve("last.safetensors")
                    + ". Name the --output folder of an earlier run.");
        }
        Path target = Files.createDirectories(to.resolve(CHECKPOINTS));
        if (!Files.isSameFile(source, target)) {
            for (String name : List.of("last.safetensors", "best.safetensors")) {
                if (Files.exists(source.resolve(name))) {
                    Files.copy(source.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    String describeModel() {
        return "Vae " + images.height() * images.width() + "-" + settings.hidden() + "-" + settings.latent()
                + ", ReLU, Bernoulli likelihood, standard normal prior";
    }
}
