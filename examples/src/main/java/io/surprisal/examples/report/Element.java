package io.surprisal.examples.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of HTML or SVG. Whatever is put in as text or as the value of an attribute is escaped. */
public final class Element {
    private static final Set<String> VOID = Set.of("img", "link", "meta");

    private final String tag;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> content = new ArrayList<>();

    private Element(String tag) {
        this.tag = tag;
    }

    /**
     * {@return an empty element}
     *
     * @param tag its name
     */
    public static Element of(String tag) {
        return new Element(tag);
    }

    /**
     * {@return an element that holds text}
     *
     * @param tag its name
     * @param text the text
     */
    public static Element of(String tag, String text) {
        return of(tag).text(text);
    }

    /**
     * Sets an attribute.
     *
     * @param name its name
     * @param value its value
     * @return this element
     */
    public Element with(String name, Object value) {
        attributes.put(name, escaped(value.toString()));
        return this;
    }

    /**
     * Adds text.
     *
     * @param text the text
     * @return this element
     */
    public Element text(String text) {
        content.add(escaped(text));
        return this;
    }

    /**
     * Adds elements.
     *
     * @param children the elements
     * @return this element
     */
    public Element add(Element... children) {
        for (Element child : children) {
            content.add(child.toString());
        }
        return this;
    }

    /** Adds what must not be escaped: a style sheet, which a parser reads to its end tag as it stands. */
    Element verbatim(String source) {
        content.add(source);
        return this;
    }

    /** The source text. */
    @Override
    public String toString() {
        StringBuilder source = new StringBuilder("<").append(tag);
        attributes.forEach((name, value) ->
                source.append(' ').append(name).append("=\"").append(value).append('"'));
        source.append('>');
        if (!VOID.contains(tag)) {
            content.forEach(source::append);
            source.append("</").append(tag).append('>');
        }
        return source.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
