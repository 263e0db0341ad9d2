package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class SurrogateTest extends ReferenceTest {
    /** Rounded numbers that move as the numbers themselves: the straight-through estimator. */
    @Test
    void numbersAreTheFirstAndSlopesTheSecond() {
        Tensor x = backend.of(new double[] {0.7, -1.2});
        assertThat(Surrogate.of(x.round(), x.square())).containsExactly(1, -1);
        Tensor slope = Gradients.gradient(
                        t -> Surrogate.of(t.round(), t.square()).times(t).sum())
                .at(x);
        // ∂(round(t) t) with round′ = 2t.
        assertThat(slope).isCloseTo(backend.of(new double[] {2 * 0.49 + 1, 2 * 1.44 - 1}), 1e-15, 0);
    }

    @Test
    void secondDerivativesAreThoseOfTheSecond() {
        double second = Gradients.gradient(t -> Gradients.gradient(
                                s -> Surrogate.of(s.round(), s.square().times(s)))
                        .at(t))
                .at(backend.scalar(0.7, DType.FLOAT64))
                .item();
        assertThat(second).isCloseTo(4.2, within(1e-15));
    }
}
