package io.surprisal.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page of sections, light or dark as its reader's system is, from phones to wide screens. */
public final class Page {
    private final List<Element> opening = new ArrayList<>();
    private final Contents contents = new Contents();
    private final List<Element> sections = new ArrayList<>();
    private final String title;

    private Page(String title) {
        this.title = title;
    }

    /**
     * {@return an empty page}
     *
     * @param title its title, which is its heading too
     * @param summary a sentence below the heading
     */
    public static Page of(String title, String summary) {
        Page page = new Page(title);
        page.opening.add(Element.of("header")
                .add(Element.of("h1", title), Element.of("p", summary).with("class", "summary")));
        return page;
    }

    /**
     * Adds the numbers that a reader wants first, in large type.
     *
     * @param numbers what they are, and their values, in the order of reading
     * @return this page
     */
    public Page figures(Map<String, String> numbers) {
        Element list = Element.of("dl").with("class", "figures");
        numbers.forEach(
                (name, value) -> list.add(Element.of("div").add(Element.of("dt", name), Element.of("dd", value))));
        opening.add(list);
        return this;
    }

    /**
     * Adds a section; on wide screens two of them stand side by side.
     *
     * @param heading its heading
     * @param explanation what is to be seen
     * @param content what it shows
     * @return this page
     */
    public Page section(String heading, String explanation, Element... content) {
        sections.add(Element.of("section")
                .add(Element.of("h2", heading), Element.of("p", explanation))
                .add(content));
        return this;
    }

    /**
     * Begins a chapter, which the table of contents names with its topics.
     *
     * @param heading its heading
     * @param explanation what is in it
     * @return this page
     */
    public Page chapter(String heading, String explanation) {
        contents.chapter(heading);
        sections.add(Element.of("header")
                .with("id", Contents.anchor(heading))
                .add(Element.of("h2", heading), Element.of("p", explanation)));
        return this;
    }

    /**
     * Adds a topic of the chapter: a section over the whole width.
     *
     * @param heading its heading
     * @param explanation what is to be seen
     * @param content what it shows
     * @return this page
     */
    public Page topic(String heading, String explanation, Element... content) {
        contents.topic(heading);
        sections.add(Element.of("section")
                .with("class", "wide")
                .with("id", Contents.anchor(heading))
                .add(Element.of("h3", heading).add(Contents.wayBack()), Element.of("p", explanation))
                .add(content));
        return this;
    }

    /**
     * {@return charts side by side, as many as there is room for}
     *
     * @param charts the charts
     */
    public static Element panels(List<Element> charts) {
        return Element.of("div").with("class", "panels").add(charts.toArray(Element[]::new));
    }

    /** {@return the whole file} */
    public String html() {
        Element head = Element.of("head")
                .add(
                        Element.of("meta").with("charset", "utf-8"),
                        Element.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1"),
                        // Whoever opens the page fetches nothing from anywhere.
                        Element.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", "default-src 'none'; img-src data:; style-src 'unsafe-inline'"),
                        Element.of("link").with("rel", "icon").with("href", "data:,"),
                        Element.of("title", title),
                        Element.of("style").verbatim(style()));
        Element main = Element.of("main").add(opening.toArray(Element[]::new));
        contents.element().ifPresent(main::add);
        main.add(sections.toArray(Element[]::new));
        return "<!DOCTYPE html>\n"
                + Element.of("html")
                        .with("lang", "en")
                        .add(head, Element.of("body").add(main)) + "\n";
    }

    private static String style() {
        try (InputStream stream = Page.class.getResourceAsStream("page.css")) {
            if (stream == null) {
                throw new IllegalStateException("report: page.css is not beside its class. Build the examples again.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report: page.css cannot be read", e);
        }
    }
}
