package io.surprisal.io;

import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors file says of itself: 8 bytes with the length of a JSON text, the text, then the tensors' bytes.
 *
 * @param entries the tensors, in the text's order
 * @param metadata the strings under {@code __metadata__}
 * @param dataStart the file position that offsets count from
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata, long dataStart) {
    /** As in the reference implementation: nobody has so many tensors, and no reader needs so much memory. */
    static final long MAX_LENGTH = 100_000_000;

    /** One tensor: bytes {@code begin} to {@code end} of the data. */
    record Entry(ElementType type, Shape shape, long begin, long end) {}

    /**
     * Reads and checks the header.
     *
     * @throws FormatException if it breaks a rule of the format
     */
    static SafetensorsHeader read(FileChannel channel, String where) throws IOException {
        long size = channel.size();
        long length = length(channel, size, where);
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        if (!Elements.fill(channel, bytes)) {
            throw new FormatException(where, "the file was truncated while it was read. Read it again.");
        }
        SafetensorsJson json = SafetensorsJson.parse(decode(bytes.flip(), where), where);
        requireTiling(json.entries(), size - Long.BYTES - length, where);
        return new SafetensorsHeader(json.entries(), json.metadata(), Long.BYTES + length);
    }

    private static long length(FileChannel channel, long size, String where) throws IOException {
        ByteBuffer prefix = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (!Elements.fill(channel, prefix)) {
            throw new FormatException(
                    where, "the file has " + size + " bytes, but a safetensors file begins with 8. Is it complete?");
        }
        long length = prefix.getLong(0);
        if (length < 2 || length > Math.min(MAX_LENGTH, size - Long.BYTES)) {
            throw new FormatException(
                    where,
                    "the header's length is " + Long.toUnsignedString(length) + " bytes, in a file of " + size
                            + " and with a limit of " + MAX_LENGTH
                            + ". The file is truncated, or is no safetensors file.");
        }
        return length;
    }

    private static String decode(ByteBuffer utf8, String where) throws FormatException {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(utf8);
            if (text.charAt(0) != '{') {
                throw new FormatException(
                        where, "the header does not begin with '{'. The file is damaged, or is no safetensors file.");
            }
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(
                    where, "the header is not UTF-8. The file is damaged, or is no safetensors file.", e);
        }
    }

    /** No gap and no overlap: a byte that belongs to nobody can hide another file, one that belongs to two a forgery. */
    private static void requireTiling(Map<String, Entry> entries, long dataSize, String where) throws FormatException {
        List<Map.Entry<String, Entry>> sorted = new ArrayList<>(entries.entrySet());
        sorted.sort(Comparator.<Map.Entry<String, Entry>>comparingLong(
                        e -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        long position = 0;
        for (Map.Entry<String, Entry> named : sorted) {
            Entry entry = named.getValue();
            if (entry.begin() != position) {
                throw new FormatException(
                        where,
                        "tensor \"" + named.getKey() + "\" begins at byte " + entry.begin()
                                + " of the data, but those before" + " it end at " + position
                                + "; gaps and overlaps are refused. Write the file again.");
            }
            position = entry.end();
        }
        if (position != dataSize) {
            throw new FormatException(
                    where,
                    "the tensors need " + position + " bytes of data, but the file has " + dataSize
                            + ". It is truncated, or something was appended.");
        }
    }
}
