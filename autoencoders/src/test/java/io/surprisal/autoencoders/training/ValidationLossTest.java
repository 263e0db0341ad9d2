package io.surprisal.autoencoders.training;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.nn.Mode;
import io.surprisal.optim.Adam;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A loss of validation examples that is no number would be better than none for ever: early stopping would never stop. */
class ValidationLossTest {
    @Test
    void aValidationLossThatIsNotFiniteEndsTheRun() {
        try (Backend backend = Backends.open("reference")) {
            Examples training = Examples.of(HostArray.wrap(new float[] {1, 2}, Shape.of(2, 1)));
            Examples validation = Examples.of(HostArray.wrap(new float[] {-1, 2}, Shape.of(2, 1)));
            Parameters initial = Parameters.of("w", backend.of(new float[] {1}));
            TrainingPlan plan = TrainingPlan.of(3, 2, 1).withPatience(1);
            assertThatExceptionOfType(NonFiniteLossException.class)
                    .isThrownBy(() -> Trainer.of("roots", ValidationLossTest::roots, Adam.of(1e-3), plan)
                            .train(backend, initial, training, validation))
                    .withMessage("training: the loss of the validation examples is NaN after epoch 1, while those of "
                            + "training and all parameters are finite. Look for validation examples unlike those of "
                            + "training; no checkpoint was written before.");
        }
    }

    private static Loss roots(Parameters theta, Tensor batch, Mode mode, RandomKey key) {
        return Loss.of(batch.sqrt().times(theta.get("w")).mean());
    }
}
