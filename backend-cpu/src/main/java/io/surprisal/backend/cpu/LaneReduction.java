package io.surprisal.backend.cpu;

/**
 * A reduction along {@link Lanes} in a fixed order. A block of elements is a row of independent accumulators: block after block is
 * combined with it element by element, which vectorises, and at the end the accumulators that belong together are folded in half again
 * and again. So sums are as accurate as pairwise ones, and the bits of a result do not depend on threads.
 */
abstract class LaneReduction {

    /** Brings {@code n} elements from {@code index} into the block. */
    abstract void load(long index, int n);

    /** Makes {@code n} elements of the block, from {@code offset}, the accumulators. */
    abstract void start(int offset, int n);

    /** Combines the block with the accumulators. */
    abstract void combine(int n);

    /** Folds {@code rows} rows of {@code inner} accumulators into one, which becomes the results from {@code position} of the block. */
    abstract void finish(int rows, int inner, int position);

    /** Writes {@code n} results from {@code index}. */
    abstract void store(long index, int n);

    final void reduce(Lanes lanes) {
        if (lanes.inner() > Scratch.BLOCK) {
            wide(lanes);
        } else if ((long) lanes.length() * lanes.inner() <= Scratch.BLOCK) {
            small(lanes);
        } else {
            deep(lanes);
        }
    }

    /** Rows longer than a block: a block of columns at a time. */
    private void wide(Lanes lanes) {
        int inner = lanes.inner();
        for (int outer = 0; outer < lanes.outer(); outer++) {
            long base = (long) outer * lanes.length() * inner;
            for (int column = 0; column < inner; column += Scratch.BLOCK) {
                int n = Scratch.block(column, inner);
                for (int row = 0; row < lanes.length(); row++) {
                    load(base + (long) row * inner + column, n);
                    accumulate(row == 0, n);
                }
                finish(1, n, 0);
                store((long) outer * inner + column, n);
            }
        }
    }

    /** Several results from each block; they are never longer than what they come from. */
    private void small(Lanes lanes) {
        int inner = lanes.inner();
        int each = lanes.length() * inner;
        int perBlock = Scratch.BLOCK / each;
        for (int outer = 0; outer < lanes.outer(); outer += perBlock) {
            int count = Math.min(perBlock, lanes.outer() - outer);
            load((long) outer * each, count * each);
            for (int i = 0; i < count; i++) {
                start(i * each, each);
                finish(lanes.length(), inner, i * inner);
            }
            store((long) outer * inner, count * inner);
        }
    }

    /** Several rows to a block, several blocks to a result. */
    private void deep(Lanes lanes) {
        int inner = lanes.inner();
        int rows = Scratch.BLOCK / inner;
        int width = rows * inner;
        long each = (long) lanes.length() * inner;
        for (int outer = 0; outer < lanes.outer(); outer++) {
            long base = outer * each;
            for (long done = 0; done < each; done += width) {
                int n = (int) Math.min(width, each - done);
                load(base + done, n);
                accumulate(done == 0, n);
            }
            finish(rows, inner, 0);
            store((long) outer * inner, inner);
        }
    }

    private void accumulate(boolean first, int n) {
        if (first) {
            start(0, n);
        } else {
            combine(n);
        }
    }
}
