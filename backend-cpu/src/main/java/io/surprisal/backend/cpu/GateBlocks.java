package io.surprisal.backend.cpu;

import org.jspecify.annotations.Nullable;

/**
 * A walk through the states [batch, units] of one place of an LSTM, in blocks, and the same elements of its gates [batch, 4·units], where
 * each gate has a quarter of every row. A block is some whole rows, or a piece of one.
 */
final class GateBlocks {
    static final int IN = 0;
    static final int FORGET = 1;
    static final int CANDIDATE = 2;
    static final int OUT = 3;

    private final int batch;
    private final int units;
    private final long gateStart;
    private final @Nullable Memory mask;
    private final long maskStart;
    private final int rowsPerBlock;
    private int row;
    private int column;
    private int rows;
    private int width;

    /** Before the first block of place {@code t}. */
    GateBlocks(LstmRun run, int t) {
        batch = run.batch();
        units = run.units();
        gateStart = run.gateStart(t);
        CpuArray places = run.mask();
        mask = places == null ? null : places.memory();
        maskStart = (long) t * batch;
        rowsPerBlock = Math.max(1, Scratch.BLOCK / units);
    }

    /** Moves to the first block, or to the next; says whether there is one. */
    boolean next() {
        column += width;
        if (column >= units) {
            column = 0;
            row += rows;
        }
        rows = Math.min(rowsPerBlock, batch - row);
        width = Math.min(Scratch.BLOCK, units - column);
        return row < batch;
    }

    /** The first element among the states. */
    int start() {
        return row * units + column;
    }

    /** How many elements. */
    int length() {
        return rows * width;
    }

    /** One gate's elements. */
    void get(Memory gates, int gate, float[] target) {
        for (int i = 0; i < rows; i++) {
            gates.get(position(gate, i), target, i * width, width);
        }
    }

    void put(Memory gates, int gate, float[] source) {
        for (int i = 0; i < rows; i++) {
            gates.put(position(gate, i), source, i * width, width);
        }
    }

    private long position(int gate, int i) {
        return gateStart + ((row + i) * 4L + gate) * units + column;
    }

    /** Copies the elements of the sequences for which the place is masked. */
    void keepWhereMasked(float[] from, float[] to) {
        if (mask == null) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            if (mask.getByte(maskStart + row + i) == 0) {
                System.arraycopy(from, i * width, to, i * width, width);
            }
        }
    }
}
