package io.surprisal.tensor.spi;

import io.surprisal.tensor.Shape;

/**
 * The runs of elements along one axis of a row-major array.
 *
 * @param count how many there are
 * @param length how many elements each has
 * @param stride elements between neighbours of one lane
 */
record Lanes(int count, int length, int stride) {

    static Lanes along(int axis, Shape shape) {
        int length = shape.at(axis);
        return new Lanes(
                shape.size() / length,
                length,
                shape.axes(axis + 1, shape.rank()).size());
    }

    /** The offset of a lane's first element. */
    int start(int lane) {
        return lane / stride * stride * length + lane % stride;
    }
}
