package io.surprisal.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;

/** The facts of a checkpoint as strict JSON: what can be written can be read. */
final class CheckpointJson {
    private static final Gson STRICT = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private CheckpointJson() {}

    /**
     * The text, which {@link #read} takes.
     *
     * @throws IllegalArgumentException if a number is not finite, or objects are nested too deeply
     */
    static String write(JsonObject facts) {
        try {
            String text = STRICT.toJson(facts);
            parse(text);
            return text;
        } catch (IllegalArgumentException | JsonParseException e) {
            throw new IllegalArgumentException(
                    "Checkpoint: the metadata have no strict JSON: " + e.getMessage()
                            + ". Write numbers that are not finite as strings, and nest less than 200 deep.",
                    e);
        }
    }

    /**
     * The facts.
     *
     * @throws FormatException if the text is not strict JSON, or not an object
     */
    static JsonObject read(String text, String where) throws FormatException {
        try {
            if (parse(text) instanceof JsonObject facts) {
                return facts;
            }
        } catch (JsonParseException e) {
            throw new FormatException(where, "the metadata's json is not JSON. Save it with Checkpoint.save.", e);
        }
        throw new FormatException(where, "the metadata's json is not an object. Save it with Checkpoint.save.");
    }

    private static JsonElement parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader);
    }
}
