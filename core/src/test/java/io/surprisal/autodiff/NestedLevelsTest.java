package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gradient calls inside gradient calls, with functions that close over tensors of every outer level. */
class NestedLevelsTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
    private final Tensor two = scalar(2);
    private Scope scope;

    @BeforeEach
    void opens() {
        scope = Scope.open();
    }

    @AfterEach
    void closes() {
        scope.close();
        two.release();
        assertThat(backend.liveArrays()).isZero();
        backend.close();
    }

    private Tensor scalar(double value) {
        return backend.scalar(value, DType.FLOAT64);
    }

    @Test
    void threeLevelsMeetInOneProduct() {
        // ∂³/∂x∂y∂z of x² y³ z⁴ at (2, 2, 2) is 2·2 · 3·4 · 4·8 = 1536, though each call differentiates in one of them.
        Tensor mixed = Gradients.gradient(x -> Gradients.gradient(y -> Gradients.gradient(
                                        z -> x.square().times(y.pow(3)).times(z.pow(4)))
                                .at(two))
                        .at(two))
                .at(two);
        assertThat(mixed.item()).isCloseTo(1536, within(1e-9));
    }

    @Test
    void aConstantOfAnOuterLevelIsAConstantInside() {
        // ⌊x⌋ has no node in the level of x; inside it multiplies y, and d/dx [⌊x⌋ · d/dy (⌊x⌋ y x)] = ⌊x⌋².
        Tensor slope = Gradients.gradient(x -> {
                    Tensor whole = Scope.tidy(() -> x.plus(0.5).floor());
                    return whole.times(Gradients.gradient(
                                    y -> Scope.tidy(() -> whole.times(y).times(x)))
                            .at(x));
                })
                .at(two);
        assertThat(slope.item()).isEqualTo(4);
    }

    @Test
    void anOuterVariableIsAConstantOfTheInnerCallAlone() {
        // d/dx [x · d/dx (x²)] with the same name inside: x · 2x, whose derivative is 4x.
        Tensor slope = Gradients.gradient(
                        x -> x.times(Gradients.gradient(Tensor::square).at(x)))
                .at(two);
        assertThat(slope.item()).isEqualTo(8);
    }

    @Test
    void stopGradientInsideCutsTheOuterLevelsToo() {
        Tensor slope = Gradients.gradient(
                        x -> Gradients.gradient(y -> y.times(x.times(y).stopGradient()))
                                .at(x))
                .at(two);
        assertThat(slope.item()).isZero();
    }

    @Test
    void aJacobianVectorProductInsideAGradientIsDifferentiated() {
        // D(t³)·v = 3x²·2; its derivative in x is 12x.
        Tensor slope = Gradients.gradient(
                        x -> Gradients.jacobianVector(t -> t.pow(3)).at(x, two).product())
                .at(two);
        assertThat(slope.item()).isCloseTo(24, within(1e-12));
    }

    @Test
    void aJacobianVectorProductIsLinearInADirectionOfAnOuterLevel() {
        Tensor slope = Gradients.gradient(
                        v -> Gradients.jacobianVector(t -> t.pow(3)).at(two, v).product())
                .at(scalar(0.7));
        assertThat(slope.item()).isCloseTo(12, within(1e-12));
    }

    @Test
    void theMixedDerivativeOfAPowerIsKeptWhereTheExponentIsZero() {
        // ∂²/∂b∂a aᵇ = aᵇ⁻¹ (1 + b log a), which is 1/a at b = 0.
        Tensor mixed = Gradients.gradient(b -> Gradients.gradient(a -> a.pow(b)).at(two))
                .at(scalar(0));
        assertThat(mixed.item()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void powersAtZeroHaveFiniteDerivativesOfEveryOrder() {
        for (double exponent : new double[] {0, 1, 2, 3}) {
            Tensor b = scalar(exponent);
            Tensor third = Gradients.gradient(x -> Gradients.gradient(
                                    y -> Gradients.gradient(z -> z.pow(b)).at(y))
                            .at(x))
                    .at(scalar(0));
            assertThat(third.item())
                    .as("third derivative of x^%s at 0", exponent)
                    .isEqualTo(exponent == 3 ? 6 : 0);
        }
    }

    @Test
    void anEmptyPointHasAnEmptyGradientOnEveryLevel() {
        Tensor none = backend.of(new double[0]);
        Tensor gradient = Gradients.gradient(x ->
                        Gradients.gradient(y -> y.times(x).exp().sum()).at(x).sum())
                .at(none);
        assertThat(gradient.shape()).isEqualTo(none.shape());
    }
}
