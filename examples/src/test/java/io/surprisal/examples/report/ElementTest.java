package io.surprisal.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ElementTest {
    @Test
    void escapesTextAndAttributes() {
        assertThat(Element.of("p", "a < b & \"c\"").with("title", "<\">").toString())
                .isEqualTo("<p title=\"&lt;&quot;&gt;\">a &lt; b &amp; &quot;c&quot;</p>");
    }

    @Test
    void keepsTheOrderOfItsChildren() {
        assertThat(Element.of("p").text("1").add(Element.of("b", "2")).text("3").toString())
                .isEqualTo("<p>1<b>2</b>3</p>");
    }

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
}
