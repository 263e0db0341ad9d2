package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void closes() {
        backend.close();
    }

    private Tensor scalar(double value) {
        return backend.scalar(value, DType.FLOAT64);
    }

    @Test
    void levelsAreNotConfused() {
        // d/dx [x · d/dy (x + y)] is 1; a tape that confuses its levels says 2.
        Tensor slope = Gradients.gradient(
                        x -> x.times(Gradients.gradient(y -> x.plus(y)).at(scalar(2))))
                .at(scalar(3));
        assertThat(slope.item()).isEqualTo(1);
    }

    @Test
    void derivativesNestThreeDeep() {
        Tensor third = Gradients.gradient(a -> Gradients.gradient(
                                b -> Gradients.gradient(Tensor::tanh).at(b))
                        .at(a))
                .at(scalar(0.5));
        double y = Math.tanh(0.5);
        double s = 1 - y * y;
        assertThat(third.item()).isCloseTo(-2 * s * s + 4 * y * y * s, within(1e-14));
    }

    @Test
    void innerCallsDifferentiateInOuterVariablesTheyCloseOver() {
        // f(x) = d/dy (x² y³) at y = 2 is 12 x², so f′(3) = 72.
        Tensor slope = Gradients.gradient(
                        x -> Gradients.gradient(y -> x.square().times(y.pow(3))).at(scalar(2)))
                .at(scalar(3));
        assertThat(slope.item()).isCloseTo(72, within(1e-12));
    }

    @Test
    void theTapeOwnsWhatATidyInsideALossWouldFree() {
        Tensor x = backend.of(new double[] {0.1, 0.2, 0.3});
        Tensor slope = Gradients.gradient(
                        v -> Scope.tidy(() -> Scope.tidy(() -> v.exp().square()).sum()))
                .at(x);
        assertThat(slope.toDoubles()).containsExactly(expected(x), within(1e-14));
    }

    private static double[] expected(Tensor x) {
        double[] values = x.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * Math.exp(2 * values[i]);
        }
        return values;
    }

    @Test
    void nothingStaysAliveButTheResult() {
        try (Scope scope = Scope.open()) {
            Tensor x = backend.of(new double[] {1, 2, 3});
            long before = backend.liveArrays();
            Tensor slope = Gradients.gradient(
                            v -> v.exp().times(v).log().plus(v).sum())
                    .at(x);
            assertThat(backend.liveArrays()).isEqualTo(before + 1);
            assertThat(slope.isReleased()).isFalse();
        }
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void nothingStaysAliveWhenTheFunctionThrows() {
        try (Scope scope = Scope.open()) {
            Tensor x = scalar(1);
            long before = backend.liveArrays();
            assertThatThrownBy(() -> Gradients.gradient(v -> {
                                v.exp();
                                throw new IllegalStateException("stop");
                            })
                            .at(x))
                    .hasMessage("stop");
            assertThat(backend.liveArrays()).isEqualTo(before);
        }
    }

    @Test
    void resultsAreTheCallersToRelease() {
        Tensor w = scalar(3);
        Tensor other = scalar(7);
        Parameters theta = Parameters.of("a", w).with("b", other);
        List<ValueAndGradient> results = List.of(
                Gradients.valueAndGradient(p -> p.get("a")).at(theta),
                Gradients.valueAndGradient(p -> other).at(theta),
                Gradients.valueAndGradient(p -> p.get("a").times(other)).at(theta),
                Gradients.valueAndGradient(p -> p.get("a").plus(p.get("b"))).at(theta));
        for (ValueAndGradient result : results) {
            assertThat(result.gradient().get("a")).isNotSameAs(result.gradient().get("b"));
            result.forEachTensor(Tensor::release);
            assertThat(w.item()).isEqualTo(3);
            assertThat(other.item()).isEqualTo(7);
        }
        assertThat(backend.liveArrays()).isEqualTo(2);
    }

    @Test
    void productsAreTheCallersToRelease() {
        for (Tensor x : List.of(scalar(3), backend.of(new double[] {1, 2}), backend.of(new double[6], 2, 3))) {
            Tensor along = x.plus(1);
            long before = backend.liveArrays();
            for (ValueAndTangent result : List.of(
                    Gradients.vectorJacobian(t -> t).at(x, along),
                    Gradients.jacobianVector(t -> t).at(x, along),
                    Gradients.hessianVector(t -> t.square().sum()).at(x, along))) {
                assertThat(result.product().shape()).isEqualTo(x.shape());
                result.forEachTensor(Tensor::release);
            }
            assertThat(x.isReleased() || along.isReleased()).isFalse();
            assertThat(backend.liveArrays()).isEqualTo(before);
            along.release();
            x.release();
        }
    }

    @Test
    void theTotalAndItsPartsAreReleasedApart() {
        Tensor w = scalar(3);
        LossAndGradient result = Gradients.lossAndGradient(p -> {
                    Tensor square = p.get("w").square();
                    return Loss.of(square).with("square", square).with("weight", p.get("w"));
                })
                .at(Parameters.of("w", w));
        result.loss().total().release();
        assertThat(result.loss().parts().get("square").item()).isEqualTo(9);
        result.loss().parts().get("weight").release();
        assertThat(w.item()).isEqualTo(3);
    }

    @Test
    void aConstantFunctionHasGradientZero() {
        Tensor slope = Gradients.gradient(x -> backend.scalar(5, DType.FLOAT64)).at(backend.of(new double[] {1, 2}));
        assertThat(slope.toDoubles()).containsExactly(0, 0);
    }

    @Test
    void stopGradientCutsEveryLevel() {
        Tensor slope =
                Gradients.gradient(x -> x.times(Gradients.stopGradient(x))).at(scalar(3));
        assertThat(slope.item()).isEqualTo(3);
    }

    @Test
    void vectorJacobianAndJacobianVectorAgreeWithTheJacobian() {
        Tensor x = backend.of(new double[] {0.3, -0.7});
        Tensor matrix = backend.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
        Tensor v = backend.of(new double[] {0.5, -2});
        Tensor u = backend.of(new double[] {1, -1, 2});
        Tensor jacobian = Gradients.jacobian(t -> apply(matrix, t)).at(x);
        assertThat(jacobian.shape().dims()).containsExactly(3, 2);
        ValueAndTangent forward =
                Gradients.jacobianVector(t -> apply(matrix, t)).at(x, v);
        assertThat(forward.product().toDoubles())
                .containsExactly(jacobian.matmul(v.expandDims(1)).toDoubles(), within(1e-14));
        ValueAndTangent backward =
                Gradients.vectorJacobian(t -> apply(matrix, t)).at(x, u);
        assertThat(backward.product().toDoubles())
                .containsExactly(u.expandDims(0).matmul(jacobian).toDoubles(), within(1e-14));
        assertThat(backward.value().toDoubles())
                .containsExactly(apply(matrix, x).toDoubles(), within(1e-15));
    }

    private static Tensor apply(Tensor matrix, Tensor x) {
        return matrix.matmul(x.expandDims(1)).squeeze(1).tanh();
    }

    @Test
    void hessianVectorAgreesWithTheHessian() {
        Tensor x = backend.of(new double[] {0.3, -0.7, 1.1});
        Tensor v = backend.of(new double[] {1, 2, -1});
        Tensor hessian =
                Gradients.hessian(t -> t.pow(3).sum().plus(t.product())).at(x);
        Tensor product = Gradients.hessianVector(t -> t.pow(3).sum().plus(t.product()))
                .at(x, v)
                .product();
        assertThat(hessian.shape().dims()).containsExactly(3, 3);
        assertThat(product.toDoubles())
                .containsExactly(hessian.matmul(v.expandDims(1)).toDoubles(), within(1e-12));
    }

    @Test
    void checkpointKeepsValueAndDerivatives() {
        Tensor x = backend.of(new double[] {0.2, 0.4});
        var plain = Gradients.gradient(t -> t.exp().sin().sum()).at(x);
        var again = Gradients.gradient(
                        t -> Gradients.checkpoint(a -> a.get(0).exp().sin())
                                .apply(List.of(t))
                                .sum())
                .at(x);
        assertThat(again.toDoubles()).containsExactly(plain.toDoubles(), within(1e-15));
        var second = Gradients.hessian(
                        t -> Gradients.checkpoint(a -> a.get(0).exp().sin())
                                .apply(List.of(t))
                                .sum())
                .at(x);
        assertThat(second.toDoubles())
                .containsExactly(
                        Gradients.hessian(t -> t.exp().sin().sum()).at(x).toDoubles(), within(1e-14));
    }

    @Test
    void checkpointRefusesATracedTensorThatIsNotAnArgument() {
        assertThatThrownBy(() -> Gradients.gradient(
                                x -> Gradients.checkpoint(a -> a.get(0).times(x))
                                        .apply(List.of(x))
                                        .sum())
                        .at(scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Pass that tensor as an argument");
    }

    @Test
    void aTracedTensorIsRefusedAfterItsCall() {
        List<Tensor> leaked = new ArrayList<>();
        Gradients.gradient(x -> {
                    leaked.add(x);
                    return x;
                })
                .at(scalar(1));
        assertThatThrownBy(() -> leaked.get(0).exp())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after its gradient call returned");
    }

    @Test
    void aGradientIsOfOneNumber() {
        assertThatThrownBy(() -> Gradients.gradient(Tensor::exp).at(backend.of(new double[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Reduce it with sum() or mean()");
    }

    @Test
    void wholeNumbersHaveNoDerivative() {
        assertThatThrownBy(() -> Gradients.gradient(Tensor::sum).at(backend.of(new int[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not floating");
    }

    @Test
    void lossesReportTheirParts() {
        Parameters theta = Parameters.of("a", scalar(2)).with("b", scalar(3));
        LossAndGradient result = Gradients.lossAndGradient(
                        p -> Loss.of(p.get("a").times(p.get("b"))).with("a", p.get("a")))
                .at(theta);
        assertThat(result.loss().total().item()).isEqualTo(6);
        assertThat(result.loss().parts().get("a").item()).isEqualTo(2);
        assertThat(result.gradient().get("a").item()).isEqualTo(3);
        assertThat(result.gradient().get("b").item()).isEqualTo(2);
    }

    @Test
    void tangentsAndCotangentsAreOfTheirPrimalsShapeAndType() {
        Tensor x = backend.of(new double[] {1, 2});
        Tensor single = x.cast(DType.FLOAT32);
        assertThatThrownBy(() -> Gradients.vectorJacobian(Tensor::tanh).at(x, single))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vectorJacobian: the cotangent is FLOAT32 [2], but it must be FLOAT64 [2]."
                        + " Cast or reshape it.");
        assertThatThrownBy(() -> Gradients.jacobianVector(Tensor::tanh).at(x, scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jacobianVector: the tangent is FLOAT64 [], but it must be FLOAT64 [2]."
                        + " Cast or reshape it.");
        assertThatThrownBy(() -> Gradients.hessianVector(Tensor::sum).at(x, single))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hessianVector: the tangent is FLOAT32 [2]");
    }
}
