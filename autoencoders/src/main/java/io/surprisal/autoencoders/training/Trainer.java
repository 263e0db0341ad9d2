package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.optim.Optimizer;
import io.surprisal.optim.TrainingState;
import io.surprisal.tensor.Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Minimises an objective over examples.
 *
 * <pre>{@code
 * Trained trained = Trainer.of("vae", objective, Adam.of(1e-3), TrainingPlan.of(10, 128, 1))
 *         .listeningTo(event -> System.err.println(event))
 *         .savingTo(directory)
 *         .train(backend, initial, examples, validation);
 * }</pre>
 *
 * <p>Immutable; each {@code with}-like method returns another trainer. The numbers of epoch e depend on the seed, the plan and e
 * alone: N epochs, a restart from the checkpoint, and N more give the bits of 2N epochs.
 */
public final class Trainer {
    private final String model;
    private final Objective objective;
    private final Optimizer optimizer;
    private final TrainingPlan plan;
    private final List<TrainingListener> listeners;
    private final @Nullable Path directory;
    private final BooleanSupplier stop;

    private Trainer(
            String model,
            Objective objective,
            Optimizer optimizer,
            TrainingPlan plan,
            List<TrainingListener> listeners,
            @Nullable Path directory,
            BooleanSupplier stop) {
        this.model = model;
        this.objective = objective;
        this.optimizer = optimizer;
        this.plan = plan;
        this.listeners = listeners;
        this.directory = directory;
        this.stop = stop;
    }

    /**
     * {@return a trainer that tells nobody and saves nothing}
     *
     * @param model the model's configuration in words, by which checkpoints are recognised, as are the texts of the optimiser and
     *     the preprocessing
     * @param objective what is minimised
     * @param optimizer how
     * @param plan how long and on what
     */
    public static Trainer of(String model, Objective objective, Optimizer optimizer, TrainingPlan plan) {
        return new Trainer(model, objective, optimizer, plan, List.of(), null, () -> false);
    }

    /**
     * {@return this trainer with one more listener}
     *
     * @param listener hears every event
     */
    public Trainer listeningTo(TrainingListener listener) {
        List<TrainingListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Trainer(model, objective, optimizer, plan, List.copyOf(more), directory, stop);
    }

    /**
     * {@return this trainer with checkpoints after every epoch: {@code last.safetensors} and, of the least loss on validation
     * examples, {@code best.safetensors}}
     *
     * @param folder where; it is made if it is not there, and the checkpoints of a run that was there are replaced by those of one that
     *     begins
     */
    public Trainer savingTo(Path folder) {
        return new Trainer(model, objective, optimizer, plan, listeners, folder, stop);
    }

    /**
     * {@return this trainer with one more reason to stop}
     *
     * @param asked asked after each epoch, on the training thread: true ends the run, as {@link StopReason#ASKED}
     */
    public Trainer stoppingWhen(BooleanSupplier asked) {
        BooleanSupplier before = stop;
        return new Trainer(
                model,
                objective,
                optimizer,
                plan,
                listeners,
                directory,
                () -> before.getAsBoolean() || asked.getAsBoolean());
    }

    /**
     * Trains from the beginning, without validation.
     *
     * @param backend where to compute
     * @param initial the parameters to start from, which stay as they are
     * @param training the examples to learn from
     * @return the outcome
     * @throws NonFiniteLossException if a loss, of training or validation, a gradient or a parameter becomes NaN or infinite
     * @throws IllegalArgumentException if early stopping is planned, which needs validation examples, or the objective or the
     *     preprocessing is not defined on one of the examples' numbers; the message says which
     */
    public Trained train(Backend backend, Parameters initial, Examples training) {
        return train(backend, initial, training, null);
    }

    /**
     * Trains from the beginning.
     *
     * @param backend where to compute
     * @param initial the parameters to start from, which stay as they are
     * @param training the examples to learn from
     * @param validation the examples to measure the loss on after each epoch; null for none
     * @return the outcome
     * @throws NonFiniteLossException if a loss, of training or validation, a gradient or a parameter becomes NaN or infinite
     * @throws IllegalArgumentException if early stopping is planned without validation examples, or the objective or the
     *     preprocessing is not defined on one of the examples' numbers; the message says which
     */
    public Trained train(Backend backend, Parameters initial, Examples training, @Nullable Examples validation) {
        requireUsable(backend, training, validation);
        return begin(backend, initial, training, validation);
    }

