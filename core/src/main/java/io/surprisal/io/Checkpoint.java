package io.surprisal.io;

import com.google.gson.JsonObject;
import io.surprisal.tensor.HostArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state of a computation: named arrays, and facts about them.
 *
 * <p>In a file it is a safetensors file, which other tools read, with the facts as JSON under the metadata's {@code json} and a
 * checksum (CRC32C, over the whole file) under {@code crc32c}. {@link #save} leaves the old file or the new one whenever the process
 * dies; {@link #load} refuses a file in which a single byte changed.
 *
 * @param arrays by name, in order
 * @param metadata facts as JSON: numbers of steps, configuration, provenance
 */
public record Checkpoint(Map<String, HostArray> arrays, JsonObject metadata) {
    private static final String KIND = "surprisal-checkpoint-1";

    /**
     * Copies both.
     *
     * @param arrays what to store, under its names; the order is kept
     * @param metadata the metadata
     */
    public Checkpoint {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        metadata = metadata.deepCopy();
    }

    /**
     * The facts.
     *
     * @return a copy
     */
    @Override
    public JsonObject metadata() {
        return metadata.deepCopy();
    }

    /**
     * Writes a file, as a whole or not at all.
     *
     * @param file in a folder that exists; replaced if it is there
     * @throws IllegalArgumentException if a name is {@code __metadata__} or not Unicode, or a number of the metadata is not finite
     * @throws IOException if writing fails; the file then stays as it was
     */
    public void save(Path file) throws IOException {
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put(FileChecksum.KEY, FileChecksum.BLANK);
        strings.put("format", KIND);
        strings.put("json", CheckpointJson.write(metadata));
        AtomicFile.write(file, channel -> {
            FileChecksum checksum = new FileChecksum();
            SafetensorsWriter.write(checksum.summing(channel), arrays, strings);
            checksum.store(channel);
        });
    }

    /**
     * Reads a file that {@link #save} wrote.
     *
     * @param file a regular file
     * @return what was saved
     * @throws FormatException if the file is no checkpoint, or is not as it was written
     * @throws IOException if the file is missing or cannot be read
     */
    public static Checkpoint load(Path file) throws IOException {
        String where = file.toString();
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            String kind = open.metadata().get("format");
            if (!KIND.equals(kind)) {
                throw new FormatException(
                        where,
                        "the metadata's format is " + kind + ", not " + KIND
                                + ". Read other files of tensors with Safetensors.read.");
            }
            FileChecksum.verify(open.channel(), where);
            return new Checkpoint(
                    open.readAll(), CheckpointJson.read(open.metadata().getOrDefault("json", ""), where));
        }
    }
}
