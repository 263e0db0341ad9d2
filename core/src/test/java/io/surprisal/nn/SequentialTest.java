package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class SequentialTest extends ReferenceTest {
    private final RandomKey key = RandomKey.of(3);

    @Test
    void appliesItsLayersInOrder() {
        Dense first = Dense.of(3, 4);
        Dense second = Dense.of(4, 2).withActivation(Activation.RELU);
        Sequential chain = Sequential.of().then("first", first).then("second", second);
        Parameters theta = chain.initialise(key, backend, DType.FLOAT64);
        Tensor x = normal(1, 5, 3);
        Tensor expected = second.apply(
                theta.at("second"), first.apply(theta.at("first"), x, Mode.evaluation()), Mode.evaluation());
        assertThat(chain.apply(theta, x, Mode.evaluation())).isBitEqualTo(expected);
        assertThat(theta.names()).containsExactly("first.weight", "first.bias", "second.weight", "second.bias");
    }

    @Test
    void withoutLayersIsTheIdentity() {
        Tensor x = normal(1, 2, 2);
        assertThat(Sequential.of().apply(Parameters.empty(), x, Mode.evaluation()))
                .isSameAs(x);
    }

    @Test
    void equalLayersStartDifferently() {
        Parameters theta = Sequential.of(Dense.of(3, 3), Dense.of(3, 3)).initialise(key, backend);
        assertThat(theta.get("0.weight").toFloats())
                .isNotEqualTo(theta.get("1.weight").toFloats());
    }

    @Test
    void rejectsNamesThatWouldClash() {
        Sequential chain = Sequential.of(Dense.of(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.then("0", Dense.of(1, 1)))
                .withMessage(
                        "Sequential.then: the name \"0\" must not be empty, hold a dot or repeat one of [0]. Choose"
                                + " another name.");
        assertThatIllegalArgumentException().isThrownBy(() -> chain.then("a.b", Dense.of(1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> chain.then("", Dense.of(1, 1)));
    }
}
