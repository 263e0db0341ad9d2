package io.surprisal.io;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Moves elements between channels and arrays, a chunk at a time. */
final class Elements {
    /** Large enough that the cost of a call does not count, small enough to stay in the cache. */
    private static final int CHUNK_BYTES = 1 << 16;

    private Elements() {}

    /**
     * Reads as many elements as the shape has. Whoever calls has made sure that there can be so many.
     *
     * @throws FormatException if the channel ends before, or the heap has no room for them
     */
    static HostArray read(ReadableByteChannel in, ElementType type, ByteOrder order, Shape shape, String where)
            throws IOException {
        HostArray result = memory(shape, type.dtype(), where);
        int n = shape.size();
        int perChunk = CHUNK_BYTES / type.bytes();
        ByteBuffer chunk =
                ByteBuffer.allocate(Math.min(n, perChunk) * type.bytes()).order(order);
        int count;
        for (int from = 0; from < n; from += count) {
            count = Math.min(perChunk, n - from);
            chunk.clear().limit(count * type.bytes());
            if (!fill(in, chunk)) {
                throw new FormatException(
                        where,
                        "the data end within elements " + from + " to " + (from + count) + " of " + n + " in " + shape
                                + ". The file is truncated: fetch it again.");
            }
            type.decode(chunk.flip(), result, from, count, where);
        }
        return result;
    }

    /** A file may keep its promise and still ask for more than there is: compressed zeros take next to nothing. */
    static HostArray memory(Shape shape, DType dtype, String where) throws FormatException {
        try {
            return HostArray.zeros(shape, dtype);
        } catch (OutOfMemoryError e) {
            throw new FormatException(
                    where,
                    shape + " of " + dtype + " takes " + (((long) shape.size() * dtype.bytes()) >> 20)
                            + " MiB, more than is left of the heap's "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MiB. Raise -Xmx, or split the file.",
                    e);
        }
    }

    /** Writes all elements, low byte first. */
    static void write(WritableByteChannel out, HostArray array) throws IOException {
        int bytes = array.dtype().bytes();
        int n = array.shape().size();
        int perChunk = CHUNK_BYTES / bytes;
        ByteBuffer chunk = ByteBuffer.allocate(Math.min(n, perChunk) * bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count;
        for (int from = 0; from < n; from += count) {
            count = Math.min(perChunk, n - from);
            chunk.clear().limit(count * bytes);
            switch (array.dtype()) {
                case FLOAT32 -> chunk.asFloatBuffer().put(array.floats(), from, count);
                case FLOAT64 -> chunk.asDoubleBuffer().put(array.doubles(), from, count);
                case INT32 -> chunk.asIntBuffer().put(array.ints(), from, count);
                case INT64 -> chunk.asLongBuffer().put(array.longs(), from, count);
                case BOOL -> {
                    boolean[] elements = array.booleans();
                    for (int i = 0; i < count; i++) {
                        chunk.put(i, elements[from + i] ? (byte) 1 : 0);
                    }
                }
            }
            writeFully(out, chunk);
        }
    }

    /** Writes the buffer to its limit. */
    static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Fills the buffer to its limit; false if the channel ends before. A compressed stream that ends early counts as ending. */
    static boolean fill(ReadableByteChannel in, ByteBuffer buffer) throws IOException {
        try {
            while (buffer.hasRemaining()) {
                if (in.read(buffer) < 0) {
                    return false;
                }
            }
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    /**
     * Whether nothing follows.
     *
     * @throws EOFException if a compressed stream lacks its own end, the checksum in it included
     */
    static boolean isAtEnd(ReadableByteChannel in) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        int read = in.read(one);
        while (read == 0) {
            read = in.read(one);
        }
        return read < 0;
    }
}
