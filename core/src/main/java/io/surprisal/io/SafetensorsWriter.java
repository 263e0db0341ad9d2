package io.surprisal.io;

import com.google.gson.stream.JsonWriter;
import io.surprisal.tensor.HostArray;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the parts of a safetensors file. */
final class SafetensorsWriter {
    /** The data begin at a multiple of it, as the reference implementation has it. */
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /** Header and data. The header has the arrays' order; the data begin with the widest elements, so that all are aligned. */
    static void write(WritableByteChannel out, Map<String, HostArray> arrays, Map<String, String> metadata)
            throws IOException {
        List<Map.Entry<String, HostArray>> layout = new ArrayList<>(arrays.entrySet());
        layout.sort(Comparator.comparingInt(entry -> -entry.getValue().dtype().bytes()));
        Map<String, Long> begins = new HashMap<>();
        long position = 0;
        for (Map.Entry<String, HostArray> entry : layout) {
            begins.put(entry.getKey(), position);
            position += bytes(entry.getValue());
        }
        Elements.writeFully(out, header(arrays, metadata, begins));
        for (Map.Entry<String, HostArray> entry : layout) {
            Elements.write(out, entry.getValue());
        }
    }

    private static ByteBuffer header(
            Map<String, HostArray> arrays, Map<String, String> metadata, Map<String, Long> begins) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (!metadata.isEmpty()) {
                json.name(SafetensorsJson.METADATA).beginObject();
                for (Map.Entry<String, String> entry : metadata.entrySet()) {
                    json.name(entry.getKey()).value(entry.getValue());
                }
                json.endObject();
            }
            for (Map.Entry<String, HostArray> entry : arrays.entrySet()) {
                writeEntry(json, entry.getKey(), entry.getValue(), begins.getOrDefault(entry.getKey(), 0L));
            }
            json.endObject();
        }
        ByteBuffer utf8 = encode(text.toString());
        int padded = (utf8.remaining() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (padded > SafetensorsHeader.MAX_LENGTH) {
            throw new IllegalArgumentException("Safetensors: the header would have " + padded + " bytes, but "
                    + SafetensorsHeader.MAX_LENGTH + " is the limit. Shorten the metadata.");
        }
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(utf8);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private static void writeEntry(JsonWriter json, String name, HostArray array, long begin) throws IOException {
        if (name.equals(SafetensorsJson.METADATA)) {
            throw new IllegalArgumentException(
                    "Safetensors: no tensor can have the name " + name + ", the format's own. Rename it.");
        }
        json.name(name).beginObject();
        json.name("dtype").value(ElementType.of(array.dtype()).name());
        json.name("shape").beginArray();
        for (int dim : array.shape().dims()) {
            json.value(dim);
        }
        json.endArray();
        json.name("data_offsets").beginArray();
        json.value(begin).value(begin + bytes(array));
        json.endArray().endObject();
    }

    private static ByteBuffer encode(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "Safetensors: a name or the metadata hold half a surrogate pair, which is not Unicode. Replace it.",
                    e);
        }
    }

    private static long bytes(HostArray array) {
        return (long) array.shape().size() * array.dtype().bytes();
    }
}
