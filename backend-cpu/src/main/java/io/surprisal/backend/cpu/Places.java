package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;

/** For each element of a result that indices select, in order, the place of the element that its index names. Uses {@code longsA}. */
final class Places {
    private final Reader reader;
    private final Lanes lanes;
    private final long[] places;
    private final long selected;
    private long outer;
    private long along;
    private int inner;

    Places(CpuArray indices, Shape out, Lanes lanes, Scratch scratch) {
        this.reader = new Reader(indices, Layout.broadcast(indices.shape(), out));
        this.lanes = lanes;
        this.places = scratch.longsA;
        this.selected = out.size() / ((long) lanes.outer() * lanes.inner());
    }

    /** The next places, in an array that the next call overwrites. */
    long[] next(int n) {
        reader.next(places, n);
        for (int i = 0; i < n; i++) {
            places[i] = (outer * lanes.length() + places[i]) * lanes.inner() + inner;
            if (++inner == lanes.inner()) {
                inner = 0;
                if (++along == selected) {
                    along = 0;
                    outer++;
                }
            }
        }
        return places;
    }
}
