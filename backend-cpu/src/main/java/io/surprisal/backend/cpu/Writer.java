package io.surprisal.backend.cpu;

/** Writes into an array in the order of a {@link Layout}, the next elements at each call. */
final class Writer {
    private final Memory memory;
    private final Cursor cursor;

    Writer(CpuArray array, Layout layout) {
        this.memory = array.memory();
        this.cursor = new Cursor(layout, 0);
    }

    void next(int[] source, int count) {
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.put(offset, source, done, run);
            } else {
                for (int i = 0; i < run; i++) {
                    memory.putInt(offset + i * stride, source[done + i]);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }

    void next(long[] source, int count) {
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.put(offset, source, done, run);
            } else {
                for (int i = 0; i < run; i++) {
                    memory.putLong(offset + i * stride, source[done + i]);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }

    void next(byte[] source, int count) {
        for (int done = 0; done < count; ) {
            int run = cursor.run(count - done);
            long offset = cursor.offset();
            long stride = cursor.stride();
            if (stride == 1) {
                memory.put(offset, source, done, run);
            } else {
                for (int i = 0; i < run; i++) {
                    memory.putByte(offset + i * stride, source[done + i]);
                }
            }
            cursor.advance(run);
            done += run;
        }
    }
}
