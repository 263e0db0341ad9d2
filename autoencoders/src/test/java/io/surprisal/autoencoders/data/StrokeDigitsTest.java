package io.surprisal.autoencoders.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.random.RandomKey;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrokeDigitsTest {
    private final StrokeDigits digits = StrokeDigits.of(RandomKey.of(1));

    @Test
    void anImageDependsOnItsNumberAlone() {
        float[] many = digits.images(0, 40).floats();
        float[] one = digits.images(17, 18).floats();
        assertThat(one).containsExactly(java.util.Arrays.copyOfRange(many, 17 * 784, 18 * 784));
    }

    @Test
    void otherKeysDrawOtherImages() {
        assertThat(StrokeDigits.of(RandomKey.of(2)).images(0, 5)).isNotEqualTo(digits.images(0, 5));
    }

    @Test
    void greyValuesAreInTheUnitIntervalAndSomeInkIsThere() {
        float[] pixels = digits.images(0, 200).floats();
        for (int i = 0; i < 200; i++) {
            double ink = 0;
            for (int k = 0; k < 784; k++) {
                float value = pixels[i * 784 + k];
                assertThat(value).isBetween(0f, 1f);
                ink += value;
            }
            assertThat(ink).as("ink of image %d", i).isBetween(30.0, 320.0);
        }
    }

    @Test
    void inkKeepsOffTheRim() {
        float[] pixels = digits.images(0, 500).floats();
        double rim = 0;
        double all = 0;
        for (int i = 0; i < pixels.length; i++) {
            int row = i % 784 / 28;
            int column = i % 28;
            all += pixels[i];
            rim += row == 0 || row == 27 || column == 0 || column == 27 ? pixels[i] : 0;
        }
        assertThat(rim).isLessThan(0.01 * all);
    }

    @Test
    void classesAreEquallyLikely() {
        long[] labels = digits.labels(0, 5_000).longs();
        long[] counts = new long[10];
        for (long label : labels) {
            counts[(int) label]++;
        }
        // χ² with 9 degrees of freedom exceeds 50.6 with probability 1e-7 (scipy.stats.chi2.isf); the key is fixed.
        double statistic = IntStream.range(0, 10)
                .mapToDouble(c -> Math.pow(counts[c] - 500.0, 2) / 500)
                .sum();
        assertThat(statistic).isLessThan(50.6);
        assertThat(digits.factors(7).digit()).isEqualTo((int) labels[7]);
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> digits.images(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("StrokeDigits: images 3 to 3 are none. Ask for 0 ≤ from < to.");
    }
}
