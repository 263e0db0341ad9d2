package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RelaxedBernoulliTest extends OnReference {
    private RelaxedBernoulli with(double temperature, double logits) {
        return RelaxedBernoulli.fromLogits(scalar(temperature), scalar(logits));
    }

    @Test
    void theModeIsWhereTheDensityIsLargest() {
        Tensor x = backend.linspace(0.0005, 0.9995, 1_999, DType.FLOAT64);
        double[][] parameters = {{1.05, 0.3}, {1.5, -2}, {2, 0}, {3, 5}, {40, 0.1}, {1.2, -0.001}};
        for (double[] p : parameters) {
            RelaxedBernoulli d = with(p[0], p[1]);
            assertThat(d.logProb(d.mode()).item())
                    .isGreaterThanOrEqualTo(d.logProb(x).max().item());
            assertThat(Gradients.gradient(d::logProb).at(d.mode()).item()).isCloseTo(0, within(1e-10));
        }
    }

    @Test
    void atTheEndsTheLikelierIsTheMode() {
        RelaxedBernoulli one = RelaxedBernoulli.of(scalar(1), doubles(0.2, 0.5, 0.8));
        assertThat(one.mode()).containsExactly(0, 0, 1);
        // Both ends are infinite.
        assertThat(RelaxedBernoulli.of(scalar(0.5), doubles(0.2, 0.8)).mode()).containsExactly(0, 0);
    }

    @Test
    void theModeMovesWithTheParameters() {
        double step = 1e-6;
        double inTemperature = Gradients.gradient(
                        t -> RelaxedBernoulli.fromLogits(t, scalar(0.6)).mode())
                .at(scalar(1.8))
                .item();
        double inLogits = Gradients.gradient(
                        l -> RelaxedBernoulli.fromLogits(scalar(1.8), l).mode())
                .at(scalar(0.6))
                .item();
        double byTemperature =
                with(1.8 + step, 0.6).mode().minus(with(1.8 - step, 0.6).mode()).item();
        double byLogits =
                with(1.8, 0.6 + step).mode().minus(with(1.8, 0.6 - step).mode()).item();
        assertThat(inTemperature).isCloseTo(byTemperature / (2 * step), within(1e-8));
        assertThat(inLogits).isCloseTo(byLogits / (2 * step), within(1e-8));
    }
}
