package io.surprisal.io;

import io.surprisal.tensor.HostArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Named arrays in one file, in the safetensors format: a JSON header, then the bytes.
 *
 * <p>Reading checks every rule before it takes memory: a header of at most 100,000,000 bytes in valid UTF-8 and strict JSON without
 * duplicate names, shapes that fit their offsets, and offsets that cover the data without gap or overlap.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class Safetensors {
    private Safetensors() {}

    /**
     * Reads all tensors of a file. {@link SafetensorsFile} reads single ones, and the metadata.
     *
     * @param file a regular file
     * @return new arrays by name, in the header's order; F16 and BF16 widen to FLOAT32, the small integers to INT32, U32 to INT64
     * @throws FormatException if the file breaks a rule of the format, or has an element type that no dtype holds exactly
     * @throws IOException if the file is missing or cannot be read
     */
    public static Map<String, HostArray> read(Path file) throws IOException {
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            return open.readAll();
        }
    }

    /**
     * Writes a file, as a whole or not at all.
     *
     * @param file in a folder that exists; replaced if it is there
     * @param arrays by name, in the order that the header gets
     * @param metadata strings by name; may be empty
     * @throws IllegalArgumentException if a name is {@code __metadata__} or not Unicode, or the header would exceed its limit
     * @throws IOException if writing fails; the file then stays as it was
     */
    public static void write(Path file, Map<String, HostArray> arrays, Map<String, String> metadata)
            throws IOException {
        AtomicFile.write(file, channel -> SafetensorsWriter.write(channel, arrays, metadata));
    }

    /**
     * Writes a file without metadata, as a whole or not at all.
     *
     * @param file in a folder that exists; replaced if it is there
     * @param arrays by name, in the order that the header gets
     * @throws IllegalArgumentException if a name is {@code __metadata__} or not Unicode, or the header would exceed its limit
     * @throws IOException if writing fails; the file then stays as it was
     */
    public static void write(Path file, Map<String, HostArray> arrays) throws IOException {
        write(file, arrays, Map.of());
    }
}
