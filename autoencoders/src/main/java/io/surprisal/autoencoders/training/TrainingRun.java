package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.LossAndGradient;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.optim.Optimizer;
import io.surprisal.optim.TrainingState;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One call of {@link Trainer}: the present state, and the loop over epochs and batches. */
final class TrainingRun implements AutoCloseable {
    /** Keys of an epoch: the order of the examples, and its batches. */
    private static final int ORDER = 0;

    private static final int BATCHES = 1;

    /** Keys of a batch: its preprocessing, and the objective's noise. */
    private static final int PREPROCESSING = 0;

    private static final int NOISE = 1;

    /** The place of the validation key among the epochs' keys; no epoch reaches it. */
    private static final long VALIDATION = -1;

    private final Backend backend;
    private final Objective objective;
    private final Optimizer optimizer;
    private final TrainingPlan plan;
    private final RandomKey key;
    private final Held<TrainingState> state;
    private final Consumer<TrainingEvent> tell;
    private @Nullable Parameters best;

    TrainingRun(
            Backend backend,
            Objective objective,
            Optimizer optimizer,
            TrainingPlan plan,
            RandomKey key,
            TrainingState state,
            Consumer<TrainingEvent> tell) {
        this.backend = backend;
        this.objective = objective;
        this.optimizer = optimizer;
        this.plan = plan;
        this.key = key;
        this.state = Held.of(state);
        this.tell = tell;
    }

    Trained toEnd(
            Progress start,
            Examples training,
            @Nullable Examples validation,
            @Nullable RunFiles files,
            AtomicBoolean stop,
            Provenance provenance) {
        int steps = (training.count() + plan.batchSize() - 1) / plan.batchSize();
        tell.accept(new TrainingEvent.Started(plan.epochs(), steps, start.epochs()));
        List<TrainingEvent.EpochFinished> history = new ArrayList<>();
        Progress progress = start;
        StopReason reason = StopReason.EPOCHS_DONE;
        while (progress.epochs() < plan.epochs()) {
            TrainingEvent.EpochFinished report =
                    epoch(progress.epochs(), training, validation, lastGood(files, progress));
            progress = progress.after(report.validation().getOrDefault(Means.LOSS, Double.NaN));
            history.add(report);
            remember(progress);
            save(files, progress);
            tell.accept(report);
            if (progress.exhausted(plan.patience())) {
                reason = StopReason.NO_IMPROVEMENT;
                break;
            }
            if (stop.get() && progress.epochs() < plan.epochs()) {
                reason = StopReason.ASKED;
                break;
            }
        }
        tell.accept(new TrainingEvent.Stopped(reason, progress.epochs()));
        return new Trained(result(), progress.epochs(), history, reason, provenance);
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
                step(
                        prepared(training, order, from, to, batchKey),
                        batchKey.foldIn(NOISE),
                        means,
                        epoch + 1,
                        step,
                        lastGood);
            }
            tell.accept(new TrainingEvent.Stepped(epoch + 1, step));
        }
        backend.synchronize();
        double seconds = (System.nanoTime() - began) / 1e9;
        NonFiniteCheck.parameters(state.value().parameters(), epoch + 1, lastGood);
        Map<String, Double> validated = validation == null ? Map.of() : validate(validation);
        return new TrainingEvent.EpochFinished(
                epoch + 1, means.values(), validated, seconds, training.count() / seconds);
    }

    private void step(Tensor batch, RandomKey noise, Means means, int epoch, int step, @Nullable Path lastGood) {
        LossAndGradient result = Gradients.lossAndGradient(theta -> objective.at(theta, batch, noise))
                .at(state.value().parameters());
        double loss = means.add(result.loss(), batch.shape().at(0));
        if (!Double.isFinite(loss)) {
            throw NonFiniteCheck.loss(loss, result.gradient(), state.value().parameters(), epoch, step, lastGood);
        }
        state.update(optimizer.updateDonating(state.value(), result.gradient()));
    }

    /** The mean loss over all validation examples, under one key for all epochs, so that epochs can be compared. */
    private Map<String, Double> validate(Examples validation) {
        int[] order = IntStream.range(0, validation.count()).toArray();
        Means means = new Means();
        for (int from = 0, step = 1; from < order.length; from += plan.batchSize(), step++) {
            int to = Math.min(order.length, from + plan.batchSize());
            RandomKey batchKey = key.foldIn(VALIDATION).foldIn(step);
            try (Scope scope = Scope.open()) {
                Tensor batch = prepared(validation, order, from, to, batchKey);
                means.add(objective.at(state.value().parameters(), batch, batchKey.foldIn(NOISE)), to - from);
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
            best = copy(state.value().parameters());
        }
    }

    private void save(@Nullable RunFiles files, Progress progress) {
        if (files != null) {
            if (progress.improved()) {
                files.save(files.best(), state.value(), progress);
            }
            files.save(files.last(), state.value(), progress);
            tell.accept(new TrainingEvent.Saved(files.last(), progress.epochs()));
        }
    }

    private static @Nullable Path lastGood(@Nullable RunFiles files, Progress progress) {
        return files == null || progress.epochs() == 0 ? null : files.last();
    }

    private Parameters result() {
        Parameters chosen = best;
        best = null;
        return chosen != null ? chosen : copy(state.value().parameters());
    }

    private Parameters copy(Parameters parameters) {
        return parameters.map(parameter -> backend.of(parameter.toHost()));
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
