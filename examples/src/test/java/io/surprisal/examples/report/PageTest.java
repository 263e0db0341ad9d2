package io.surprisal.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void topicsOfChaptersAreLinkedFromTheContents() {
        Page page = Page.of("title", "summary")
                .chapter("First part", "about it")
                .topic("A topic, or two", "what is seen", Element.of("p", "it"));
        assertThat(page.html())
                .contains("<a href=\"#first-part\">First part</a>", "<header id=\"first-part\">")
                .contains("<li><a href=\"#a-topic-or-two\">A topic, or two</a></li>", "id=\"a-topic-or-two\"")
                .isEqualTo(page.html());
    }

    @Test
    void aPageWithoutChaptersHasNoContents() {
        assertThat(Page.of("title", "summary").section("heading", "text").html())
                .doesNotContain("<nav");
    }
}
