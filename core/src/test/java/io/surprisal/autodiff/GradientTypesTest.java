package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;
import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A derivative has the type of the point it is taken at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradientTypesTest {
    /** What FLOAT32 rounding of the point and of every step may do to a derivative of these records. */
    private static final double SINGLE = 1e-4;

    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterAll
    void closes() {
        backend.close();
    }

    static List<Named<List<GradientRecord>>> operations() {
        return GradientRegistry.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void derivativesInFloat32AreFloat32AndThoseOfFloat64Rounded(List<GradientRecord> records) {
        GradientRegistry.eachOf(records, this::checkSingle);
    }

    private void checkSingle(GradientRecord operation) {
        WeightedLoss single = new WeightedLoss(operation, backend, DType.FLOAT32);
        WeightedLoss twice = new WeightedLoss(operation, backend, DType.FLOAT64);
        try (Scope scope = Scope.open()) {
            Tensor theta = single.tensor(twice.point());
            Tensor gradient = Gradients.gradient(single.ofAll()).at(theta);
            assertThat(gradient.dtype()).isEqualTo(DType.FLOAT32);
            close(gradient.toDoubles(), twice.gradient(twice.point()));
            if (operation.orders() > 1) {
                double[] direction = between(-1, 1).of(theta.shape()).toDoubles();
                ValueAndTangent second = Gradients.hessianVector(single.ofAll()).at(theta, single.tensor(direction));
                assertThat(second.product().dtype()).isEqualTo(DType.FLOAT32);
                close(second.product().toDoubles(), twice.hessianVector(twice.point(), direction));
            }
        }
    }

    @Test
    void castsTurnTheCotangentBack() {
        try (Scope scope = Scope.open()) {
            Tensor x = backend.of(new double[] {0.5, -1.5});
            Tensor gradient = Gradients.gradient(
                            t -> t.cast(DType.FLOAT32).square().sum())
                    .at(x);
            assertThat(gradient.dtype()).isEqualTo(DType.FLOAT64);
            assertThat(gradient.toDoubles()).containsExactly(1, -3);
            Tensor throughIntegers = Gradients.gradient(t ->
                            t.cast(DType.INT32).cast(DType.FLOAT64).times(t).sum())
                    .at(x);
            assertThat(throughIntegers.toDoubles()).containsExactly(0, -1);
        }
    }

    private static void close(double[] actual, double[] expected) {
        double scale = Arrays.stream(expected).map(Math::abs).reduce(1, Math::max);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("element %d: %s in FLOAT32, %s in FLOAT64", i, actual[i], expected[i])
                    .isLessThanOrEqualTo(SINGLE * scale);
        }
    }
}
