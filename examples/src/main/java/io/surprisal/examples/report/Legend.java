package io.surprisal.examples.report;

/** What a colour stands for. */
final class Legend {
    private Legend() {}

    static Element entry(String style, String name) {
        return Element.of("span")
                .add(Element.of("span").with("class", "key " + style))
                .text(name);
    }
}
