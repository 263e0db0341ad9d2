package io.surprisal.benchmarks.soak;

import io.surprisal.tensor.Backend;
import java.io.IOException;
import java.util.Locale;

/**
 * The process's memory at one moment.
 *
 * @param residentBytes what lies in physical memory
 * @param liveArrays arrays that tensors hold
 */
record SoakState(long residentBytes, long liveArrays) {
    private static final double MEGABYTE = 1e6;

    static SoakState now(Backend backend) throws IOException {
        return new SoakState(ResidentMemory.bytes(), backend.liveArrays());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f MB resident, %d live arrays", residentBytes / MEGABYTE, liveArrays);
    }
}
