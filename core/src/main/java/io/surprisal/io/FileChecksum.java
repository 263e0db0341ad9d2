package io.surprisal.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The CRC32C of a safetensors file, kept inside it: eight hexadecimal digits at a fixed place, the first of the metadata, which
 * count as zeros in the sum. CRC32C sees every change of a single byte and of any 32 adjacent bits.
 */
final class FileChecksum {
    static final String KEY = "crc32c";

    /** What stands in the digits' place while the sum is taken. */
    static final String BLANK = "00000000";

    private static final String BEFORE = "{\"" + SafetensorsJson.METADATA + "\":{\"" + KEY + "\":\"";
    private static final int POSITION = Long.BYTES + BEFORE.length();
    private static final int CHUNK_BYTES = 1 << 16;

    private final CRC32C crc = new CRC32C();

    /** A channel to {@code out} whose bytes count. */
    WritableByteChannel summing(WritableByteChannel out) {
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer source) throws IOException {
                ByteBuffer counted = source.duplicate();
                int written = out.write(source);
                crc.update(counted.limit(counted.position() + written));
                return written;
            }

            @Override
            public boolean isOpen() {
                return out.isOpen();
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    /** Writes the digits over the zeros. */
    void store(FileChannel channel) throws IOException {
        ByteBuffer digits = ByteBuffer.wrap(digits(crc).getBytes(StandardCharsets.US_ASCII));
        long position = POSITION;
        while (digits.hasRemaining()) {
            position += channel.write(digits, position);
        }
    }

    /**
     * Sums the file again.
     *
     * @throws FormatException if the digits are not where they belong, or are others
     */
    static void verify(FileChannel channel, String where) throws IOException {
        byte[] start = new byte[POSITION + BLANK.length()];
        channel.position(0);
        if (!Elements.fill(channel, ByteBuffer.wrap(start))) {
            throw new FormatException(where, "the file is too short for a checkpoint. Take an earlier one.");
        }
        String text = new String(start, Long.BYTES, start.length - Long.BYTES, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(BEFORE)) {
            throw new FormatException(
                    where, "the header does not begin with the checksum. Save it with Checkpoint.save.");
        }
        byte[] blank = BLANK.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(blank, 0, start, POSITION, blank.length);
        CRC32C crc = new CRC32C();
        crc.update(start);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        while (channel.read(chunk.clear()) >= 0) {
            crc.update(chunk.flip());
        }
        String stored = text.substring(BEFORE.length());
        if (!stored.equals(digits(crc))) {
            throw new FormatException(
                    where,
                    "the checksum is " + digits(crc) + ", but " + stored
                            + " was written. The file is damaged: take an earlier checkpoint.");
        }
    }

    private static String digits(CRC32C crc) {
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
