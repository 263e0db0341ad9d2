package io.surprisal.tck;

import io.surprisal.tensor.Shape;

/** How shapes align at their last axes. */
final class Alignment {
    private Alignment() {}

    /** Whether {@code from} repeats to exactly {@code to}. */
    static boolean repeats(Shape from, Shape to) {
        boolean fits = from.rank() <= to.rank();
        for (int i = 1; fits && i <= from.rank(); i++) {
            int length = from.at(from.rank() - i);
            fits = length == 1 || length == to.at(to.rank() - i);
        }
        return fits;
    }

    /** The shape to which both repeat; the larger length wins, for shapes that fit. */
    static Shape common(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        int[] dims = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int x = i <= a.rank() ? a.at(a.rank() - i) : 1;
            int y = i <= b.rank() ? b.at(b.rank() - i) : 1;
            dims[rank - i] = Math.max(x, y);
        }
        return Shape.of(dims);
    }
}
