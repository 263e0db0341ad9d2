package io.surprisal.optim;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class ClippingTest extends ReferenceTest {
    private Parameters gradients() {
        return Parameters.of("a", vector(3, 0)).with("b", vector(-4));
    }

    @Test
    void theGlobalNormIsOverAllTensors() {
        assertThat(GlobalNorm.of(gradients()).item()).isCloseTo(5, within(1e-14));
    }

    @Test
    void largeNumbersDoNotOverflowInTheNorm() {
        Parameters large = Parameters.of("a", backend.of(new float[] {3e30f, 4e30f}));
        assertThat(GlobalNorm.of(large).item()).isCloseTo(5e30, within(1e24));
    }

    @Test
    void theNormOfZerosAndOfEmptyTensorsIsZero() {
        assertThat(GlobalNorm.of(Parameters.of("a", vector(0, 0))).item()).isZero();
        assertThat(GlobalNorm.of(Parameters.of("a", backend.zeros(Shape.of(0), DType.FLOAT32)))
                        .item())
                .isZero();
    }

    @Test
    void globalNormScalesAllTogether() {
        Parameters clipped = GradientClipping.globalNorm(1).apply(gradients());
        assertThat(clipped.get("a")).isCloseTo(new double[] {0.6, 0}, 1e-14, 0);
        assertThat(clipped.get("b")).isCloseTo(new double[] {-0.8}, 1e-14, 0);
    }

    @Test
    void globalNormLeavesSmallGradients() {
        assertThat(GradientClipping.globalNorm(6).apply(gradients()).get("a")).containsExactly(3, 0);
    }

    @Test
    void valueBoundsEachNumber() {
        Parameters clipped = GradientClipping.value(3.5).apply(gradients());
        assertThat(clipped.get("a")).containsExactly(3, 0);
        assertThat(clipped.get("b")).containsExactly(-3.5);
    }

    @Test
    void clippingDoesNotHideNaN() {
        Parameters broken = gradients().with("b", vector(Double.NaN));
        assertThat(GradientClipping.globalNorm(1).apply(broken).get("b")).containsExactly(Double.NaN);
        assertThat(GradientClipping.value(1).apply(broken).get("b")).containsExactly(Double.NaN);
    }

    @Test
    void nonFiniteNamesTheFirstParameter() {
        assertThat(NonFinite.firstIn(gradients())).isEmpty();
        assertThat(NonFinite.firstIn(Parameters.empty())).isEmpty();
        Parameters broken =
                gradients().with("b", vector(Double.POSITIVE_INFINITY)).with("c", vector(Double.NaN));
        assertThat(NonFinite.firstIn(broken)).contains("b");
        assertThatThrownBy(() -> NonFinite.require("gradient of step 3", broken))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("gradient of step 3: b holds a number that is not finite. Lower the learning rate, clip the"
                        + " gradient, or check the data.");
    }

    @Test
    void theMovingAverageFollows() {
        ExponentialMovingAverage rule = ExponentialMovingAverage.of(0.75);
        Parameters mean = rule.start(Parameters.of("w", vector(0)));
        mean = rule.update(mean, Parameters.of("w", vector(4)), 0);
        assertThat(mean.get("w")).containsExactly(1);
        mean = rule.update(mean, Parameters.of("w", vector(5)), 1);
        assertThat(mean.get("w")).containsExactly(2);
    }

    @Test
    void theMovingAverageWarmsUp() {
        ExponentialMovingAverage rule = ExponentialMovingAverage.of(0.99).withWarmUp();
        Parameters mean = rule.update(Parameters.of("w", vector(0)), Parameters.of("w", vector(1)), 0);
        assertThat(mean.get("w")).isCloseTo(new double[] {0.9}, 1e-15, 0);
    }

    @Test
    void theMovingAverageStartsWithACopy() {
        Parameters theta = Parameters.of("w", vector(1));
        assertThat(ExponentialMovingAverage.of(0.5).start(theta).get("w")).isNotSameAs(theta.get("w"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentialMovingAverage.of(0.5).update(theta, Parameters.of("w", vector(1, 2)), 0))
                .withMessageStartingWith("ExponentialMovingAverage: the mean of w has shape [1]");
    }

    @Test
    void rejectsBoundsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> GradientClipping.globalNorm(0));
        assertThatIllegalArgumentException().isThrownBy(() -> GradientClipping.value(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ExponentialMovingAverage.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> GlobalNorm.of(Parameters.empty()));
    }

    @Test
    void equalClippingsAreEqualAndTellTheirBound() {
        assertThat(GradientClipping.globalNorm(0.125))
                .isEqualTo(GradientClipping.globalNorm(0.125))
                .hasToString("NormClipping[bound=0.125]");
        assertThat(GradientClipping.value(0.125))
                .isEqualTo(GradientClipping.value(0.125))
                .hasToString("ValueClipping[bound=0.125]");
    }
}
