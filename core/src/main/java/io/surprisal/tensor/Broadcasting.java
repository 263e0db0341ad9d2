package io.surprisal.tensor;

/** NumPy's broadcasting rule: shapes align at their last axes; lengths are equal, or one of them is 1. */
final class Broadcasting {
    private Broadcasting() {}

    /** The common shape; one of the arguments itself where it is equal, which keeps look-ups by shape fast. */
    static Shape common(String operation, Shape a, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        int rank = Math.max(a.rank(), b.rank());
        int[] dims = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int x = i <= a.rank() ? a.at(a.rank() - i) : 1;
            int y = i <= b.rank() ? b.at(b.rank() - i) : 1;
            if (x != y && x != 1 && y != 1) {
                throw new IllegalArgumentException(operation + ": shapes " + a + " and " + b
                        + " do not broadcast: lengths " + x + " and " + y + " differ at axis " + -i
                        + " and neither is 1. Reshape one of them.");
            }
            dims[rank - i] = x == 1 ? y : x;
        }
        Shape common = Shape.ofTrusted(dims);
        return common.equals(a) ? a : common.equals(b) ? b : common;
    }

    static Shape common(String operation, Iterable<Tensor> operands) {
        Shape shape = Shape.scalar();
        for (Tensor operand : operands) {
            shape = common(operation, shape, operand.shape());
        }
        return shape;
    }

    /** Checks that {@code from} repeats to exactly {@code to}. */
    static void requireBroadcastable(String operation, Shape from, Shape to) {
        boolean fits = from.rank() <= to.rank();
        for (int i = 1; fits && i <= from.rank(); i++) {
            int x = from.at(from.rank() - i);
            fits = x == 1 || x == to.at(to.rank() - i);
        }
        if (!fits) {
            throw new IllegalArgumentException(operation + ": shape " + from + " does not broadcast to " + to
                    + ": each axis must be equal, of length 1, or new in front.");
        }
    }
}
