package io.surprisal.backend.cpu;

/** Walks along a {@link Layout} in runs of evenly spaced elements. */
final class Cursor {
    private final Layout layout;
    private final int[] index;
    private final int inner;
    private final long stride;
    private long offset;
    private int left;

    /** Begins at an element, counted in the layout's order. */
    Cursor(Layout layout, int element) {
        this.layout = layout;
        this.index = new int[layout.rank()];
        this.inner = layout.rank() - 1;
        this.stride = layout.stride(inner);
        this.offset = layout.start();
        int rest = element;
        for (int axis = inner; axis >= 0; axis--) {
            index[axis] = rest % layout.length(axis);
            offset += index[axis] * layout.stride(axis);
            rest /= layout.length(axis);
        }
        this.left = layout.length(inner) - index[inner];
        index[inner] = 0;
    }

    /** The offset of the next element. */
    long offset() {
        return offset;
    }

    /** Between the elements of a run. */
    long stride() {
        return stride;
    }

    /** How many of the next {@code wanted} elements lie in the current run. */
    int run(int wanted) {
        return Math.min(left, wanted);
    }

    /** Moves on by part or all of the run. */
    void advance(int count) {
        offset += count * stride;
        left -= count;
        if (left == 0) {
            nextRun();
        }
    }

    private void nextRun() {
        left = layout.length(inner);
        offset -= left * stride;
        for (int axis = inner - 1; axis >= 0; axis--) {
            offset += layout.stride(axis);
            if (++index[axis] < layout.length(axis)) {
                return;
            }
            offset -= layout.length(axis) * layout.stride(axis);
            index[axis] = 0;
        }
    }
}
