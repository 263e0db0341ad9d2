package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest extends ReferenceTest {
    /** Values at −30, −1, 0, 0.5; computed by core/src/test/python/activation_references.py. */
    static Stream<Arguments> references() {
        return Stream.of(
                of(Activation.NONE, -30.0, -1.0, 0.0, 0.5),
                of(Activation.RELU, 0.0, 0.0, 0.0, 0.5),
                of(Activation.TANH, -1.0, -0.7615941559557649, 0.0, 0.46211715726000974),
                of(Activation.SIGMOID, 9.357622968839299e-14, 0.2689414213699951, 0.5, 0.6224593312018546),
                of(
                        Activation.SOFTPLUS,
                        9.357622968839737e-14,
                        0.3132616875182228,
                        0.6931471805599453,
                        0.9740769841801067),
                of(Activation.GELU, -1.472014178144456e-196, -0.15865525393145705, 0.0, 0.34573123063700656),
                of(Activation.SILU, -2.8072868906517896e-12, -0.2689414213699951, 0.0, 0.3112296656009273),
                of(Activation.leakyRelu(0.01), -0.3, -0.01, 0.0, 0.5),
                of(Activation.elu(2), -1.9999999999998128, -1.2642411176571153, 0.0, 0.5));
    }

    private static Arguments of(Activation activation, double... expected) {
        return Arguments.of(activation, expected);
    }

    @ParameterizedTest
    @MethodSource("references")
    void hasItsValues(Activation activation, double[] expected) {
        assertThat(activation.apply(vector(-30, -1, 0, 0.5))).isCloseTo(expected, 1e-13, 0);
    }

    @ParameterizedTest
    @MethodSource("references")
    void gradientsAgreeWithDifferences(Activation activation, double[] unused) {
        FiniteDifferences.assertGradient(
                p -> activation.apply(p.get("x")).sum(), Parameters.of("x", vector(-3, -0.7, 0.4, 2)));
    }

    @Test
    void largeArgumentsDoNotSpoilDerivatives() {
        assertThat(Gradients.gradient(x -> Activation.elu(1).apply(x).sum()).at(vector(1000, -1000)))
                .containsExactly(1, 0);
        assertThat(Gradients.gradient(x -> Activation.SILU.apply(x).sum()).at(vector(1000, -1000)))
                .isCloseTo(new double[] {1, 0}, 0, 1e-12);
    }

    @Test
    void rejectsParametersThatAreNotFinite() {
        assertThatIllegalArgumentException().isThrownBy(() -> Activation.elu(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Activation.leakyRelu(Double.POSITIVE_INFINITY));
    }
}
