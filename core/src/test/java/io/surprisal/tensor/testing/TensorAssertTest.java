package io.surprisal.tensor.testing;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TensorAssertTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void acceptsWhatIsWithinTheTolerance() {
        var x = backend.of(new double[] {1, Double.NaN, Double.POSITIVE_INFINITY, 0}, 2, 2);

        assertThat(x)
                .hasShape(2, 2)
                .hasDType(DType.FLOAT64)
                .isCloseTo(new double[] {1.01, Double.NaN, Double.POSITIVE_INFINITY, 1e-9}, 0.01, 1e-8)
                .isWithinUlps(new double[] {Math.nextUp(1.0), Double.NaN, Double.POSITIVE_INFINITY, -0.0}, 1)
                .isBitEqualTo(x)
                .containsExactly(1, Double.NaN, Double.POSITIVE_INFINITY, 0);
    }

    @Test
    void showsTheWorstElementItsIndexBothValuesAndTheDistance() {
        var x = backend.of(new float[] {1, 2, 3, Math.nextUp(4f)}, 2, 2);

        assertFails(
                () -> assertThat(x).isCloseTo(new double[] {1, 2.001, 3, 4}, 1e-8, 0),
                "2 of 4 elements differ; worst at [0, 1]: actual 2.0, expected 2.001, 4194 ulp apart");
        assertFails(
                () -> assertThat(x).containsExactly(1, 2, 3, 4),
                "1 of 4 elements differ; worst at [1, 1]: actual 4.0000005, expected 4.0, 1 ulp apart");
    }

    @Test
    void distinguishesNaNInfinitiesAndZeros() {
        var x = backend.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0});

        assertFails(
                () -> assertThat(x).isCloseTo(new double[] {0, Double.POSITIVE_INFINITY, 0}, 1, 1), "one of them NaN");
        assertFails(
                () -> assertThat(x).isCloseTo(new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 0}, 1, 1),
                "worst at [1]");
        assertFails(() -> assertThat(x).isCloseTo(new double[] {Double.NaN, 1e300, 0}, 1, 1), "worst at [1]");
        assertFails(
                () -> assertThat(x).isBitEqualTo(backend.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY, -0.0})),
                "worst at [2]: actual 0.0, expected -0.0, 0 ulp apart");
    }

    @Test
    void comparesShapeAndDtype() {
        var x = backend.of(new float[] {1, 2});

        assertFails(() -> assertThat(x).hasShape(1, 2), "expected shape [1, 2], but it is [2]");
        assertFails(() -> assertThat(x).hasDType(DType.INT32), "expected dtype INT32, but it is FLOAT32");
        assertFails(
                () -> assertThat(x).isBitEqualTo(backend.of(new double[] {1, 2})),
                "expected dtype FLOAT64, but it is FLOAT32");
        assertFails(() -> assertThat(x).containsExactly(1), "expected 1 elements, but there are 2");
    }

    @Test
    void countsRepresentableNumbersAcrossZero() {
        assertThat(UlpDistance.between(-Float.MIN_VALUE, Float.MIN_VALUE, DType.FLOAT32))
                .isEqualTo(2);
        assertThat(UlpDistance.between(-0.0, 0.0, DType.FLOAT64)).isZero();
        assertThat(UlpDistance.between(Double.MAX_VALUE, Double.POSITIVE_INFINITY, DType.FLOAT64))
                .isOne();
        assertThat(UlpDistance.between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, DType.FLOAT64))
                .isEqualTo(UlpDistance.UNORDERED - 1);
        assertThat(UlpDistance.between(Double.NaN, 1, DType.FLOAT32)).isEqualTo(UlpDistance.UNORDERED);
        assertThat(UlpDistance.between(-3, 4, DType.INT32)).isEqualTo(7);
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
