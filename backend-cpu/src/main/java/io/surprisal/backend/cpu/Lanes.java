package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;

/**
 * An array seen along one axis, or a run of neighbouring axes: element (o, i, n) lies at (o·length + i)·inner + n.
 *
 * @param outer how many there are before the axis
 * @param length along the axis
 * @param inner how many there are after it
 */
record Lanes(int outer, int length, int inner) {
    static Lanes along(int axis, Shape shape) {
        return along(axis, axis, shape);
    }

    /** Along the axes {@code first} … {@code last}. */
    static Lanes along(int first, int last, Shape shape) {
        int outer = 1;
        int length = 1;
        int inner = 1;
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (axis < first) {
                outer *= shape.at(axis);
            } else if (axis <= last) {
                length *= shape.at(axis);
            } else {
                inner *= shape.at(axis);
            }
        }
        return new Lanes(outer, length, inner);
    }
}
