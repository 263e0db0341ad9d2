package io.surprisal.examples.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CdfGapTest {
    private static final double ROUNDING = 1e-15;

    private final Backend backend = Backends.open("reference");

    @AfterAll
    void close() {
        backend.close();
    }

    @Test
    void looksOnBothSidesOfEachDraw() {
        Specimen uniform = Specimen.of(Uniform.FAMILY, "low=0 high=1", backend);
        assertThat(CdfGap.of(new double[] {0.5}, uniform).distance()).isEqualTo(0.5);
        assertThat(CdfGap.of(new double[] {0.1, 0.9}, uniform).distance()).isCloseTo(0.4, within(ROUNDING));
        assertThat(CdfGap.of(new double[] {0.3, 0.3, 0.3, 0.3}, uniform).distance())
                .isCloseTo(0.7, within(ROUNDING));
    }

    @Test
    void ofFrequenciesItComparesSums() {
        Specimen coin = Specimen.of(Bernoulli.FAMILY, "probability=0.25", backend);
        assertThat(CdfGap.of(new double[] {0, 0, 0, 1}, coin).distance()).isCloseTo(0, within(ROUNDING));
        assertThat(CdfGap.of(new double[] {0, 1}, coin).distance()).isCloseTo(0.25, within(ROUNDING));
    }

    @Test
    void aSampleThatIsTwoHundredthsOffIsFound() {
        Specimen uniform = Specimen.of(Uniform.FAMILY, "low=0 high=1", backend);
        double[] right = new double[20_000];
        Arrays.setAll(right, i -> (i + 0.5) / right.length);
        double[] wrong = Arrays.stream(right).map(x -> Math.max(0, x - 0.02)).toArray();
        assertThat(CdfGap.of(right, uniform).holds()).isTrue();
        assertThat(CdfGap.of(wrong, uniform).holds()).isFalse();
    }
}
