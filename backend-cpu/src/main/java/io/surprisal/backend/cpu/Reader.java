package io.surprisal.backend.cpu;

import java.util.Arrays;

/** Reads an array in the order of a {@link Layout}, the next elements at each call. */
final class Reader {
    private final Memory memory;
    private final boolean dense;
    private final Cursor cursor;
    private long position;

    Reader(CpuArray array, Layout layout) {
        this(array, layout, 0);
    }

    /** Begins at an element, counted in the layout's order. */
    Reader(CpuArray array, Layout layout, int element) {
        this.memory = array.memory();
        this.dense = layout.isDense();
        this.position = layout.start() + element;
        this.cursor = new Cursor(layout, element);
    }

    void next(float[] target, int count) {
        if (dense) {
            memory.get(position, target, 0, count);
            position += count;
            return;
        }
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.get(offset, target, done, run);
            } else if (stride == 0) {
                Arrays.fill(target, done, done + run, memory.getFloat(offset));
            } else {
                for (int i = 0; i < run; i++) {
                    target[done + i] = memory.getFloat(offset + i * stride);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }

    void next(double[] target, int count) {
        if (dense) {
            memory.get(position, target, 0, count);
            position += count;
            return;
        }
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.get(offset, target, done, run);
            } else if (stride == 0) {
                Arrays.fill(target, done, done + run, memory.getDouble(offset));
            } else {
                for (int i = 0; i < run; i++) {
                    target[done + i] = memory.getDouble(offset + i * stride);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }

    void next(int[] target, int count) {
        if (dense) {
            memory.get(position, target, 0, count);
            position += count;
            return;
        }
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.get(offset, target, done, run);
            } else if (stride == 0) {
                Arrays.fill(target, done, done + run, memory.getInt(offset));
            } else {
                for (int i = 0; i < run; i++) {
                    target[done + i] = memory.getInt(offset + i * stride);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }

    void next(long[] target, int count) {
        if (dense) {
            memory.get(position, target, 0, count);
            position += count;
            return;
        }
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.get(offset, target, done, run);
            } else if (stride == 0) {
                Arrays.fill(target, done, done + run, memory.getLong(offset));
            } else {
                for (int i = 0; i < run; i++) {
                    target[done + i] = memory.getLong(offset + i * stride);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }

    void next(byte[] target, int count) {
        if (dense) {
            memory.get(position, target, 0, count);
            position += count;
            return;
        }
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.get(offset, target, done, run);
            } else if (stride == 0) {
                Arrays.fill(target, done, done + run, memory.getByte(offset));
            } else {
                for (int i = 0; i < run; i++) {
                    target[done + i] = memory.getByte(offset + i * stride);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }
}
