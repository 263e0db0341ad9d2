package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products so large that another kernel multiplies, in every layout, with rows of a batch and without. */
class LargeProductTest {
    private static final int ROWS = 720;
    private static final int INNER = 640;
    private static final int COLUMNS = 650;
    private static final int[] SOME_ROWS = {0, 1, 359, 360, ROWS - 1};

    /** Of the magnitudes that met in an element. */
    private static final double ERROR = 2e-6;

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void everyLayoutGivesTheProduct(boolean transposeA, boolean transposeB) {
        try (Backend backend = Backend.over(new CpuProvider().open(BackendOptions.defaults()))) {
            Tensor a = Draws.normal(RandomKey.of(1), backend, Shape.of(ROWS, INNER));
            Tensor b = Draws.normal(RandomKey.of(2), backend, Shape.of(INNER, COLUMNS));
            Tensor left = transposeA ? a.matrixTranspose() : a;
            Tensor right = transposeB ? b.matrixTranspose() : b;
            check(a, b, left.matmul(right, transposeA, transposeB));
            if (!transposeA) {
                Tensor batches = left.reshape(2, ROWS / 2, INNER);
                check(a, b, batches.matmul(right, false, transposeB));
            }
        }
    }

    private static void check(Tensor a, Tensor b, Tensor product) {
        float[] left = a.toFloats();
        float[] right = b.toFloats();
        float[] found = product.toFloats();
        assertThat(found).hasSize(ROWS * COLUMNS);
        for (int row : SOME_ROWS) {
            for (int column = 0; column < COLUMNS; column++) {
                double sum = 0;
                double magnitude = 0;
                for (int k = 0; k < INNER; k++) {
                    double term = (double) left[row * INNER + k] * right[k * COLUMNS + column];
                    sum += term;
                    magnitude += Math.abs(term);
                }
                assertThat((double) found[row * COLUMNS + column])
                        .as("[%d, %d]", row, column)
                        .isCloseTo(sum, within(ERROR * magnitude));
            }
        }
    }
}
