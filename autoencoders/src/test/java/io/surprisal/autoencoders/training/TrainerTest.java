package io.surprisal.autoencoders.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.data.Preprocessing;
import io.surprisal.autoencoders.data.StrokeDigits;
import io.surprisal.io.FormatException;
import io.surprisal.optim.Adam;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final Vae MODEL = Vae.fullyConnected(784, 16, 3, new BernoulliLikelihood());

    private final Backend backend = Backends.open("reference");
    private final Examples digits = Examples.of(StrokeDigits.of(RandomKey.of(5)).images(0, 70));
    private final Examples others = Examples.of(StrokeDigits.of(RandomKey.of(6)).images(0, 20));

    @TempDir
    Path directory;

    @AfterEach
    void closes() {
        backend.close();
    }

    private static Trainer trainer(int epochs) {
        TrainingPlan plan = TrainingPlan.of(epochs, 32, 9).withPreprocessing(Preprocessing.binarised());
        return Trainer.of(MODEL.toString(), MODEL, Adam.of(1e-3), plan);
    }

    private static double number(Map<String, Double> values, String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    private Parameters initial() {
        return MODEL.initialise(RandomKey.of(1), backend);
    }

    private static void assertSameBits(Parameters actual, Parameters expected) {
        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            assertThat(actual.get(name).toHost())
                    .as(name)
                    .isEqualTo(expected.get(name).toHost());
        }
    }

    @Test
    void oneSeedGivesOneResult() {
        try (Scope scope = Scope.open()) {
            Trained first = trainer(2).train(backend, initial(), digits, others);
            Trained second = trainer(2).train(backend, initial(), digits, others);
            assertSameBits(second.parameters(), first.parameters());
            assertThat(second.history().get(1).training())
                    .isEqualTo(first.history().get(1).training());
            assertThat(second.history().get(1).validation())
                    .isEqualTo(first.history().get(1).validation());
        }
    }

    @Test
    void anInterruptedRunResumesToTheSameBits() {
        try (Scope scope = Scope.open()) {
            Trained whole = trainer(4).train(backend, initial(), digits, others);
            trainer(2).savingTo(directory).train(backend, initial(), digits, others);
            Trained resumed = trainer(4).savingTo(directory).resume(backend, initial(), digits, others);
            assertThat(resumed.history()).hasSize(2);
            assertThat(resumed.epochs()).isEqualTo(4);
            assertSameBits(resumed.parameters(), whole.parameters());
        }
    }

    @Test
    void theLossFalls() {
        try (Scope scope = Scope.open()) {
            List<TrainingEvent.EpochFinished> history = Trainer.of(
                            "vae", MODEL, Adam.of(1e-2), TrainingPlan.of(6, 16, 9))
                    .train(backend, initial(), digits, null)
                    .history();
            double first = number(history.get(0).training(), "loss");
            double last = number(history.get(5).training(), "loss");
            assertThat(last).isLessThan(0.8 * first);
            assertThat(number(history.get(5).training(), "reconstruction")
                            + number(history.get(5).training(), "kl"))
                    .isCloseTo(last, within(1e-3));
        }
    }

    @Test
    void nothingIsLeftButTheResult() {
        try (Scope scope = Scope.open()) {
            Parameters initial = initial();
            long before = backend.liveArrays();
            Trained trained = trainer(1).train(backend, initial, digits, others);
            assertThat(backend.liveArrays()).isEqualTo(before + initial.names().size());
            assertThat(trained.parameters().names()).isEqualTo(initial.names());
        }
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void refusesACheckpointOfAnotherRun() {
        try (Scope scope = Scope.open()) {
            trainer(1).savingTo(directory).train(backend, initial(), digits, null);
            assertThatThrownBy(() -> trainer(2).savingTo(directory).resume(backend, initial(), others, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("was written by another run: its data is");
        }
    }

    @Test
    void saysBeforehandWhetherItCanResume() throws IOException {
        assertThatThrownBy(() -> trainer(1).savingTo(directory).requireResumable(backend, digits, null))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("there is no " + directory.resolve("last.safetensors"));
        try (Scope scope = Scope.open()) {
            trainer(1).savingTo(directory).train(backend, initial(), digits, others);
        }
        Trainer longer = trainer(2).savingTo(directory);
        longer.requireResumable(backend, digits, others);
        assertThatThrownBy(() -> longer.requireResumable(backend, others, others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its data is");
        Files.write(directory.resolve("last.safetensors"), new byte[100]);
        assertThatThrownBy(() -> longer.requireResumable(backend, digits, others))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Put best.safetensors of the same directory in its place");
    }

    @Test
    void stopsWhenTheLossIsNotFiniteAndNamesStepAndParameter() {
        Objective spoiled = (theta, batch, mode, key) ->
                Loss.of(theta.get("w").times(batch.sum().div(0)).sum());
        Trainer trainer = Trainer.of("spoiled", spoiled, Adam.of(1e-3), TrainingPlan.of(1, 32, 1));
        try (Scope scope = Scope.open()) {
            Parameters initial = Parameters.of("w", backend.scalar(1));
            assertThatThrownBy(() -> trainer.train(backend, initial, digits, null))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessageContaining("the loss is Infinity at epoch 1, step 1; the gradient of w is not finite.")
                    .hasMessageContaining("no checkpoint was written before");
        }
    }

    @Test
    void stopsBeforeAGradientThatIsNotFiniteSpoilsTheParameters() {
        // √ at 0 of something that does not move: the loss is finite, and its gradient ∞ · 0.
        Objective spoiled = (theta, batch, mode, key) -> {
            Tensor w = theta.get("w");
            return Loss.of(w.square().plus(w.minus(w).sqrt()).sum());
        };
        Trainer trainer = Trainer.of("spoiled", spoiled, Adam.of(1e-3), TrainingPlan.of(1, 70, 1));
        try (Scope scope = Scope.open()) {
            Parameters initial = Parameters.of("v", backend.scalar(1)).with("w", backend.scalar(1));
            assertThatThrownBy(() -> trainer.train(backend, initial, digits, null))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessageStartingWith(
                            "training: the gradient of w is not finite at epoch 1, step 1, though the loss is 1.0.");
        }
    }

    /** Training pushes w up; validation prefers it small, so the first epoch is the best. */
    private Trainer opposed(int epochs) {
        Objective opposed = (theta, batch, mode, key) -> {
            Tensor w = theta.get("w");
            return Loss.of(mode.isTraining() ? w.neg() : w);
        };
        return Trainer.of(
                "opposed", opposed, Adam.of(0.5), TrainingPlan.of(epochs, 70, 1).withPatience(3));
    }

    private Parameters zero() {
        return Parameters.of("w", backend.scalar(0));
    }

    @Test
    void stopsEarlyAndReturnsTheBestParameters() {
        try (Scope scope = Scope.open()) {
            Trained trained = opposed(9).train(backend, zero(), digits, others);
            assertThat(trained.reason()).isEqualTo(StopReason.NO_IMPROVEMENT);
            assertThat(trained.history()).hasSize(4);
            double best = number(trained.history().get(0).validation(), "loss");
            assertThat(trained.parameters().get("w").item()).isEqualTo(best);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aResumedRunRemembersTheBestParametersAndThePatience(int before) {
        try (Scope scope = Scope.open()) {
            Trained whole = opposed(9).train(backend, zero(), digits, others);
            opposed(before).savingTo(directory).train(backend, zero(), digits, others);
            Trained resumed = opposed(9).savingTo(directory).resume(backend, zero(), digits, others);
            assertThat(resumed.reason()).isEqualTo(StopReason.NO_IMPROVEMENT);
            assertThat(resumed.history()).hasSize(4 - before);
            assertSameBits(resumed.parameters(), whole.parameters());
        }
    }

    @Test
    void aRunThatWasKilledBeforeItsBestFileWasWrittenStillHasTheBest() throws IOException {
        try (Scope scope = Scope.open()) {
            opposed(1).savingTo(directory).train(backend, zero(), digits, others);
            Files.delete(directory.resolve("best.safetensors"));
            opposed(2).savingTo(directory).resume(backend, zero(), digits, others);
            Trained resumed = opposed(9).savingTo(directory).resume(backend, zero(), digits, others);
            assertSameBits(
                    resumed.parameters(),
                    opposed(1).train(backend, zero(), digits, others).parameters());
        }
    }

    @Test
    void aRunThatStoppedForWantOfImprovementStaysStopped() throws IOException {
        try (Scope scope = Scope.open()) {
            Trained stopped = opposed(9).savingTo(directory).train(backend, zero(), digits, others);
            byte[] last = Files.readAllBytes(directory.resolve("last.safetensors"));
            Trained resumed = opposed(9).savingTo(directory).resume(backend, zero(), digits, others);
            assertThat(resumed.reason()).isEqualTo(StopReason.NO_IMPROVEMENT);
            assertThat(resumed.history()).isEmpty();
            assertSameBits(resumed.parameters(), stopped.parameters());
            assertThat(directory.resolve("last.safetensors")).hasBinaryContent(last);
        }
    }

    @Test
    void aRunCanBeAskedToEnd() {
        AtomicBoolean asked = new AtomicBoolean();
        List<TrainingEvent> events = new ArrayList<>();
        Trainer trainer = trainer(5).stoppingWhen(asked::get).listeningTo(event -> {
            events.add(event);
            if (event instanceof TrainingEvent.EpochFinished) {
                asked.set(true);
            }
        });
        try (Scope scope = Scope.open()) {
            Trained trained = trainer.train(backend, initial(), digits, null);
            assertThat(trained.reason()).isEqualTo(StopReason.ASKED);
            assertThat(trained.history()).hasSize(1);
        }
        assertThat(events.get(0)).isEqualTo(new TrainingEvent.Started(5, 3, 0));
        assertThat(events).filteredOn(TrainingEvent.Stepped.class::isInstance).hasSize(3);
        assertThat(events.get(events.size() - 1)).isEqualTo(new TrainingEvent.Stopped(StopReason.ASKED, 1));
    }

    @Test
    void aTrainerThatWasAskedToEndRemembersNothingOfIt() {
        Iterator<Boolean> answers = List.of(true, false).iterator();
        Trainer trainer = trainer(2).stoppingWhen(answers::next);
        try (Scope scope = Scope.open()) {
            assertThat(trainer.train(backend, initial(), digits, null).reason()).isEqualTo(StopReason.ASKED);
            assertThat(trainer.train(backend, initial(), digits, null).reason()).isEqualTo(StopReason.EPOCHS_DONE);
        }
    }

    @Test
    void earlyStoppingNeedsValidation() {
        Trainer trainer = Trainer.of(
                "vae", MODEL, Adam.of(1e-3), TrainingPlan.of(2, 32, 1).withPatience(1));
        try (Scope scope = Scope.open()) {
            Parameters initial = initial();
            assertThatThrownBy(() -> trainer.train(backend, initial, digits, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs validation examples");
        }
    }

    @Test
    void theLogHasOneObjectALine() {
        StringWriter text = new StringWriter();
        try (Scope scope = Scope.open()) {
            trainer(2).listeningTo(JsonLinesLog.to(text)).train(backend, initial(), digits, others);
        }
        assertThat(text.toString().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).startsWith("{\"event\":").endsWith("}"));
    }

    @Test
    void theLogGivesItsEpochsBack() throws IOException {
        Path file = directory.resolve("log.jsonl");
        List<TrainingEvent.EpochFinished> history;
        try (Writer writer = Files.newBufferedWriter(file);
                Scope scope = Scope.open()) {
            JsonLinesLog log = JsonLinesLog.to(writer);
            log.on(new TrainingEvent.EpochFinished(2, Map.of("loss", Double.NaN), Map.of(), 1, 2));
            history = trainer(2)
                    .listeningTo(log)
                    .train(backend, initial(), digits, others)
                    .history();
            writer.write("{\"event\":\"epoch\",\"epo");
        }
        assertThat(JsonLinesLog.epochs(file)).isEqualTo(history);
        Files.writeString(file, "{\"event\":\"epoch\",\"epoch\":3}");
        assertThatThrownBy(() -> JsonLinesLog.epochs(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("has no training");
    }

    @Test
    void theLogWritesInfiniteSpeedAsAStringToo() throws IOException {
        StringWriter text = new StringWriter();
        TrainingEvent.EpochFinished instant =
                new TrainingEvent.EpochFinished(1, Map.of("loss", 1.0), Map.of(), 0, Double.POSITIVE_INFINITY);
        JsonLinesLog.to(text).on(instant);
        assertThat(text.toString()).contains("\"examplesPerSecond\":\"Infinity\"");
        Path file = Files.writeString(directory.resolve("log.jsonl"), text.toString());
        assertThat(JsonLinesLog.epochs(file)).containsExactly(instant);
    }

    @Test
    void checkpointsAreThereAfterEveryEpoch() {
        try (Scope scope = Scope.open()) {
            trainer(1).savingTo(directory).train(backend, initial(), digits, others);
        }
        assertThat(Files.exists(directory.resolve("last.safetensors"))).isTrue();
        assertThat(Files.exists(directory.resolve("best.safetensors"))).isTrue();
    }

    @Test
    void initialParametersStayAsTheyAre() {
        try (Scope scope = Scope.open()) {
            Parameters initial = initial();
            List<Tensor> before = initial.tensors();
            trainer(1).train(backend, initial, digits, null);
            assertThat(before).noneMatch(Tensor::isReleased);
        }
    }
}
