package io.surprisal.io;

import io.surprisal.io.SafetensorsHeader.Entry;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An open safetensors file, from which tensors are read one at a time. Its header was checked; the data are read when asked for.
 * Threads may share it, and take turns.
 */
public final class SafetensorsFile implements AutoCloseable {
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final String where;

    private SafetensorsFile(FileChannel channel, SafetensorsHeader header, String where) {
        this.channel = channel;
        this.header = header;
        this.where = where;
    }

    /**
     * Opens a file and checks its header.
     *
     * @param file a regular file
     * @return the file, which the caller closes
     * @throws FormatException if the header breaks a rule of the format, or has an element type that no dtype holds exactly
     * @throws IOException if the file is missing or cannot be read
     */
    public static SafetensorsFile open(Path file) throws IOException {
        FileChannel channel = RegularFile.open(file);
        try {
            return new SafetensorsFile(channel, SafetensorsHeader.read(channel, file.toString()), file.toString());
        } catch (IOException | RuntimeException | Error e) {
            try (channel) {
                throw e;
            }
        }
    }

    /**
     * The tensors' names.
     *
     * @return in the header's order
     */
    public Set<String> names() {
        return header.entries().keySet();
    }

    /**
     * The strings that the file carries beside its tensors.
     *
     * @return in the header's order; empty if there are none
     */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /**
     * The shape of a tensor, without reading it.
     *
     * @param name one of {@link #names()}
     * @return its shape
     * @throws IllegalArgumentException if there is no such tensor
     */
    public Shape shape(String name) {
        return entry(name).shape();
    }

    /**
     * The type that {@link #read(String)} gives. F16 and BF16 widen to FLOAT32, the small integers to INT32, U32 to INT64.
     *
     * @param name one of {@link #names()}
     * @return its type in memory
     * @throws IllegalArgumentException if there is no such tensor
     */
    public DType dtype(String name) {
        return entry(name).type().dtype();
    }

    /**
     * Reads a tensor.
     *
     * @param name one of {@link #names()}
     * @return a new array
     * @throws IllegalArgumentException if there is no such tensor
     * @throws FormatException if the file shrank since it was opened, or a truth value is neither 0 nor 1
     * @throws IOException if reading fails
     */
    public synchronized HostArray read(String name) throws IOException {
        Entry entry = entry(name);
        channel.position(header.dataStart() + entry.begin());
        return Elements.read(
                channel, entry.type(), ByteOrder.LITTLE_ENDIAN, entry.shape(), where + ", tensor \"" + name + "\"");
    }

    /**
     * Reads all tensors.
     *
     * @return new arrays by name, in the header's order
     * @throws FormatException if the file shrank since it was opened, or a truth value is neither 0 nor 1
     * @throws IOException if reading fails
     */
    public Map<String, HostArray> readAll() throws IOException {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        for (String name : names()) {
            arrays.put(name, read(name));
        }
        return Collections.unmodifiableMap(arrays);
    }

    /** Closes the file; tensors that were read stay. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    FileChannel channel() {
        return channel;
    }

    private Entry entry(String name) {
        Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new IllegalArgumentException(where + ": no tensor has the name \"" + name + "\"; there are " + names()
                    + ". Choose one of them.");
        }
        return entry;
    }
}
