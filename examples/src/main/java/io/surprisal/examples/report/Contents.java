package io.surprisal.examples.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of contents of a page with chapters: links to them and to their topics. */
final class Contents {
    private static final String ID = "contents";

    private final Map<String, List<String>> topics = new LinkedHashMap<>();
    private List<String> current = new ArrayList<>();

    /** Begins a chapter; the topics that follow are its own. */
    void chapter(String heading) {
        current = topics.computeIfAbsent(heading, name -> new ArrayList<>());
    }

    void topic(String heading) {
        current.add(heading);
    }

    /** A small link to this table. */
    static Element wayBack() {
        return Element.of("a", "↑").with("class", "back").with("href", "#" + ID).with("title", "To the contents");
    }

    /** The identifier of a heading: its words in small letters. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-");
    }

    /** The table; nothing where there are no chapters. */
    Optional<Element> element() {
        Element nav = Element.of("nav").with("id", ID).with("aria-label", "Contents");
        topics.forEach((chapter, headings) -> {
            Element list = Element.of("ul");
            headings.forEach(heading -> list.add(Element.of("li").add(link(heading))));
            nav.add(Element.of("p").add(link(chapter)), list);
        });
        return topics.isEmpty() ? Optional.empty() : Optional.of(nav);
    }

    private static Element link(String heading) {
        return Element.of("a", heading).with("href", "#" + anchor(heading));
    }
}
