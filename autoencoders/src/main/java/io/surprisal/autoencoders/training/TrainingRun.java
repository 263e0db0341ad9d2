package io.surprisal.autoencoders.training;

import io.surprisal.autoencoders.data.Examples;
import io.surprisal.nn.Mode;
import io.surprisal.optim.Optimizer;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Held;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One call of {@link Trainer}: the present state, and the loop over epochs and batches. */
final class TrainingRun implements AutoCloseable {
    /** Keys of an epoch: the order of the examples, and its batches. */
    private static final int ORDER = 0;

    private static final int BATCHES = 1;

    /** Keys of a batch: its preprocessing, the objective's noise, and the layers'. */
    private static final int PREPROCESSING = 0;

    private static final int NOISE = 1;

    private static final int LAYERS = 2;

    /** The place of the validation key among the epochs' keys; no epoch reaches it. */
    private static final long VALIDATION = -1;

    private final Backend backend;
    private final Objective objective;
    private final Optimizer optimizer;
    private final TrainingPlan plan;
    private final @Nullable RunFiles files;
    private final RandomKey key;
    private final Held<RunState> state;
    private final Consumer<TrainingEvent> tell;
    private @Nullable Model best;

    TrainingRun(
            Backend backend,
            Objective objective,
            Optimizer optimizer,
            TrainingPlan plan,
            @Nullable RunFiles files,
            RunState state,
            Consumer<TrainingEvent> tell) {
        this.backend = backend;
        this.objective = objective;
        this.optimizer = optimizer;
        this.plan = plan;
        this.files = files;
        this.key = RandomKey.of(plan.seed());
        this.state = Held.of(state);
        this.tell = tell;
    }

    Trained toEnd(
            Progress start,
            Examples training,
            @Nullable Examples validation,
            BooleanSupplier stop,
            Provenance provenance) {
        int steps = (training.count() - 1) / plan.batchSize() + 1;
        tell.accept(new TrainingEvent.Started(plan.epochs(), steps, start.epochs()));
        recoverBest(start);
        List<TrainingEvent.EpochFinished> history = new ArrayList<>();
        Progress progress = start;
        StopReason reason = ending(progress);
        while (reason == null) {
            TrainingEvent.EpochFinished report = epoch(progress.epochs(), training, validation, lastGood(progress));
            progress = progress.after(report.validation().getOrDefault(Means.LOSS, Double.NaN));
            history.add(report);
            remember(progress);
            save(progress);
            tell.accept(report);
            reason = ending(progress);
            if (reason == null && stop.getAsBoolean()) {
                reason = StopReason.ASKED;
            }
        }
        tell.accept(new TrainingEvent.Stopped(reason, progress.epochs()));
        Model result = result();
        return new Trained(result.parameters(), result.layers(), progress.epochs(), history, reason, provenance);
    }

    /** Why a run that stands here goes no further; null if it does. */
    private @Nullable StopReason ending(Progress progress) {
        if (progress.exhausted(plan.patience())) {
            return StopReason.NO_IMPROVEMENT;
        }
        return progress.epochs() >= plan.epochs() ? StopReason.EPOCHS_DONE : null;
    }

    /** The best model of the epochs before a restart. If the last epoch was the best, its file may not have been written. */
    private void recoverBest(Progress start) {
        if (files == null || start.bestEpoch() == 0) {
            return;
        }
        if (start.improved()) {
            files.save(files.best(), state.value(), start);
            remember(start);
        } else if (plan.patience() > 0) {
            best = files.loadBest(backend);
        }
    }

