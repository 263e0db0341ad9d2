package io.surprisal.backend.cpu;

/** Elements that are read or computed a block at a time. */
@FunctionalInterface
interface FloatSource {
    /** Brings {@code n} elements from {@code index} into the start of {@code target}. */
    void load(long index, float[] target, int n);
}
