package io.surprisal.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

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
}
