package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;

/** Elements into native memory and back to the host. */
final class Transfer {
    /** Elements to one bulk copy, within {@link Memory#MAX_RUN_BYTES} for every type. */
    private static final int PIECE = Memory.MAX_RUN_BYTES / Long.BYTES;

    private final CpuArrays arrays;
    private final Scratch scratch;

    Transfer(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray fromHost(HostArray data) {
        CpuArray y = arrays.make(data.shape(), data.dtype());
        Memory memory = y.memory();
        int size = y.size();
        for (long done = 0; done < size; done += PIECE) {
            int at = (int) done;
            int n = Math.min(PIECE, size - at);
            switch (data.dtype()) {
                case FLOAT32 -> memory.put(done, data.floats(), at, n);
                case FLOAT64 -> memory.put(done, data.doubles(), at, n);
                case INT32 -> memory.put(done, data.ints(), at, n);
                case INT64 -> memory.put(done, data.longs(), at, n);
                case BOOL -> putBooleans(memory, data.booleans(), at, n);
            }
        }
        return y;
    }

    HostArray toHost(CpuArray a) {
        HostArray result = HostArray.zeros(a.shape(), a.dtype());
        Memory memory = a.memory();
        int size = a.size();
        for (long done = 0; done < size; done += PIECE) {
            int at = (int) done;
            int n = Math.min(PIECE, size - at);
            switch (a.dtype()) {
                case FLOAT32 -> memory.get(done, result.floats(), at, n);
                case FLOAT64 -> memory.get(done, result.doubles(), at, n);
                case INT32 -> memory.get(done, result.ints(), at, n);
                case INT64 -> memory.get(done, result.longs(), at, n);
                case BOOL -> getBooleans(memory, result.booleans(), at, n);
            }
        }
        return result;
    }

    CpuArray full(Shape shape, DType dtype, double value) {
        CpuArray y = arrays.make(shape, dtype);
        int size = shape.size();
        int filled = Math.min(size, Scratch.BLOCK);
        switch (dtype) {
            case FLOAT32 -> Arrays.fill(scratch.floatsA, 0, filled, (float) value);
            case FLOAT64 -> Arrays.fill(scratch.doublesA, 0, filled, value);
            case INT32 -> Arrays.fill(scratch.intsA, 0, filled, (int) value);
            case INT64 -> Arrays.fill(scratch.longsA, 0, filled, (long) value);
            case BOOL -> Arrays.fill(scratch.bytesA, 0, filled, (byte) (value != 0 ? 1 : 0));
        }
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            switch (dtype) {
                case FLOAT32 -> y.memory().put(done, scratch.floatsA, 0, n);
                case FLOAT64 -> y.memory().put(done, scratch.doublesA, 0, n);
                case INT32 -> y.memory().put(done, scratch.intsA, 0, n);
                case INT64 -> y.memory().put(done, scratch.longsA, 0, n);
                case BOOL -> y.memory().put(done, scratch.bytesA, 0, n);
            }
        }
        return y;
    }

    private void putBooleans(Memory memory, boolean[] values, int at, int count) {
        byte[] bytes = scratch.bytesA;
        for (int done = 0; done < count; done += Scratch.BLOCK) {
            int n = Scratch.block(done, count);
            for (int i = 0; i < n; i++) {
                bytes[i] = (byte) (values[at + done + i] ? 1 : 0);
            }
            memory.put((long) at + done, bytes, 0, n);
        }
    }

    private void getBooleans(Memory memory, boolean[] values, int at, int count) {
        byte[] bytes = scratch.bytesA;
        for (int done = 0; done < count; done += Scratch.BLOCK) {
            int n = Scratch.block(done, count);
            memory.get((long) at + done, bytes, 0, n);
            for (int i = 0; i < n; i++) {
                values[at + done + i] = bytes[i] != 0;
            }
        }
    }
}
