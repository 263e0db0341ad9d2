package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;

/** Taking and adding elements at places that an array of indices names along one axis. */
final class Indexing {
    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Movement movement;

    Indexing(CpuArrays arrays, Scratch scratch, Movement movement) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.movement = movement;
    }

    CpuArray gather(CpuArray a, CpuArray indices, int axis, Shape out) {
        CpuArray y = arrays.make(out, a.dtype());
        Lanes lanes = Lanes.along(axis, a.shape());
        if (selectsRows(indices, axis, lanes)) {
            gatherRows(a, indices, lanes, y);
        } else {
            gatherElements(a, indices, lanes, y);
        }
        return y;
    }

    CpuArray scatterAdd(CpuArray a, CpuArray indices, CpuArray updates, int axis) {
        CpuArray y = movement.broadcastTo(a, a.shape());
        Lanes lanes = Lanes.along(axis, a.shape());
        if (selectsRows(indices, axis, lanes)) {
            addRows(y, indices, updates, lanes);
        } else {
            addElements(y, indices, updates, lanes);
        }
        return y;
    }

    /** Whether the indices vary along their axis alone and name rows that are worth a bulk copy. */
    private static boolean selectsRows(CpuArray indices, int axis, Lanes lanes) {
        return indices.size() == indices.shape().at(axis) && lanes.inner() > 4;
    }

    private static void gatherRows(CpuArray a, CpuArray indices, Lanes lanes, CpuArray y) {
        RowBuffer row = new RowBuffer(a.dtype(), lanes.inner());
        int picked = indices.size();
        long to = 0;
        for (long outer = 0; outer < lanes.outer(); outer++) {
            for (int j = 0; j < picked; j++) {
                long from = (outer * lanes.length() + indices.memory().getLong(j)) * lanes.inner();
                row.copy(a.memory(), from, y.memory(), to);
                to += lanes.inner();
            }
        }
    }

    private void gatherElements(CpuArray a, CpuArray indices, Lanes lanes, CpuArray y) {
        Places places = new Places(indices, y.shape(), lanes, scratch);
        int size = y.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            long[] at = places.next(n);
            Memory from = a.memory();
            switch (a.dtype()) {
                case FLOAT32, INT32 -> {
                    for (int i = 0; i < n; i++) {
                        scratch.intsA[i] = from.getInt(at[i]);
                    }
                    y.memory().put(done, scratch.intsA, 0, n);
                }
                case FLOAT64, INT64 -> {
                    for (int i = 0; i < n; i++) {
                        scratch.longsB[i] = from.getLong(at[i]);
                    }
                    y.memory().put(done, scratch.longsB, 0, n);
                }
                case BOOL -> {
                    for (int i = 0; i < n; i++) {
                        scratch.bytesA[i] = from.getByte(at[i]);
                    }
                    y.memory().put(done, scratch.bytesA, 0, n);
                }
            }
        }
    }

    private static void addRows(CpuArray y, CpuArray indices, CpuArray updates, Lanes lanes) {
        RowBuffer row = new RowBuffer(y.dtype(), lanes.inner());
        int picked = indices.size();
        long from = 0;
        for (long outer = 0; outer < lanes.outer(); outer++) {
            for (int j = 0; j < picked; j++) {
                long to = (outer * lanes.length() + indices.memory().getLong(j)) * lanes.inner();
                row.add(updates.memory(), from, y.memory(), to);
                from += lanes.inner();
            }
        }
    }

    private void addElements(CpuArray y, CpuArray indices, CpuArray updates, Lanes lanes) {
        Places places = new Places(indices, updates.shape(), lanes, scratch);
        Memory to = y.memory();
        int size = updates.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            long[] at = places.next(n);
            switch (y.dtype()) {
                case FLOAT32 -> {
                    updates.memory().get(done, scratch.floatsA, 0, n);
                    for (int i = 0; i < n; i++) {
                        to.putFloat(at[i], to.getFloat(at[i]) + scratch.floatsA[i]);
                    }
                }
                case FLOAT64 -> {
                    updates.memory().get(done, scratch.doublesA, 0, n);
                    for (int i = 0; i < n; i++) {
                        to.putDouble(at[i], to.getDouble(at[i]) + scratch.doublesA[i]);
                    }
                }
                case INT32 -> {
                    updates.memory().get(done, scratch.intsA, 0, n);
                    for (int i = 0; i < n; i++) {
                        to.putInt(at[i], to.getInt(at[i]) + scratch.intsA[i]);
                    }
                }
                case INT64 -> {
                    updates.memory().get(done, scratch.longsB, 0, n);
                    for (int i = 0; i < n; i++) {
                        to.putLong(at[i], to.getLong(at[i]) + scratch.longsB[i]);
                    }
                }
                case BOOL -> throw new IllegalArgumentException("scatterAdd: BOOL elements do not add.");
            }
        }
    }
}
