package io.surprisal.optim;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Held;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class AdamTest extends ReferenceTest {
    @Test
    void theFirstStepIsTheRateAgainstTheSign() {
        Parameters theta = Parameters.of("w", vector(1, 2, 3));
        Parameters gradient = Parameters.of("w", vector(0.5, -20, 1e-3));
        Adam adam = Adam.of(0.1);
        TrainingState next = adam.update(adam.initialise(theta), theta, gradient);
        assertThat(next.parameters().get("w")).isCloseTo(new double[] {0.9, 2.1, 2.9}, 0, 2e-6);
        assertThat(next.optimizer().step()).isEqualTo(1);
        assertThat(theta.get("w")).containsExactly(1, 2, 3);
    }

    @Test
    void decayIsDecoupledInAdamW() {
        Parameters theta = Parameters.of("w", vector(1, -2));
        Parameters gradient = Parameters.of("w", vector(0, 0));
        AdamW adam = AdamW.of(0.1, 0.5);
        TrainingState next = adam.update(adam.initialise(theta), theta, gradient);
        assertThat(next.parameters().get("w")).isCloseTo(new double[] {0.95, -1.9}, 1e-15, 0);
    }

    @Test
    void donatingGivesTheNumbersOfUpdating() {
        Parameters theta = Parameters.of("w", normal(1, 4, 3).cast(DType.FLOAT32))
                .with("b", normal(2, 3).cast(DType.FLOAT32));
        Parameters gradient = theta.map(p -> p.sin());
        for (Optimizer optimizer : new Optimizer[] {Adam.of(0.1), AdamW.of(0.1, 0.01)}) {
            TrainingState kept = new TrainingState(theta, optimizer.initialise(theta));
            TrainingState given = new TrainingState(theta.map(p -> p.plus(0)), optimizer.initialise(theta));
            for (int i = 0; i < 5; i++) {
                kept = optimizer.update(kept, gradient);
                given = optimizer.updateDonating(given, gradient);
            }
            assertThat(given.parameters().get("w")).isCloseTo(kept.parameters().get("w"), 1e-6, 1e-6);
            assertThat(given.optimizer().slots().get("square.b"))
                    .isCloseTo(kept.optimizer().slots().get("square.b"), 1e-6, 0);
        }
    }

    @Test
    void aLongRunHoldsOneState() {
        Backend device = backend;
        Adam adam = Adam.of(0.01);
        Parameters theta = Parameters.of("w", device.of(new float[] {1, 2, 3}));
        try (Held<TrainingState> held = Held.of(new TrainingState(theta, adam.initialise(theta)))) {
            long before = device.liveArrays();
            for (int i = 0; i < 50; i++) {
                Scope.run(() -> {
                    TrainingState now = held.value();
                    Parameters gradient = Gradients.valueAndGradient(
                                    p -> p.get("w").square().sum())
                            .at(now.parameters())
                            .gradient();
                    held.update(adam.updateDonating(now, gradient));
                });
                assertThat(device.liveArrays()).isEqualTo(before);
            }
            assertThat(held.value().optimizer().step()).isEqualTo(50);
        }
    }

    @Test
    void oneTensorUnderTwoNamesIsRefusedBeforeAnythingIsGivenUp() {
        Parameters theta = Parameters.of("encoder.w", vector(1, 2)).with("b", vector(3));
        Parameters gradient = theta.map(p -> p.sin());
        Parameters tied = theta.with("decoder.w", theta.get("encoder.w"));
        Parameters tiedGradient = gradient.with("decoder.w", gradient.get("encoder.w"));
        for (Optimizer optimizer : new Optimizer[] {Adam.of(0.1), AdamW.of(0.1, 0.01), Sgd.of(0.1)}) {
            TrainingState state = new TrainingState(tied, optimizer.initialise(tied));
            String message = ": encoder.w and decoder.w are one tensor, but each is updated by itself. "
                    + "Give a shared parameter one name, or each name a copy.";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> optimizer.updateDonating(state, tiedGradient))
                    .withMessageEndingWith(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> optimizer.update(state, tiedGradient))
                    .withMessageEndingWith(message);
            assertThat(tied.tensors()).noneMatch(Tensor::isReleased);
            assertThat(state.optimizer().slots().tensors()).noneMatch(Tensor::isReleased);
        }
    }

    @Test
    void aGradientThatIsAParameterIsRefusedBeforeAnythingIsGivenUp() {
        Parameters theta = Parameters.of("a", vector(1, 2)).with("b", vector(3, 4));
        Adam adam = Adam.of(0.1);
        TrainingState state = new TrainingState(theta, adam.initialise(theta));
        Parameters gradient = Parameters.of("a", vector(1, 1)).with("b", theta.get("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.updateDonating(state, gradient))
                .withMessageStartingWith("Adam: a and the gradient of b are one tensor");
        Parameters slots = state.optimizer().slots();
        TrainingState mixed =
                new TrainingState(theta, new OptimizerState(0, slots.with("square.b", slots.get("mean.a"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.updateDonating(
                        mixed, Parameters.of("a", vector(1, 1)).with("b", vector(1, 1))))
                .withMessageStartingWith("Adam: the state's mean.a and the state's square.b are one tensor");
        assertThat(theta.tensors()).noneMatch(Tensor::isReleased);
        assertThat(slots.tensors()).noneMatch(Tensor::isReleased);
    }

    @Test
    void namesTheParameterThatDoesNotFit() {
        Parameters theta = Parameters.of("a", vector(1)).with("b", vector(1, 2));
        Adam adam = Adam.of(1e-3);
        OptimizerState state = adam.initialise(theta);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.update(state, theta, Parameters.of("a", vector(1))))
                .withMessage(
                        "Adam: parameter b has no gradient; there are [a]. Take the gradient at these parameters.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.update(state, theta, theta.with("b", vector(1))))
                .withMessageStartingWith("Adam: the gradient of b is tensor [1] FLOAT64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.update(state, theta, theta.with("c", vector(1))))
                .withMessageStartingWith("Adam: gradient c belongs to no parameter; there are [a, b].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.update(adam.initialise(theta.with("b", vector(1))), theta, theta))
                .withMessageStartingWith("Adam: the state has no mean.b of shape [2]; it holds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.initialise(Parameters.of("n", backend.zeros(Shape.of(1), DType.INT64))))
                .withMessageStartingWith("Adam: parameter n (tensor [1] INT64");
    }

    @Test
    void rejectsSettingsOutsideTheirDomain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adam.of(-1))
                .withMessage("Schedule.constant: rate must be finite and not negative, but is -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adam(step -> 1, 1, 0.9, 1e-8))
                .withMessage("Adam: beta1 must be in [0, 1), but is 1.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> new Adam(step -> 1, 0.9, 0.9, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> AdamW.of(1, -1));
    }
}
