package io.surprisal.autoencoders.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.Autoencoder;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.GaussianLikelihood;
import io.surprisal.autoencoders.Likelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.data.Preprocessing;
import io.surprisal.optim.Adam;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data outside an objective's domain are refused before the first step. */
class SupportTest {
    private final Backend backend = Backends.open("reference");
    private final Examples grey = examples(0, 0.25f, 1, 0.5f, 0, 0.75f, 0.5f, 1);
    private final Examples bytes = examples(0, 64, 255, 128, 0, 192, -3, 255);

    @TempDir
    Path directory;

    @AfterEach
    void closes() {
        backend.close();
    }

    private static Examples examples(float... numbers) {
        return Examples.of(HostArray.wrap(numbers, Shape.of(4, 2)));
    }

    private static Autoencoder autoencoder(Likelihood likelihood) {
        return Autoencoder.fullyConnected(2, 3, 1, likelihood);
    }

    private Trained train(Objective objective, Parameters initial, Preprocessing preprocessing, Examples... data) {
        TrainingPlan plan = TrainingPlan.of(1, 3, 1).withPreprocessing(preprocessing);
        return Trainer.of("model", objective, Adam.of(1e-3), plan)
                .savingTo(directory)
                .resume(backend, initial, data[0], data.length > 1 ? data[1] : null);
    }

    @Test
    void bernoulliDataOutsideTheUnitIntervalAreRefused() {
        try (Scope scope = Scope.open()) {
            Autoencoder plain = autoencoder(new BernoulliLikelihood());
            Vae variational = Vae.fullyConnected(2, 3, 1, new BernoulliLikelihood());
            Parameters forPlain = plain.initialise(RandomKey.of(1), backend);
            Parameters forVariational = variational.initialise(RandomKey.of(1), backend);
            long before = backend.liveArrays();
            String message = "BernoulliLikelihood: x must be in [0, 1], but x[0][1] = 64.0. "
                    + "Scale the data, by their largest value for instance, or use a GaussianLikelihood.";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> train(plain, forPlain, Preprocessing.none(), bytes))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> train(variational, forVariational, Preprocessing.none(), grey, bytes))
                    .withMessage(message);
            assertThat(backend.liveArrays()).isEqualTo(before);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void gaussianDataMayBeAnyNumbers() {
        try (Scope scope = Scope.open()) {
            Autoencoder model = autoencoder(new GaussianLikelihood(1));
            Parameters initial = model.initialise(RandomKey.of(1), backend);
            assertThat(train(model, initial, Preprocessing.none(), bytes).epochs())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsDrawnMustHaveProbabilities() {
        try (Scope scope = Scope.open()) {
            Autoencoder model = autoencoder(new BernoulliLikelihood());
            Parameters initial = model.initialise(RandomKey.of(1), backend);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> train(model, initial, Preprocessing.binarised(), bytes))
                    .withMessage("Preprocessing.binarised: a probability must be in [0, 1], but x[0][1] = 64.0. "
                            + "Scale the data, by their largest value for instance.");
            assertThat(train(model, initial, Preprocessing.binarised(), grey).epochs())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatPreprocessingMakesIsWhatCounts() {
        try (Scope scope = Scope.open()) {
            Autoencoder model = autoencoder(new BernoulliLikelihood());
            Parameters initial = model.initialise(RandomKey.of(1), backend);
            Preprocessing scaling = (batch, key) -> batch.div(255);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> train(model, initial, scaling, bytes))
                    .withMessageStartingWith("train: what ")
                    .withMessageContaining(
                            " makes of examples 3 to 3 is refused: BernoulliLikelihood: x must be in [0, 1], but x[0][0] = -0.01");
            Preprocessing doubling =
                    (batch, key) -> batch.cast(DType.FLOAT64).times(0.5).cast(DType.FLOAT32);
            assertThat(train(model, initial, doubling, grey).epochs()).isEqualTo(1);
        }
    }

    @Test
    void aBatchMayBeLargerThanAnyData() {
        try (Scope scope = Scope.open()) {
            Autoencoder model = autoencoder(new BernoulliLikelihood());
            Parameters initial = model.initialise(RandomKey.of(1), backend);
            int[] steps = new int[1];
            Trainer.of("model", model, Adam.of(1e-3), TrainingPlan.of(1, Integer.MAX_VALUE, 1))
                    .listeningTo(event -> {
                        if (event instanceof TrainingEvent.Started started) {
                            steps[0] = started.stepsPerEpoch();
                        }
                    })
                    .train(backend, initial, grey);
            assertThat(steps[0]).isEqualTo(1);
        }
    }
}
