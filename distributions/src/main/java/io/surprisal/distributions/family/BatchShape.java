package io.surprisal.distributions.family;

import io.surprisal.tensor.Shape;

/** Where shapes meet by NumPy's rule, with the names of what has them in the message. */
public final class BatchShape {
    private BatchShape() {}

    /**
     * {@return the shape to which two broadcast}
     *
     * @param family the family's name, the first word of messages
     * @param first the name of what has the first shape
     * @param a the first shape
     * @param second the name of what has the second
     * @param b the second shape
     * @throws IllegalArgumentException if they do not broadcast
     */
    public static Shape common(String family, String first, Shape a, String second, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        int[] dims = new int[Math.max(a.rank(), b.rank())];
        for (int i = 1; i <= dims.length; i++) {
            int x = i <= a.rank() ? a.at(a.rank() - i) : 1;
            int y = i <= b.rank() ? b.at(b.rank() - i) : 1;
            if (x != y && x != 1 && y != 1) {
                throw new IllegalArgumentException(family + ": " + first + " of shape " + a + " and " + second
                        + " of shape " + b + " do not broadcast: lengths " + x + " and " + y + " differ at axis " + -i
                        + " and neither is 1. Reshape one of them.");
            }
            dims[dims.length - i] = x == 1 ? y : x;
        }
        return Shape.of(dims);
    }

    /**
     * {@return which element of an array of shape {@code of} each place of the shape that it broadcasts to reads, in row-major order}
     *
     * @param of the shape of what is read
     * @param to the shape to which it broadcasts
     */
    public static int[] places(Shape of, Shape to) {
        int[] places = new int[to.size()];
        int[] strides = of.strides();
        for (int i = 0; i < places.length; i++) {
            int rest = i;
            for (int axis = 1; axis <= to.rank(); axis++) {
                int length = to.at(to.rank() - axis);
                if (axis <= of.rank() && of.at(of.rank() - axis) > 1) {
                    places[i] += rest % length * strides[of.rank() - axis];
                }
                rest /= length;
            }
        }
        return places;
    }

    /**
     * Checks that outcomes are whole events: a length of 1 is not repeated along an event axis, over which log-probabilities are summed.
     *
     * @param family the family's name
     * @param x the outcomes' shape
     * @param event the event shape
     * @throws IllegalArgumentException if their shape does not end in the event shape
     */
    public static void requireEvent(String family, Shape x, Shape event) {
        int lead = x.rank() - event.rank();
        if (lead < 0 || !x.axes(lead, x.rank()).equals(event)) {
            throw new IllegalArgumentException(family + ": outcomes of shape " + x + " do not end in the event shape "
                    + event + ". Reshape them to [sample…, batch…, event…].");
        }
    }
}
