package io.surprisal.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages files the way that finds holes in parsers: from a seed, so that a failure can be repeated. */
final class Mutator {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        1L << 60,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /** A copy with one to four changes. */
    byte[] mutate(byte[] original) {
        byte[] bytes = original;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        int n = bytes.length;
        if (n < 16) {
            return Arrays.copyOf(bytes, n + 16);
        }
        int at = random.nextInt(n);
        return switch (random.nextInt(7)) {
            case 0 -> replaced(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 1 -> replaced(bytes, at, (byte) random.nextInt(256));
            case 2 -> extreme(bytes);
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> digit(bytes, at);
            case 5 -> spliced(bytes, at, at, random.nextInt(n), random.nextInt(32));
            default -> spliced(bytes, at, Math.min(n, at + 1 + random.nextInt(16)), 0, 0);
        };
    }

    private static byte[] replaced(byte[] bytes, int at, byte value) {
        byte[] result = bytes.clone();
        result[at] = value;
        return result;
    }

    /** An integer of 2, 4 or 8 bytes in either order. */
    private byte[] extreme(byte[] bytes) {
        byte[] result = bytes.clone();
        ByteBuffer buffer =
                ByteBuffer.wrap(result).order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        int at = random.nextInt(bytes.length - 8);
        switch (random.nextInt(3)) {
            case 0 -> buffer.putShort(at, (short) value);
            case 1 -> buffer.putInt(at, (int) value);
            default -> buffer.putLong(at, value);
        }
        return result;
    }

    /** Lengths in text: the next decimal digit becomes a long number. */
    private byte[] digit(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                byte[] number =
                        Long.toString(EXTREMES[random.nextInt(EXTREMES.length)]).getBytes(StandardCharsets.US_ASCII);
                return joined(Arrays.copyOf(bytes, i), number, Arrays.copyOfRange(bytes, i + 1, bytes.length));
            }
        }
        return bytes;
    }

    /** Puts a piece of the same file in place of bytes {@code from} to {@code to}. */
    private static byte[] spliced(byte[] bytes, int from, int to, int piece, int length) {
        byte[] middle = Arrays.copyOfRange(bytes, piece, Math.min(bytes.length, piece + length));
        return joined(Arrays.copyOf(bytes, from), middle, Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        return ByteBuffer.allocate(first.length + second.length + third.length)
                .put(first)
                .put(second)
                .put(third)
                .array();
    }
}