    private TrainingEvent.EpochFinished epoch(
            int epoch, Examples training, @Nullable Examples validation, @Nullable Path lastGood) {
        RandomKey epochKey = key.foldIn(epoch);
        int[] order = order(epochKey.foldIn(ORDER), training.count());
        Means means = new Means();
        long began = System.nanoTime();
        for (int from = 0, step = 1; from < order.length; from += plan.batchSize(), step++) {
            int to = Math.min(order.length, from + plan.batchSize());
            RandomKey batchKey = epochKey.foldIn(BATCHES).foldIn(step);
            try (Scope scope = Scope.open()) {
                step(prepared(training, order, from, to, batchKey), batchKey, means, epoch + 1, step, lastGood);
            }
            tell.accept(new TrainingEvent.Stepped(epoch + 1, step));
        }
        backend.synchronize();
        double seconds = (System.nanoTime() - began) / 1e9;
        NonFiniteCheck.parameters(state.value().parameters(), epoch + 1, lastGood);
        Map<String, Double> validated = validation == null ? Map.of() : validate(validation);
        if (validation != null) {
            NonFiniteCheck.validation(validated.getOrDefault(Means.LOSS, Double.NaN), epoch + 1, lastGood);
        }
        return new TrainingEvent.EpochFinished(
                epoch + 1, means.values(), validated, seconds, training.count() / seconds);
    }

    private void step(Tensor batch, RandomKey batchKey, Means means, int epoch, int step, @Nullable Path lastGood) {
        RunState now = state.value();
        Pass pass = Pass.of(objective, now, batch, batchKey.foldIn(LAYERS), batchKey.foldIn(NOISE));
        double loss = means.add(pass.loss(), batch.shape().at(0));
        if (!Double.isFinite(loss)) {
            throw NonFiniteCheck.loss(loss, pass.gradient(), now.parameters(), epoch, step, lastGood);
        }
        NonFiniteCheck.gradient(pass.gradient(), loss, epoch, step, lastGood);
        state.update(new RunState(optimizer.updateDonating(now.training(), pass.gradient()), pass.layers()));
    }

    /** The mean loss over all validation examples in evaluation, under one key for all epochs, so that epochs can be compared. */
    private Map<String, Double> validate(Examples validation) {
        int[] order = IntStream.range(0, validation.count()).toArray();
        Means means = new Means();
        for (int from = 0, step = 1; from < order.length; from += plan.batchSize(), step++) {
            int to = Math.min(order.length, from + plan.batchSize());
            RandomKey batchKey = key.foldIn(VALIDATION).foldIn(step);
            try (Scope scope = Scope.open()) {
                Tensor batch = prepared(validation, order, from, to, batchKey);
                Mode mode = Mode.evaluation(state.value().layers());
                RandomKey noise = batchKey.foldIn(NOISE);
                means.add(objective.at(state.value().parameters(), batch, mode, noise), to - from);
            }
        }
        return means.values();
    }

    private Tensor prepared(Examples examples, int[] order, int from, int to, RandomKey batchKey) {
        return plan.preprocessing().apply(examples.take(backend, order, from, to), batchKey.foldIn(PREPROCESSING));
    }

    private int[] order(RandomKey orderKey, int count) {
        try (Scope scope = Scope.open()) {
            long[] permutation = Draws.permutation(orderKey, backend, count).toLongs();
            int[] order = new int[count];
            for (int i = 0; i < count; i++) {
                order[i] = (int) permutation[i];
            }
            return order;
        }
    }

    private void remember(Progress progress) {
        if (plan.patience() > 0 && progress.improved()) {
            release();
            best = Model.copy(state.value(), backend);
        }
    }

    /** The last state first: it tells whether the best is its own. */
    private void save(Progress progress) {
        if (files != null) {
            files.save(files.last(), state.value(), progress);
            if (progress.improved()) {
                files.save(files.best(), state.value(), progress);
            }
            tell.accept(new TrainingEvent.Saved(files.last(), progress.epochs()));
        }
    }

    private @Nullable Path lastGood(Progress progress) {
        return files == null || progress.epochs() == 0 ? null : files.last();
    }

    private Model result() {
        Model chosen = best;
        best = null;
        return chosen != null ? chosen : Model.copy(state.value(), backend);
    }

    private void release() {
        if (best != null) {
            best.forEachTensor(Tensor::release);
        }
    }

    @Override
    public void close() {
        release();
        state.close();
    }
}
