package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class DenseTest extends ReferenceTest {
    private final RandomKey key = RandomKey.of(7);

    @Test
    void isTheProductPlusTheBias() {
        Dense layer = Dense.of(2, 3);
        Parameters theta =
                Parameters.of("weight", vector(1, 2, 3, 4, 5, 6).reshape(2, 3)).with("bias", vector(10, 20, 30));
        assertThat(layer.apply(theta, vector(1, 0, 2, -1).reshape(2, 2), Mode.evaluation()))
                .hasShape(2, 3)
                .containsExactly(11, 22, 33, 8, 19, 30);
    }

    @Test
    void mapsTheLastAxisOfAnyRank() {
        Dense layer = Dense.of(4, 3).withActivation(Activation.TANH);
        Parameters theta = layer.initialise(key, backend, DType.FLOAT64);
        Tensor x = normal(1, 2, 5, 4);
        Tensor y = layer.apply(theta, x, Mode.evaluation());
        assertThat(y).hasShape(2, 5, 3);
        assertThat(y.reshape(10, 3)).isBitEqualTo(layer.apply(theta, x.reshape(10, 4), Mode.evaluation()));
    }

    @Test
    void withoutBiasHasOneParameter() {
        Dense layer = Dense.of(2, 2).withoutBias();
        assertThat(layer.initialise(key, backend).names()).containsExactly("weight");
        Parameters theta = Parameters.of("weight", vector(1, 2, 3, 4).reshape(2, 2));
        assertThat(layer.apply(theta, vector(1, 1).reshape(1, 2), Mode.evaluation()))
                .containsExactly(4, 6);
    }

    @Test
    void startsWithTheBiasAtZero() {
        Parameters theta = Dense.of(3, 2).initialise(key, backend);
        assertThat(theta.names()).containsExactly("weight", "bias");
        assertThat(theta.get("weight")).hasShape(3, 2).hasDType(DType.FLOAT32);
        assertThat(theta.get("bias")).containsExactly(0, 0);
    }

    @Test
    void fusedAndComposedActivationsAreTheirFunctions() {
        Tensor x = normal(3, 4, 2);
        for (Activation activation : new Activation[] {
            Activation.NONE, Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.GELU, Activation.elu(1)
        }) {
            Dense plain = Dense.of(2, 3);
            Parameters theta = plain.initialise(key, backend, DType.FLOAT64);
            Tensor expected = activation.apply(plain.apply(theta, x, Mode.evaluation()));
            assertThat(plain.withActivation(activation).apply(theta, x, Mode.evaluation()))
                    .isCloseTo(expected, 1e-15, 0);
        }
    }

    @Test
    void gradientsAgreeWithDifferences() {
        Sequential net = Sequential.of(Dense.of(3, 4).withActivation(Activation.TANH), Dense.of(4, 2));
        Tensor x = normal(5, 3, 3);
        FiniteDifferences.assertGradient(
                theta -> net.apply(theta, x, Mode.evaluation()).square().sum(),
                net.initialise(key, backend, DType.FLOAT64));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        Dense layer = Dense.of(2, 3);
        Parameters theta = layer.initialise(key, backend);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(theta, backend.of(new float[3], 1, 3), Mode.evaluation()))
                .withMessage(
                        "Dense: the input has shape [1, 3], but must be [batch, …, 2]. Reshape it, or build the layer"
                                + " for its last axis.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(
                        Dense.of(2, 4).initialise(key, backend), backend.of(new float[2], 1, 2), Mode.evaluation()))
                .withMessage(
                        "Dense: parameter weight has shape [2, 4], but this layer needs [2, 3]. Were these parameters"
                                + " made for another layer?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dense.of(0, 1))
                .withMessage("Dense: inputs must be at least 1, but is 0. Ask for one or more.");
    }
}
