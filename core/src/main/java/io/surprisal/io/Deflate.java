package io.surprisal.io;

/** What the deflate format of zip and gzip can do. */
final class Deflate {
    /** The longest match, 258 bytes, takes at least 2 bits. */
    private static final long MOST_PER_BYTE = 1032;

    private Deflate() {}

    /** The most bytes that so many compressed ones can become: what promises more is false, and gets no memory. */
    static long most(long compressed) {
        return compressed > Long.MAX_VALUE / MOST_PER_BYTE ? Long.MAX_VALUE : compressed * MOST_PER_BYTE;
    }
}
