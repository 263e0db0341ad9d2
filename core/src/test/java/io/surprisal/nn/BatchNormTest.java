package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class BatchNormTest extends ReferenceTest {
    private static final RandomKey KEY = RandomKey.of(1);

    private final BatchNorm layer = new BatchNorm(3, 0.25, 1e-12);

    private Parameters parameters() {
        return layer.initialise(KEY, backend, DType.FLOAT64);
    }

    private Mode training() {
        return Mode.training(KEY, layer.initialState(backend, DType.FLOAT64));
    }

    @Test
    void trainingGivesEachFeatureMeanZeroAndVarianceOne() {
        Tensor y = layer.apply(parameters(), normal(1, 4, 3, 2, 5).times(3).plus(7), training());
        assertThat(y.mean(0, 2, 3)).isCloseTo(new double[3], 0, 1e-13);
        assertThat(y.variance(0, 2, 3)).isCloseTo(new double[] {1, 1, 1}, 1e-11, 0);
    }

    @Test
    void runningStatisticsMoveByTheMomentum() {
        Tensor x = normal(2, 8, 3).plus(2);
        Mode mode = training();
        layer.apply(parameters(), x, mode);
        Parameters state = mode.updatedState();
        assertThat(state.get("mean")).isCloseTo(x.mean(0).times(0.25), 1e-13, 0);
        assertThat(state.get("variance"))
                .isCloseTo(x.sampleVariance(0).times(0.25).plus(0.75), 1e-13, 0);
    }

    @Test
    void evaluationUsesTheRunningStatistics() {
        Parameters state = Parameters.of("mean", vector(1, 2, 3)).with("variance", vector(4, 9, 16));
        Parameters theta = Parameters.of("scale", vector(1, 1, 2)).with("shift", vector(0, 10, 0));
        Mode mode = Mode.evaluation(state);
        assertThat(layer.apply(theta, vector(3, 5, 7).reshape(1, 3), mode))
                .isCloseTo(new double[] {1, 11, 2}, 1e-12, 0);
        assertThat(mode.updatedState().get("mean")).isSameAs(state.get("mean"));
    }

    @Test
    void stateLeavesAGradientCallWithTheLoss() {
        Sequential net = Sequential.of(Dense.of(2, 3), layer);
        Parameters theta = net.initialise(KEY, backend, DType.FLOAT64);
        Parameters state = net.initialState(backend, DType.FLOAT64);
        assertThat(state.names()).containsExactly("1.mean", "1.variance");
        Tensor x = normal(3, 6, 2);
        var result = Gradients.lossAndGradient(p -> {
                    Mode mode = Mode.training(KEY, state);
                    Tensor y = net.apply(p, x, mode);
                    return new Loss(y.square().sum(), Parameters.empty().with("state", mode.updatedState()));
                })
                .at(theta);
        Parameters next = result.loss().parts().at("state");
        assertThat(next.names()).containsExactly("1.mean", "1.variance");
        Tensor hidden = Dense.of(2, 3).apply(theta.at("0"), x, Mode.evaluation());
        assertThat(next.get("1.mean")).isCloseTo(hidden.mean(0).times(0.25), 1e-12, 1e-15);
        assertThat(result.gradient().names()).isEqualTo(theta.names());
    }

    @Test
    void gradientsAgreeWithDifferences() {
        Tensor weights = normal(4, 5, 3);
        FiniteDifferences.assertGradient(
                p -> BatchNorm.of(3)
                        .apply(p.at("bn"), p.get("x"), training())
                        .times(weights)
                        .sum(),
                Parameters.empty().with("bn", parameters()).with("x", normal(5, 5, 3)));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(parameters(), normal(1, 4, 2), training()))
                .withMessage(
                        "BatchNorm: the input has shape [4, 2], but must be [batch, 3, …]. Transpose it, or build the"
                                + " layer for its axis 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(parameters(), normal(1, 1, 3), training()))
                .withMessageStartingWith("BatchNorm: training on shape [1, 3] has one number for each feature");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(parameters(), normal(1, 2, 3), Mode.evaluation()))
                .withMessage("Mode.state: there is no variance in the state, which holds []. Pass"
                        + " layer.initialState(backend, dtype), or what updatedState() gave.");
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchNorm(1, 2, 1e-5));
    }

    @Test
    void evaluationHasNoKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Mode.evaluation().at("part").key())
                .withMessage(
                        "Mode.key: evaluation has no key at part. Ask isTraining() first, or pass Mode.training(key).");
    }
}
