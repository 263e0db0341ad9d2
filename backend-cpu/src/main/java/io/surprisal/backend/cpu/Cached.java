package io.surprisal.backend.cpu;

/** What a {@link PrimitiveCache} keeps and frees in the end. */
interface Cached {
    /** Frees what it holds in the library. */
    void close();
}
