package io.surprisal.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlotTest {
    /** Across: 0 to 1 from 40 to 283. Up: 0 to 1 from 164 to 12. */
    private static Plot unit() {
        return Plot.small("a chart", Range.between("", 0, 1), Range.between("", 0, 1));
    }

    private static String drawn(Plot plot) {
        return plot.figure().toString();
    }

    @Test
    void pointsOnALineAreLeftOut() {
        assertThat(drawn(unit().curve(new double[] {0, 0.2, 0.5, 1}, new double[] {0, 0.2, 0.5, 1}, "c0")))
                .contains("d=\"M40.0,164.0 283.0,12.0\" class=\"curve c0\"");
    }

    @Test
    void curvesEndAtTheEdgeOfTheFrame() {
        double[] xs = {0, 0.5, 1};
        assertThat(drawn(unit().curve(xs, new double[] {0, 2, 0}, "c0")))
                .contains("d=\"M40.0,164.0 100.8,12.0M222.3,12.0 283.0,164.0\"");
        assertThat(drawn(unit().curve(xs, new double[] {Double.POSITIVE_INFINITY, 0.5, 0.5}, "c0")))
                .contains("d=\"M40.0,12.0 161.5,88.0 283.0,88.0\"");
        assertThat(drawn(unit().curve(xs, new double[] {0.5, Double.NaN, 0.5}, "c0")))
                .contains("d=\"M40.0,88.0 40.0,88.0M283.0,88.0 283.0,88.0\"");
    }

    @Test
    void stepsHoldTheirValueUntilTheNextJump() {
        assertThat(drawn(unit().steps(new double[] {0, 0.5}, new double[] {0.5, 1}, 1, "c0")))
                .contains("d=\"M40.0,88.0 161.5,88.0 161.5,12.0 283.0,12.0\"");
    }

    @Test
    void columnsStandOnTheAxisAndAreCutAtTheFrame() {
        assertThat(drawn(unit().bars(new double[] {0.25, 0.75}, 0.5, new double[] {0, 3}, "c1")))
                .contains("d=\"M161.5 164.0V12.0H283.0V164.0Z\" class=\"bar c1\"");
    }

    @Test
    void histogramsAreDensitiesOfTheWholeSample() {
        Histogram histogram = Histogram.of(new double[] {-1, 0, 0.1, 0.6, 1}, 0, 1, 2);
        assertThat(histogram.edges()).containsExactly(0, 0.5, 1);
        assertThat(histogram.heights()).containsExactly(0.8, 0.4);
        assertThat(histogram.top()).isEqualTo(0.8);
    }

    @Test
    void namesStandBelow() {
        assertThat(drawn(unit().named("c2", "normal"))).contains("<span class=\"key c2\"></span>normal</span>");
    }

    @Test
    void numbersAlongAnAxisTellOneFromTheNext() {
        Axis axis = Axis.over(Range.between("", 0, 0.002), 0, 400);
        assertThat(axis.ticks().stream().map(axis::tick).toList())
                .containsExactly("0.0000", "0.0005", "0.0010", "0.0015", "0.0020");
    }

    @Test
    void rangesMustGoUp() {
        assertThatThrownBy(() -> Range.between("x", 1, 1))
                .hasMessage(
                        "Range: x goes from 1.0 to 1.0, but the ends must be finite and in order. Give another range.");
    }

    @Test
    void numeralsHaveFourDigits() {
        assertThat(Numeral.of(0.123456)).isEqualTo("0.1235");
        assertThat(Numeral.of(-12.0)).isEqualTo("−12");
        assertThat(Numeral.of(0)).isEqualTo("0");
        assertThat(Numeral.of(1.5e-7)).isEqualTo("1.500e−07");
        assertThat(Numeral.of(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(Numeral.of(Double.NaN)).isEqualTo("undefined");
    }
}
