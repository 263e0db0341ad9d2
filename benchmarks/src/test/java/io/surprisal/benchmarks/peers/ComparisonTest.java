package io.surprisal.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static Measurement measured(double microseconds, double result) {
        return new Measurement(microseconds, result);
    }

    @Test
    void dividesThePeersMedianByOurs() {
        Comparison comparison = new Comparison(
                Job.EXP_1000,
                Engine.PYTORCH,
                2,
                List.of(measured(1, 3), measured(9, 3), measured(2, 3)),
                List.of(measured(8, 3), measured(70, 3), measured(6, 3)));

        assertThat(comparison.toJson())
                .hasToString(
                        "{\"work\":\"exp-1000\",\"peer\":\"pytorch\",\"threads\":2,\"ours_us\":2.0,\"peer_us\":8.0,"
                                + "\"ratio\":4.0}");
        assertThat(comparison.row()).contains("(1.00 – 9.00)", "(6.00 – 70.00)");
    }

    @Test
    void rejectsResultsThatAreNotFinite() {
        List<Measurement> finite = List.of(measured(1, 100));
        for (double result : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            List<Measurement> spoilt = List.of(measured(1, 100), measured(1, result));
            assertThatThrownBy(() -> new Comparison(Job.VAE_STEP, Engine.PYTORCH, 1, finite, spoilt))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> new Comparison(Job.VAE_STEP, Engine.PYTORCH, 1, spoilt, finite))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> new Comparison(Job.VAE_STEP, Engine.PYTORCH, 1, spoilt, spoilt))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void rejectsResultsThatDifferByMoreThanTheBand() {
        List<Measurement> ours = List.of(measured(1, 100));

        assertThat(new Comparison(Job.VAE_STEP, Engine.PYTORCH, 1, ours, List.of(measured(2, 104))).ratio())
                .isEqualTo(2);
        assertThatThrownBy(() -> new Comparison(Job.VAE_STEP, Engine.PYTORCH, 1, ours, List.of(measured(2, 106))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "peers: vae-step: the results 100.0 (ours) and 106.0 (peer) must be finite and differ by at most"
                                + " 5.0 %. Compare what the two sides compute.");
    }

    @Test
    void takesTheMiddleOfTwoForTheMedianOfAnEvenNumber() {
        assertThat(Measurement.median(new double[] {9, 1, 4, 2})).isEqualTo(3);
    }

    @Test
    void carriesMeasurementsBetweenProcessesWhateverTheirNumbers() {
        for (double result : new double[] {0.1, Double.NaN, Double.NEGATIVE_INFINITY}) {
            Measurement sent = measured(1.0 / 3, result);
            assertThat(Measurement.fromJson(sent.toJson())).isEqualTo(sent);
        }
    }

    @Test
    void namesTheWorkThatThereIs() {
        assertThatThrownBy(() -> Job.named("exp-7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exp-7")
                .hasMessageContaining("matmul-128x784x400");
    }
}
