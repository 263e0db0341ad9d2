package io.surprisal.io;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * One array in one file, in NumPy's NPY format: versions 1 to 3, both byte orders, both orders of axes.
 *
 * <p>Types widen to the dtype that holds their every value: f2 to FLOAT32; i1, u1, i2 and u2 to INT32; u4 to INT64. Pickled objects,
 * fields, strings, complex numbers and u8 are refused.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>
 */
public final class Npy {
    /** So that elements begin at a multiple of it, as NumPy has it. */
    private static final int ALIGNMENT = 64;

    /** Magic, version and length of version 1. */
    private static final int PREFIX = 10;

    private Npy() {}

    /**
     * Reads a file.
     *
     * @param file a regular file
     * @return a new array
     * @throws FormatException if it is no NPY file of numbers, is truncated, or goes on after the array
     * @throws IOException if the file is missing or cannot be read
     */
    public static HostArray read(Path file) throws IOException {
        try (FileChannel channel = RegularFile.open(file)) {
            return read(channel, channel.size(), file.toString());
        }
    }

    /**
     * Writes a file, as a whole or not at all.
     *
     * @param file in a folder that exists; replaced if it is there
     * @param array what to write
     * @throws IOException if writing fails; the file then stays as it was
     */
    public static void write(Path file, HostArray array) throws IOException {
        AtomicFile.write(file, channel -> write(channel, array));
    }

    /**
     * Reads an array that ends where the channel does.
     *
     * @param atMost the most bytes that the channel can have; no memory is taken for more
     */
    static HostArray read(ReadableByteChannel in, long atMost, String where) throws IOException {
        NpyHeader header = NpyHeader.read(in, where);
        Shape shape = header.shape();
        long needed = (long) shape.size() * header.type().bytes();
        if (needed > atMost - header.bytes()) {
            throw new FormatException(
                    where,
                    shape + " of " + header.type() + " takes " + needed + " bytes, but there are at most "
                            + Math.max(0, atMost - header.bytes()) + ". The file is truncated: fetch it again.");
        }
        HostArray array = Elements.read(in, header.type(), header.order(), shape, where);
        if (!Elements.isAtEnd(in)) {
            throw new FormatException(
                    where, "the file goes on after the array of " + shape + ". Keep one array in a file.");
        }
        return header.columnMajor() ? ColumnMajor.toRows(array, where) : array;
    }

    static void write(WritableByteChannel out, HostArray array) throws IOException {
        StringJoiner shape = new StringJoiner(", ", "(", array.shape().rank() == 1 ? ",)" : ")");
        for (int dim : array.shape().dims()) {
            shape.add(String.valueOf(dim));
        }
        byte[] text = ("{'descr': '" + descr(array.dtype()) + "', 'fortran_order': False, 'shape': " + shape + ", }")
                .getBytes(StandardCharsets.US_ASCII);
        int total = (PREFIX + text.length + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (total - PREFIX > 0xffff) {
            throw new IllegalArgumentException(
                    "Npy: a shape of " + array.shape().rank() + " axes does not fit the header. Reshape the array.");
        }
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        header.putShort((short) (total - PREFIX)).put(text);
        while (header.position() < total - 1) {
            header.put((byte) ' ');
        }
        header.put((byte) '\n');
        Elements.writeFully(out, header.flip());
        Elements.write(out, array);
    }

    private static String descr(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
            case INT32 -> "<i4";
            case INT64 -> "<i8";
            case BOOL -> "|b1";
        };
    }
}
