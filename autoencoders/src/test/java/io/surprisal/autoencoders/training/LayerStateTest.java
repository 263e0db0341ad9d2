package io.surprisal.autoencoders.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.Autoencoder;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.data.StrokeDigits;
import io.surprisal.nn.BatchNorm;
import io.surprisal.nn.Dense;
import io.surprisal.nn.Dropout;
import io.surprisal.nn.Mode;
import io.surprisal.nn.Sequential;
import io.surprisal.optim.Adam;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models whose layers have state, or are others in evaluation than in training. */
class LayerStateTest {
    private static final Vae NORMALISED = new Vae(
            Sequential.of(Dense.of(784, 8), BatchNorm.of(8), Dense.of(8, 4)),
            Sequential.of(Dense.of(2, 8), BatchNorm.of(8), Dense.of(8, 784)),
            2,
            new BernoulliLikelihood());

    private final Backend backend = Backends.open("reference");
    private final Examples digits = Examples.of(StrokeDigits.of(RandomKey.of(5)).images(0, 40));
    private final Examples others = Examples.of(StrokeDigits.of(RandomKey.of(6)).images(0, 20));

    @TempDir
    Path directory;

    @AfterEach
    void closes() {
        backend.close();
    }

    private static Trainer trainer(int epochs) {
        return Trainer.of(
                "normalised",
                NORMALISED,
                Adam.of(1e-2),
                TrainingPlan.of(epochs, 20, 9).withPatience(9));
    }

    private Parameters initial() {
        return NORMALISED.initialise(RandomKey.of(1), backend);
    }

    @Test
    void runningStatisticsComeOutOfTrainingAndGoIntoEvaluation() {
        try (Scope scope = Scope.open()) {
            Parameters initial = initial();
            long before = backend.liveArrays();
            Trained trained = trainer(2).train(backend, initial, digits, others);
            int results = initial.names().size() + trained.state().names().size();
            assertThat(backend.liveArrays()).isEqualTo(before + results);
            assertThat(trained.state().names())
                    .containsExactly("encoder.1.mean", "encoder.1.variance", "decoder.1.mean", "decoder.1.variance");
            // Four steps by a tenth have moved the mean away from 0.
            assertThat(trained.state().get("encoder.1.mean").abs().max().item()).isGreaterThan(1e-3);
            Tensor x = others.on(backend);
            Mode mode = Mode.evaluation(trained.state());
            Tensor images = NORMALISED.reconstruct(trained.parameters(), x, mode);
            assertThat(images.shape()).isEqualTo(x.shape());
            assertThat(NORMALISED
                            .generate(RandomKey.of(2), trained.parameters(), 3, mode)
                            .shape()
                            .at(0))
                    .isEqualTo(3);
        }
    }

    @Test
    void validationIsEvaluationWithTheRunningStatistics() {
        try (Scope scope = Scope.open()) {
            Trained trained = trainer(1).train(backend, initial(), digits, others);
            RandomKey noise = RandomKey.of(9).foldIn(-1).foldIn(1).foldIn(1);
            double loss = NORMALISED
                    .negativeElbo(trained.parameters(), others.on(backend), Mode.evaluation(trained.state()), noise)
                    .total()
                    .item();
            assertThat(trained.history().get(0).validation()).containsEntry("loss", loss);
        }
    }

    @Test
    void runningStatisticsSurviveARestart() {
        try (Scope scope = Scope.open()) {
            Trained whole = trainer(4).train(backend, initial(), digits, others);
            trainer(2).savingTo(directory).train(backend, initial(), digits, others);
            Trained resumed = trainer(4).savingTo(directory).resume(backend, initial(), digits, others);
            for (String name : whole.state().names()) {
                HostArray expected = whole.state().get(name).toHost();
                assertThat(resumed.state().get(name).toHost()).as(name).isEqualTo(expected);
            }
            assertThat(resumed.history().get(1).validation())
                    .isEqualTo(whole.history().get(3).validation());
        }
    }

    @Test
    void nothingDropsOutInValidation() {
        Autoencoder model = new Autoencoder(
                Sequential.of(Dropout.of(0.9), Dense.of(784, 4)), Dense.of(4, 784), new BernoulliLikelihood());
        try (Scope scope = Scope.open()) {
            Parameters initial = model.initialise(RandomKey.of(1), backend);
            // A rate of 0 leaves the parameters, so each epoch validates the same model.
            Trained trained = Trainer.of("dropout", model, Adam.of(0.0), TrainingPlan.of(1, 20, 1))
                    .train(backend, initial, digits, others);
            Tensor decoded = model.decoder()
                    .apply(initial.at("decoder"), model.encode(initial, others.on(backend)), Mode.evaluation());
            double expected = -model.likelihood()
                    .logProb(decoded, others.on(backend))
                    .mean()
                    .item();
            assertThat(trained.history().get(0).validation().getOrDefault("loss", Double.NaN))
                    .isCloseTo(expected, within(1e-4));
        }
    }
}
