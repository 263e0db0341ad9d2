package io.surprisal.autoencoders.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.data.Preprocessing;
import io.surprisal.autoencoders.data.StrokeDigits;
import io.surprisal.io.Checkpoint;
import io.surprisal.optim.Adam;
import io.surprisal.optim.GradientClipping;
import io.surprisal.optim.Optimizer;
import io.surprisal.optim.Schedule;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which runs a checkpoint is taken for. Settings are made anew for each, as another process would. */
class ResumeTest {
    /** Draws the mean of each image towards w. */
    private static final Objective OBJECTIVE = (theta, batch, mode, key) ->
            Loss.of(batch.minus(theta.get("w")).square().mean());

    private final Backend backend = Backends.open("reference");
    private final Examples digits = Examples.of(StrokeDigits.of(RandomKey.of(5)).images(0, 20));
    private final Examples others = Examples.of(StrokeDigits.of(RandomKey.of(6)).images(0, 10));

    @TempDir
    Path directory;

    @AfterEach
    void closes() {
        backend.close();
    }

    static List<Supplier<Optimizer>> optimizers() {
        return List.of(
                () -> Adam.of(Schedule.step(1e-2, 0.5, 2)),
                () -> Adam.of(Schedule.linear(1e-2, 1e-3, 6)),
                () -> Adam.of(Schedule.warmUp(2, Schedule.cosine(1e-2, 1e-3, 4))),
                () -> Adam.of(Schedule.oneCycle(1e-2, 6)),
                () -> Adam.of(1e-2).withClipping(GradientClipping.globalNorm(1)),
                () -> Adam.of(1e-2).withClipping(GradientClipping.value(0.5)).withWeightDecay(0.1),
                () -> Adam.of(Schedule.constant(1e-2)).withClipping(gradients -> gradients.map(g -> g.times(0.5))));
    }

    private Trained run(Optimizer optimizer, TrainingPlan plan, @Nullable Examples validation) {
        Parameters initial = Parameters.of("w", backend.scalar(0));
        return Trainer.of("mean", OBJECTIVE, optimizer, plan)
                .savingTo(directory)
                .resume(backend, initial, digits, validation);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimiserResumesToTheBitsOfOneRun(Supplier<Optimizer> settings) {
        try (Scope scope = Scope.open()) {
            Trained whole = Trainer.of("mean", OBJECTIVE, settings.get(), TrainingPlan.of(3, 10, 1))
                    .train(backend, Parameters.of("w", backend.scalar(0)), digits);
            run(settings.get(), TrainingPlan.of(1, 10, 1), others);
            Trained resumed = run(settings.get(), TrainingPlan.of(3, 10, 1), others);
            assertThat(resumed.history()).hasSize(2);
            assertThat(resumed.parameters().get("w").toHost())
                    .isEqualTo(whole.parameters().get("w").toHost());
        }
    }

    @Test
    void otherSettingsAreRefusedByName() {
        try (Scope scope = Scope.open()) {
            TrainingPlan plan = TrainingPlan.of(1, 10, 1);
            run(Adam.of(Schedule.linear(1e-2, 1e-3, 6)), plan, others);
            assertThatThrownBy(() -> run(Adam.of(Schedule.linear(1e-2, 1e-3, 7)), plan, others))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("its optimizer is", "steps=6", "steps=7");
            Optimizer same = Adam.of(Schedule.linear(1e-2, 1e-3, 6));
            assertThatThrownBy(() -> run(same, plan.withPreprocessing(Preprocessing.binarised()), others))
                    .hasMessageContaining("its preprocessing is \"Unchanged[]\", but this run's is \"Binarised[]\"");
            assertThatThrownBy(() -> run(same, plan, null)).hasMessageContaining("this run's is \"none\"");
        }
    }

    @Test
    void aCheckpointThatDoesNotSayWhereItStandsIsRefused() throws IOException {
        Path last = directory.resolve("last.safetensors");
        try (Scope scope = Scope.open()) {
            TrainingPlan plan = TrainingPlan.of(1, 10, 1);
            run(Adam.of(1e-2), plan, null);
            Checkpoint whole = Checkpoint.load(last);
            for (String fact : List.of("step", "epochs", "bestEpoch", "best")) {
                JsonObject facts = whole.metadata();
                facts.remove(fact);
                new Checkpoint(whole.arrays(), facts).save(last);
                assertThatThrownBy(() -> run(Adam.of(1e-2), plan, null))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining(last + ": it does not say the " + fact + " of its run");
            }
        }
    }

    @Test
    void aCheckpointOfOtherParametersIsRefused() {
        TrainingPlan plan = TrainingPlan.of(1, 10, 1);
        try (Scope scope = Scope.open()) {
            run(Adam.of(1e-2), plan, null);
            for (Parameters other : List.of(
                    Parameters.of("v", backend.scalar(0)),
                    Parameters.of("w", backend.of(new float[784])),
                    Parameters.of("w", backend.scalar(0, DType.FLOAT64)),
                    Parameters.of("w", backend.scalar(0)).with("v", backend.scalar(0)))) {
                long before = backend.liveArrays();
                assertThatThrownBy(() -> Trainer.of("mean", OBJECTIVE, Adam.of(1e-2), plan)
                                .savingTo(directory)
                                .resume(backend, other, digits, null))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("holds the parameters {w=[] FLOAT32}, but those to start from are {");
                assertThat(backend.liveArrays()).isEqualTo(before);
            }
        }
    }

    @Test
    void whatDiffersBetweenProcessesIsLeftOutOfDescriptions() {
        // As JDK 17 and JDK 21 name the same lambda, and as Object.toString does.
        assertThat(Provenance.describe("A[rate=a.B$$Lambda$78/0x00007f4380085d68@1563da5, b=0.5]"))
                .isEqualTo("A[rate=a.B$$Lambda, b=0.5]");
        assertThat(Provenance.describe("A[rate=a.B$$Lambda/0x00007f4380085d68@1563da5, b=0.5]"))
                .isEqualTo("A[rate=a.B$$Lambda, b=0.5]");
        assertThat(Provenance.describe("a.Rule@1563da5")).isEqualTo("a.Rule");
    }
}
