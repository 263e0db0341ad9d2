package io.surprisal.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void wholeNumbersStandOnAnAxisOfWholeNumbers() {
        Axis axis = Axis.over(Range.of("epoch", new double[] {1, 3}, 1), 0, 100);
        assertThat(axis.ticks()).isEqualTo(List.of(1.0, 2.0, 3.0));
        assertThat(axis.place(2)).isEqualTo(50);
    }

    @Test
    void aSingleValueHasAnAxisToo() {
        Axis axis = Axis.over(Range.of("epoch", new double[] {1}, 1), 0, 100);
        assertThat(axis.ticks()).containsExactly(1.0);
    }

    @Test
    void negativeNumbersHaveAMinusSign() {
        assertThat(Axis.label(-2.5)).isEqualTo("−2.5");
        assertThat(Axis.label(1200)).isEqualTo("1,200");
    }

    @Test
    void curvesAreDescribedForThoseWhoCannotSeeThem() {
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("training", new double[] {164.5, 121});
        curves.put("test", new double[] {127, 115});
        assertThat(LineChart.of("Loss", "epoch", "nats", new double[] {1, 2}, curves)
                        .toString())
                .contains("aria-label=\"Loss: training from 164.5 to 121, test from 127 to 115 nats.\"")
                .contains("training</span>", "test</span>");
    }

    @Test
    void classesAreNamedAmongTheirPoints() {
        double[][] points = {{0, 0}, {0, 1}, {5, 5}};
        assertThat(ScatterChart.of("points", "a", "b", points, List.of(3, 3, 8)).toString())
                .contains("class=\"tag c3\">3</text>", "class=\"tag c8\">8</text>")
                .contains(">a</text>", ">b</text>");
    }

    @Test
    void wordsThatWouldCoverOneAnotherPart() {
        double[][] places = {{10, 10}, {10, 10}, {12, 10}, {90, 90}};
        double[][] apart = TagPlaces.apart(places, 17);
        for (int i = 0; i < apart.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Math.hypot(apart[i][0] - apart[j][0], apart[i][1] - apart[j][1]))
                        .isGreaterThan(16.9);
            }
        }
        assertThat(apart[3]).containsExactly(new double[] {90, 90}, within(0.01));
    }
}
