package io.surprisal.io;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.surprisal.io.SafetensorsHeader.Entry;
import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON text of a safetensors header, strictly: duplicate names, other types and rounded numbers are refused. */
final class SafetensorsJson {
    /** The one name that is not a tensor's. */
    static final String METADATA = "__metadata__";

    private final JsonReader json;
    private final String where;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private SafetensorsJson(JsonReader json, String where) {
        this.json = json;
        this.where = where;
    }

    /**
     * Parses the whole text.
     *
     * @throws FormatException if it is not the JSON of a header
     */
    static SafetensorsJson parse(String text, String where) throws FormatException {
        JsonReader json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
        SafetensorsJson header = new SafetensorsJson(json, where);
        try {
            header.readAll();
        } catch (FormatException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            // The text is in memory, so what fails is its form: IllegalStateException is gson's word for another type
            // of value.
            throw new FormatException(
                    where,
                    "the header is not the JSON of a safetensors file at " + json.getPath() + ". Is it damaged?",
                    e);
        }
        return header;
    }

    Map<String, Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }

    Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    private void readAll() throws IOException {
        boolean described = false;
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (name.equals(METADATA)) {
                if (described) {
                    throw duplicate(name);
                }
                described = true;
                readMetadata();
            } else if (entries.put(name, readEntry(where + ", tensor \"" + name + "\"")) != null) {
                throw duplicate(name);
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new FormatException(where, "something follows the header's JSON. Write the file again.");
        }
    }

    private void readMetadata() throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (metadata.put(name, string()) != null) {
                throw duplicate(METADATA + "." + name);
            }
        }
        json.endObject();
    }

    private Entry readEntry(String tensor) throws IOException {
        String dtype = null;
        long @Nullable [] shape = null;
        long @Nullable [] offsets = null;
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            boolean again = switch (key) {
                case "dtype" -> {
                    boolean present = dtype != null;
                    dtype = string();
                    yield present;
                }
                case "shape" -> {
                    boolean present = shape != null;
                    shape = naturals();
                    yield present;
                }
                case "data_offsets" -> {
                    boolean present = offsets != null;
                    offsets = naturals();
                    yield present;
                }
                default ->
                    throw new FormatException(
                            tensor,
                            "unknown key \"" + key
                                    + "\"; dtype, shape and data_offsets are all there are. Is the file damaged?");
            };
            if (again) {
                throw duplicate(key);
            }
        }
        json.endObject();
        if (dtype == null || shape == null || offsets == null || offsets.length != 2) {
            throw new FormatException(
                    tensor, "a tensor needs dtype, shape and two data_offsets. The file is damaged: fetch it again.");
        }
        return entry(type(dtype, tensor), Dims.shape(shape, tensor), offsets[0], offsets[1], tensor);
    }

    private static Entry entry(ElementType type, Shape shape, long begin, long end, String tensor)
            throws FormatException {
        // At most 2³¹ − 1 elements of at most 8 bytes: the product does not overflow.
        long bytes = (long) shape.size() * type.bytes();
        if (end - begin != bytes) {
            throw new FormatException(
                    tensor,
                    shape + " of " + type + " takes " + bytes + " bytes, but the offsets are " + begin + " and " + end
                            + ". The file is damaged: fetch it again.");
        }
        return new Entry(type, shape, begin, end);
    }

    private static ElementType type(String dtype, String tensor) throws FormatException {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw new FormatException(
                tensor,
                "the element type " + dtype
                        + " has no dtype here that holds its values exactly. Convert the file to F32, F64,"
                        + " I32, I64 or BOOL.");
    }

    private String string() throws IOException {
        if (json.peek() != JsonToken.STRING) {
            throw new FormatException(where, "there is no string at " + json.getPath() + ". Is the file damaged?");
        }
        return json.nextString();
    }

    /** A list of whole numbers from 0 to 10¹⁸ − 1, each read from its digits. */
    private long[] naturals() throws IOException {
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            String path = json.getPath();
            String digits = json.peek() == JsonToken.NUMBER ? json.nextString() : "";
            if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new FormatException(
                        where, "there is no whole number below 10^18 at " + path + ". Is the file damaged?");
            }
            numbers.add(Long.parseLong(digits));
        }
        json.endArray();
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private FormatException duplicate(String name) {
        return new FormatException(
                where,
                "\"" + name + "\" occurs twice in the header. Readers would disagree on which counts: write it again.");
    }
}
