package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations without a derivative give exact zeros where the derivative is 0, and an error where core knows none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbsentDerivativesTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterAll
    void closes() {
        backend.close();
    }

    static List<WithoutDerivative> withoutDerivative() {
        return WithoutDerivative.operations();
    }

    static List<GradientRecord> partly() {
        return GradientRegistry.records().stream()
                .filter(operation -> !operation.refused().isEmpty() || operation.orders() == 1)
                .filter(operation -> operation.inputs().stream()
                        .noneMatch(input -> input.shape().isEmpty()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withoutDerivative")
    void nothingFlowsBack(WithoutDerivative operation) {
        for (Shape shape : List.of(Shape.of(1), Shape.of(5))) {
            try (Scope scope = Scope.open()) {
                Tensor x = backend.of(between(-1.8, 1.7).of(shape));
                Tensor gradient = Gradients.gradient(t ->
                                operation.call().apply(t).cast(DType.FLOAT64).sum())
                        .at(x);
                assertThat(gradient.shape()).isEqualTo(shape);
                assertThat(gradient.toDoubles()).containsOnly(0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withoutDerivative")
    void theResultIsAConstantFactor(WithoutDerivative operation) {
        for (Shape shape : List.of(Shape.of(1), Shape.of(5))) {
            try (Scope scope = Scope.open()) {
                Tensor x = backend.of(between(-1.8, 1.7).of(shape));
                Tensor gradient = Gradients.gradient(t -> operation
                                .call()
                                .apply(t)
                                .cast(DType.FLOAT64)
                                .times(t)
                                .sum())
                        .at(x);
                Tensor factor = operation.call().apply(x).cast(DType.FLOAT64).broadcastTo(shape);
                assertThat(gradient.toDoubles()).containsExactly(factor.toDoubles());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("partly")
    void aDerivativeThatIsNotKnownIsAnErrorAndNoZero(GradientRecord operation) {
        WeightedLoss loss = new WeightedLoss(operation, backend, DType.FLOAT64);
        try (Scope scope = Scope.open()) {
            for (int k : operation.refused()) {
                Tensor x = backend.of(operation.inputs().get(k));
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> Gradients.gradient(
                                        t -> loss.ofOne(k).apply(t).sum())
                                .at(x));
            }
            if (operation.orders() == 1) {
                Tensor theta = backend.of(loss.point());
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> Gradients.hessianVector(loss.ofAll()).at(theta, theta));
            }
        }
    }
}
