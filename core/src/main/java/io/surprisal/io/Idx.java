package io.surprisal.io;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * The IDX format of MNIST and its relatives, plain or compressed with gzip, which its first bytes tell.
 *
 * <p>Of a compressed file exactly the bytes that the header promises are expanded, and no header is believed that promises more than
 * the file could hold.
 *
 * @see <a href="https://web.archive.org/web/20220331130319/https://yann.lecun.com/exdb/mnist/">the format</a>
 */
public final class Idx {
    private static final int HEAD = 4;

    private Idx() {}

    /**
     * Reads a file.
     *
     * @param file a regular file
     * @return a new array: bytes and 16-bit and 32-bit integers as INT32, the floating types as they are
     * @throws FormatException if it is no IDX file, or has fewer or more elements than its header says, or more than the
     *     heap has room for
     * @throws IOException if the file is missing or cannot be read
     */
    public static HostArray read(Path file) throws IOException {
        String where = file.toString();
        try (FileChannel channel = RegularFile.open(file)) {
            boolean gzip = isGzip(channel);
            channel.position(0);
            return gzip ? expand(channel, where) : read(channel, channel.size(), where);
        }
    }

    /**
     * Reads a file of unsigned bytes as intensities.
     *
     * @param file a regular file
     * @return a new FLOAT32 array with each byte divided by 255, from 0 to 1
     * @throws FormatException as for {@link #read}, or if the elements are not all from 0 to 255
     * @throws IOException if the file is missing or cannot be read
     */
    public static HostArray readIntensities(Path file) throws IOException {
        HostArray bytes = read(file);
        if (bytes.dtype() != DType.INT32) {
            throw new FormatException(
                    file.toString(),
                    "the elements are " + bytes.dtype() + ", but intensities come from unsigned bytes. Use Idx.read.");
        }
        int[] from = bytes.ints();
        HostArray intensities = Elements.memory(bytes.shape(), DType.FLOAT32, file.toString());
        float[] to = intensities.floats();
        for (int i = 0; i < to.length; i++) {
            if (from[i] < 0 || from[i] > 255) {
                throw new FormatException(
                        file.toString(),
                        "element " + i + " is " + from[i] + ", but intensities go from 0 to 255. Use Idx.read.");
            }
            to[i] = from[i] / 255f;
        }
        return intensities;
    }

    private static boolean isGzip(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(2);
        return Elements.fill(channel, start) && start.getShort(0) == 0x1f8b;
    }

    private static HostArray expand(FileChannel channel, String where) throws IOException {
        long most = Deflate.most(channel.size());
        try (WholeGzip in = new WholeGzip(new BufferedInputStream(Channels.newInputStream(channel)))) {
            HostArray array = read(Channels.newChannel(in), most, where);
            if (in.isFollowed()) {
                throw new FormatException(
                        where, "something follows the compressed data. Fetch the file again, or cut it off.");
            }
            return array;
        } catch (ZipException | EOFException e) {
            throw new FormatException(
                    where, "the compressed data are damaged, " + e.getMessage() + ". Fetch the file again.", e);
        }
    }

    private static HostArray read(ReadableByteChannel in, long atMost, String where) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        require(Elements.fill(in, head), where);
        if (head.getShort(0) != 0) {
            throw new FormatException(where, "the first two bytes are not 0. Is it an IDX file?");
        }
        ElementType type = type(head.get(2) & 0xff, where);
        int rank = head.get(3) & 0xff;
        ByteBuffer lengths = ByteBuffer.allocate(rank * Integer.BYTES);
        require(Elements.fill(in, lengths), where);
        long[] dims = new long[rank];
        for (int i = 0; i < rank; i++) {
            dims[i] = lengths.getInt(i * Integer.BYTES) & 0xffffffffL;
        }
        Shape shape = Dims.shape(dims, where);
        long needed = (long) shape.size() * type.bytes();
        long there = atMost - HEAD - lengths.capacity();
        if (needed > there) {
            throw new FormatException(
                    where,
                    "the header promises " + needed + " bytes for " + shape + ", but there are at most " + there
                            + ". The file is truncated: fetch it again.");
        }
        HostArray array = Elements.read(in, type, ByteOrder.BIG_ENDIAN, shape, where);
        if (!Elements.isAtEnd(in)) {
            throw new FormatException(
                    where,
                    "the file goes on after the " + needed + " bytes that its header promises for " + shape
                            + ". Fetch it again.");
        }
        return array;
    }

    private static ElementType type(int code, String where) throws FormatException {
        return switch (code) {
            case 0x08 -> ElementType.U8;
            case 0x09 -> ElementType.I8;
            case 0x0b -> ElementType.I16;
            case 0x0c -> ElementType.I32;
            case 0x0d -> ElementType.F32;
            case 0x0e -> ElementType.F64;
            default ->
                throw new FormatException(
                        where,
                        "the element type is 0x" + Integer.toHexString(code)
                                + "; 0x8, 0x9, 0xb, 0xc, 0xd and 0xe are all there are. Is it an IDX file?");
        };
    }

    private static void require(boolean filled, String where) throws FormatException {
        if (!filled) {
            throw new FormatException(where, "the data end within the header. Is it an IDX file, and complete?");
        }
    }
}
