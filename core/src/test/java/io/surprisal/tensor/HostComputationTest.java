package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class HostComputationTest extends ReferenceTest {
    private Tensor x() {
        return backend.of(new double[] {-0.3, 0, 2}, 3);
    }

    private Tensor tanh(Tensor at) {
        return HostComputation.of(backend, host -> host.apply(at).tanh());
    }

    @Test
    void resultsLiveOnTheBackend() {
        Tensor x = x();
        assertThat(tanh(x)).isBitEqualTo(x.tanh());
        assertThat(tanh(x).backend()).isSameAs(backend);
        assertThat(tanh(x.cast(DType.FLOAT32))).hasDType(DType.FLOAT32);
    }

    @Test
    void derivativesAreThoseOfTheComputationOnTheBackend() {
        Tensor x = x();
        Tensor slope = Gradients.gradient(at -> tanh(at).sum()).at(x);
        assertThat(slope).isCloseTo(x.tanh().square().neg().plus(1), 1e-15, 0);
        Tensor second = Gradients.gradient(at ->
                        Gradients.gradient(inner -> tanh(inner).sum()).at(at).sum())
                .at(x);
        assertThat(second.toDoubles()[2])
                .isCloseTo(-2 * Math.tanh(2) * (1 - Math.tanh(2) * Math.tanh(2)), within(1e-15));
    }

    @Test
    void infiniteResultsKeepTheirValues() {
        double[] value = new double[1];
        Gradients.gradient(at -> {
                    Tensor far = HostComputation.of(
                            backend, host -> host.apply(at).times(1e300).exp());
                    value[0] = far.stopGradient().item();
                    return far;
                })
                .at(backend.scalar(1, DType.FLOAT64));
        assertThat(value[0]).isInfinite();
    }
}
