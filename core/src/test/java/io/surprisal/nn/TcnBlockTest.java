package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class TcnBlockTest extends ReferenceTest {
    private static final RandomKey KEY = RandomKey.of(8);

    @Test
    void isTwoCausalConvolutionsAndTheInput() {
        TcnBlock block = TcnBlock.of(2, 3, 3, 2);
        Parameters theta = block.initialise(KEY, backend, DType.FLOAT64);
        Tensor x = normal(1, 2, 2, 9);
        Tensor first = Conv1d.of(2, 3, 3).withDilation(2).causal().apply(theta.at("first"), x, Mode.evaluation());
        Tensor second =
                Conv1d.of(3, 3, 3).withDilation(2).causal().apply(theta.at("second"), first.relu(), Mode.evaluation());
        Tensor past = Conv1d.of(2, 3, 1).apply(theta.at("shortcut"), x, Mode.evaluation());
        assertThat(block.apply(theta, x, Mode.evaluation()))
                .hasShape(2, 3, 9)
                .isCloseTo(past.plus(second.relu()).relu(), 1e-14, 0);
    }

    @Test
    void withoutWeightsPassesTheInputOn() {
        TcnBlock block = TcnBlock.of(2, 2, 3, 1).withActivation(Activation.NONE);
        Parameters theta = block.initialise(KEY, backend, DType.FLOAT64);
        assertThat(theta.names()).containsExactly("first.filters", "first.bias", "second.filters", "second.bias");
        Tensor x = normal(2, 1, 2, 5);
        assertThat(block.apply(theta.map(p -> p.times(0)), x, Mode.evaluation()))
                .isBitEqualTo(x);
    }

    @Test
    void aStackOfBlocksSeesBackAsFarAsItShouldAndNeverAhead() {
        // 2·(1 + 2)·(2 − 1) = 6 places back.
        Sequential net = Sequential.of(
                TcnBlock.of(1, 2, 2, 1).withActivation(Activation.TANH),
                TcnBlock.of(2, 1, 2, 2).withActivation(Activation.TANH));
        Parameters theta = net.initialise(KEY, backend, DType.FLOAT64);
        Tensor slope = Gradients.gradient(
                        x -> net.apply(theta, x, Mode.evaluation()).select(2, 9).sum())
                .at(normal(3, 1, 1, 12));
        boolean[] reached = slope.notEqualTo(0).toBooleans();
        for (int place = 0; place < 12; place++) {
            assertThat(reached[place]).as("place %d", place).isEqualTo(place >= 3 && place <= 9);
        }
    }

    @Test
    void dropsOutInTrainingAlone() {
        TcnBlock block = TcnBlock.of(2, 2, 3, 1).withDropout(0.5);
        Parameters theta = block.initialise(KEY, backend, DType.FLOAT64);
        Tensor x = normal(4, 2, 2, 20);
        Tensor evaluated = block.apply(theta, x, Mode.evaluation());
        assertThat(evaluated).isBitEqualTo(TcnBlock.of(2, 2, 3, 1).apply(theta, x, Mode.training(KEY)));
        assertThat(block.apply(theta, x, Mode.training(KEY)).toDoubles()).isNotEqualTo(evaluated.toDoubles());
    }

    @Test
    void gradientsAgreeWithDifferences() {
        TcnBlock block = TcnBlock.of(1, 2, 2, 2).withActivation(Activation.TANH).withDropout(0.3);
        Tensor x = normal(5, 2, 1, 6);
        FiniteDifferences.assertGradient(
                theta -> block.apply(theta, x, Mode.training(KEY)).square().sum(),
                block.initialise(KEY, backend, DType.FLOAT64));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        TcnBlock block = TcnBlock.of(2, 2, 3, 1);
        Parameters theta = block.initialise(KEY, backend, DType.FLOAT64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> block.apply(theta, normal(1, 1, 3, 5), Mode.evaluation()))
                .withMessageStartingWith("TcnBlock: the input has shape [1, 3, 5], but must be [batch, 2, length]");
        assertThatIllegalArgumentException().isThrownBy(() -> block.withDropout(1));
    }
}
