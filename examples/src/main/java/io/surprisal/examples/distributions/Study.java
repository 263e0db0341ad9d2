package io.surprisal.examples.distributions;

import com.google.gson.JsonObject;
import io.surprisal.examples.report.Page;

/** A small study: figures and charts that explain one idea. */
interface Study {
    /** Its name in JSON. */
    String name();

    /** Its figures in full precision. */
    JsonObject toJson();

    /** Adds it to a page. */
    void addTo(Page page);
}
