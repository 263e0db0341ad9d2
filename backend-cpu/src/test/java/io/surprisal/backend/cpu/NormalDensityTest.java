package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mean and scale for many numbers, in arrays for loops and for oneDNN, alone and summed, against the formula in double precision. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NormalDensityTest {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    /** Of the two terms, in roundings of single precision. */
    private static final double MOST_ROUNDINGS = 4;

    private List<Backend> backends = List.of();

    @BeforeAll
    void open() {
        BackendOptions options = BackendOptions.defaults();
        Backend withOneDnn = Backend.over(new CpuProvider().open(options));
        System.setProperty(NativeLibraries.ONEDNN_PROPERTY, "false");
        backends = List.of(withOneDnn, Backend.over(new CpuProvider().open(options)));
        System.clearProperty(NativeLibraries.ONEDNN_PROPERTY);
    }

    @AfterAll
    void close() {
        backends.forEach(Backend::close);
    }

    private static float[] numbers(int size, double mean, double scale) {
        float[] x = new float[size];
        HostDraws.create().fill(DrawKind.NORMAL, RandomKey.of(size), 0, x, 0, size);
        for (int i = 0; i < size; i++) {
            x[i] = (float) (mean + scale * x[i]);
        }
        float[] awkward = {
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, 0, -0f, (float) mean
        };
        System.arraycopy(awkward, 0, x, size / 2, awkward.length);
        return x;
    }

    private static double term(double x, double mean, double scale) {
        double z = (x - mean) / scale;
        return -0.5 * z * z - Math.log(scale) - HALF_LOG_TWO_PI;
    }

    /** Scales of which the inverse is denormal or infinite are among them. */
    @ParameterizedTest
    @CsvSource({"0.5, 2", "-1e3, 1e-3", "0, 1", "1e-39, 1e-39", "0, 2e38", "0, 1e-38", "3, 0.7"})
    void eachElementIsTheFormula(double mean, double scale) {
        double mu = (float) mean;
        double sigma = (float) scale;
        for (int size : new int[] {20, 8_191, 8_192, 300_003}) {
            float[] x = numbers(size, mu, sigma);
            for (Backend backend : backends) {
                try (Scope scope = Scope.open()) {
                    Tensor result = backend.of(x)
                            .normalLogProb(
                                    backend.scalar(mu, DType.FLOAT32), backend.of(new float[] {(float) sigma}), 0);
                    float[] actual = result.toFloats();
                    for (int i = 0; i < size; i++) {
                        requireClose(actual[i], term(x[i], mu, sigma), mu, sigma, x[i]);
                    }
                }
            }
        }
    }

    private static void requireClose(float actual, double expected, double mean, double scale, float x) {
        if (!Float.isFinite((float) expected) || Double.isNaN(expected)) {
            assertThat(actual).as("x = %s", x).isEqualTo(Float.valueOf((float) expected));
            return;
        }
        double constant = Math.abs(Math.log(scale)) + HALF_LOG_TWO_PI;
        double allowed = MOST_ROUNDINGS * 0x1p-24 * (Math.abs(expected) + 2 * constant);
        assertThat((double) actual)
                .as("x = %s, mean = %s, scale = %s", x, mean, scale)
                .isCloseTo(expected, within(allowed));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 32, 1_024, 1_025, 3_000})
    void rowsAreSummed(int length) {
        int rows = 150_000 / length;
        float[] x = numbers(rows * length, 1.5, 0.25);
        for (Backend backend : backends) {
            try (Scope scope = Scope.open()) {
                float[] actual = backend.of(x, rows, length)
                        .normalLogProb(backend.scalar(1.5, DType.FLOAT32), backend.scalar(0.25, DType.FLOAT32), 1)
                        .toFloats();
                for (int row = 0; row < rows; row++) {
                    double expected = 0;
                    for (int i = 0; i < length; i++) {
                        expected += term(x[row * length + i], 1.5, 0.25);
                    }
                    if (Double.isFinite(expected) && Math.abs(expected) <= Float.MAX_VALUE) {
                        assertThat((double) actual[row])
                                .isCloseTo(expected, within(2e-7 * (Math.abs(expected) + length)));
                    } else {
                        assertThat(actual[row]).isEqualTo(Float.valueOf((float) expected));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 300_003})
    void inDoublePrecisionToo(int size) {
        float[] floats = numbers(size, 0.1, 3);
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = floats[i] + 1e-9;
        }
        for (Backend backend : backends) {
            try (Scope scope = Scope.open()) {
                double[] actual = backend.of(x)
                        .normalLogProb(backend.scalar(0.1, DType.FLOAT64), backend.scalar(3, DType.FLOAT64), 0)
                        .toDoubles();
                for (int i = 0; i < size; i++) {
                    double expected = term(x[i], 0.1, 3);
                    if (Double.isFinite(expected)) {
                        assertThat(actual[i]).isCloseTo(expected, within(4 * Math.ulp(expected)));
                    } else {
                        assertThat(actual[i]).isEqualTo(Double.valueOf(expected));
                    }
                }
            }
        }
    }
}
