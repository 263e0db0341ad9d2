package io.surprisal.autoencoders.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final Backend backend = Backends.open("reference");
    private final Examples three = Examples.of(HostArray.wrap(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(3, 2)));

    @AfterEach
    void closes() {
        backend.close();
    }

    @Test
    void takesRowsByNumberInOrder() {
        assertThat(three.take(backend, new int[] {9, 2, 0, 2, 9}, 1, 4).toFloats())
                .containsExactly(5, 6, 1, 2, 5, 6);
        assertThat(three.take(backend, new int[] {1}, 1, 1).shape()).isEqualTo(Shape.of(0, 2));
    }

    @Test
    void saysWhichNumberIsOfNoExample() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> three.take(backend, new int[] {0, 5}, 0, 2))
                .withMessage("Examples.take: numbers[1] = 5, but there are 3 examples. Use 0 … 2.");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> three.take(backend, new int[] {-1}, 0, 1))
                .withMessageContaining("numbers[0] = -1");
    }

    @Test
    void rejectsRangesThatAreNone() {
        for (int[] range : new int[][] {{1, 0}, {-1, 1}, {0, 3}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> three.take(backend, new int[] {0, 1}, range[0], range[1]))
                    .withMessage(
                            "Examples.take: " + range[0] + " to " + range[1] + " of 2 numbers. Use 0 ≤ from ≤ to ≤ 2.");
        }
    }

    @Test
    void holdsSinglePrecisionAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examples.of(HostArray.wrap(new double[] {1, 2}, Shape.of(1, 2))))
                .withMessage(
                        "Examples: numbers must be FLOAT32, but are FLOAT64. Convert them with HostArray.fromReals.");
    }
}
