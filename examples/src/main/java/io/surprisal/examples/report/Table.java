package io.surprisal.examples.report;

import java.util.List;
import java.util.Map;

/** Tables of a page. */
public final class Table {
    private Table() {}

    /**
     * {@return a table of two columns}
     *
     * @param rows names and values in the order of reading
     */
    public static Element ofFacts(Map<String, String> rows) {
        Element table = Element.of("table").with("class", "facts");
        rows.forEach((name, value) ->
                table.add(Element.of("tr").add(Element.of("th", name).with("scope", "row"), Element.of("td", value))));
        return table;
    }

    /**
     * {@return a table of numbers, folded until its reader asks for it}
     *
     * @param title what it holds
     * @param columns the names of the columns
     * @param rows numbers as text, one for each column
     */
    public static Element folded(String title, List<String> columns, List<List<String>> rows) {
        Element head = Element.of("tr");
        columns.forEach(name -> head.add(Element.of("th", name).with("scope", "col")));
        Element body = Element.of("tbody");
        for (List<String> row : rows) {
            Element line = Element.of("tr");
            row.forEach(number -> line.add(Element.of("td", number)));
            body.add(line);
        }
        Element table = Element.of("table")
                .with("class", "numbers")
                .add(Element.of("thead").add(head), body);
        return Element.of("details")
                .add(
                        Element.of("summary", title),
                        Element.of("div").with("class", "scroll").add(table));
    }
}
