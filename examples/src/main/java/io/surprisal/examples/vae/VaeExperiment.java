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
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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
    private static final Adam OPTIMISER = Adam.of(1e-3);

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
        Trainer trainer = Trainer.of(describeModel(), model, OPTIMISER, plan);
        try (TrainingProgress progress = TrainingProgress.on(err, settings.batch(), training.count());
                InterruptionNotice notice = InterruptionNotice.on(err, settings.output())) {
            Trainer told = trainer.listeningTo(progress).listeningTo(notice);
            Optional<RunFolder> output = settings.output();
            Trained trained = output.isPresent()
                    ? trainAndSave(told, initial, training, output.get())
                    : told.train(backend, initial, training, test);
            return new VaeResult(
                    this,
                    trained,
                    output.isPresent() ? JsonLinesLog.epochs(output.get().log()) : trained.history(),
                    Evaluation.of(model, trained.parameters(), test, backend, EVALUATION));
        }
    }

    /** Nothing is written before it is certain that the run can begin, or go on. */
    private Trained trainAndSave(Trainer trainer, Parameters initial, Examples training, RunFolder output)
            throws IOException {
        Optional<RunFolder> earlier = settings.resume();
        if (earlier.isPresent()) {
            trainer.savingTo(earlier.get().checkpoints()).requireResumable(backend, training, test);
            output.takeOver(earlier.get());
        } else {
            Files.createDirectories(output.path());
        }
        StandardOpenOption mode =
                earlier.isPresent() ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (Writer log = Files.newBufferedWriter(
                output.log(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            Trainer saving = trainer.listeningTo(JsonLinesLog.to(log)).savingTo(output.checkpoints());
            return earlier.isPresent()
                    ? saving.resume(backend, initial, training, test)
                    : saving.train(backend, initial, training, test);
        }
    }

    String describeModel() {
        return "Vae " + images.height() * images.width() + "-" + settings.hidden() + "-" + settings.latent()
                + ", ReLU, Bernoulli likelihood, standard normal prior";
    }

    static String describeOptimiser() {
        return "Adam, learning rate " + OPTIMISER.learningRate().at(0) + ", β₁ " + OPTIMISER.beta1() + ", β₂ "
                + OPTIMISER.beta2() + ", ε " + OPTIMISER.epsilon();
    }
}