    private Trained begin(Backend backend, Parameters initial, Examples training, @Nullable Examples validation) {
        Parameters own = initial.map(parameter -> backend.of(parameter.toHost()));
        TrainingState state = new TrainingState(own, optimizer.initialise(own));
        return run(
                backend, new RunState(state, objective.initialState(backend)), Progress.start(), training, validation);
    }

    /**
     * Goes on from {@code last.safetensors} in the directory given to {@link #savingTo}, or begins where there is none.
     *
     * @param backend where to compute
     * @param initial the parameters to start from where there is no checkpoint; those of a checkpoint have the same names, shapes
     *     and dtypes
     * @param training the examples to learn from
     * @param validation the examples to measure the loss on; null for none
     * @return the outcome
     * @throws IllegalStateException if no directory was given
     * @throws IllegalArgumentException if the checkpoint was written by a run with other settings, or as {@link #train(Backend,
     *     Parameters, Examples, Examples)} does
     * @throws java.io.UncheckedIOException if the checkpoint is damaged or cannot be read
     * @throws NonFiniteLossException if a loss, of training or validation, a gradient or a parameter becomes NaN or infinite
     */
    public Trained resume(Backend backend, Parameters initial, Examples training, @Nullable Examples validation) {
        requireUsable(backend, training, validation);
        RunFiles files = checkpoints(backend, training, validation);
        if (!Files.exists(files.last())) {
            return begin(backend, initial, training, validation);
        }
        RunFiles.Loaded loaded = files.loadLast(backend, initial);
        return run(backend, loaded.state(), loaded.progress(), training, validation);
    }

    /**
     * Checks that the directory given to {@link #savingTo} has a whole checkpoint of a run with these settings, from which {@link
     * #resume} goes on; nothing is written.
     *
     * @param backend where to compute
     * @param training the examples to learn from
     * @param validation the examples to measure the loss on; null for none
     * @throws IllegalStateException if no directory was given
     * @throws java.io.UncheckedIOException if there is no checkpoint, or it is damaged or cannot be read
     * @throws IllegalArgumentException if the checkpoint was written by a run with other settings
     */
    public void requireResumable(Backend backend, Examples training, @Nullable Examples validation) {
        checkpoints(backend, training, validation).readLast();
    }

    private RunFiles checkpoints(Backend backend, Examples training, @Nullable Examples validation) {
        if (directory == null) {
            throw new IllegalStateException("resume: no directory was given. Call savingTo(directory) first.");
        }
        return new RunFiles(directory, provenance(backend, training, validation));
    }

    private Trained run(
            Backend backend, RunState state, Progress progress, Examples training, @Nullable Examples validation) {
        Provenance provenance = provenance(backend, training, validation);
        RunFiles files = directory == null ? null : new RunFiles(directory, provenance);
        try (TrainingRun run = new TrainingRun(backend, objective, optimizer, plan, files, state, this::tell)) {
            return run.toEnd(progress, training, validation, stop, provenance);
        }
    }

    private void requireUsable(Backend backend, Examples training, @Nullable Examples validation) {
        if (plan.patience() > 0 && validation == null) {
            throw new IllegalArgumentException(
                    "train: early stopping after " + plan.patience() + " epochs needs validation examples. Pass some.");
        }
        new SupportCheck(objective, plan, backend).accept(training, validation);
    }

    private void tell(TrainingEvent event) {
        listeners.forEach(listener -> listener.on(event));
    }

    private Provenance provenance(Backend backend, Examples training, @Nullable Examples validation) {
        return new Provenance(
                Provenance.describe(model),
                Provenance.describe(optimizer),
                Provenance.describe(plan.preprocessing()),
                training.fingerprint(),
                validation == null ? "none" : validation.fingerprint(),
                plan.batchSize(),
                plan.seed(),
                backend.name());
    }
}
