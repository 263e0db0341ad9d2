package io.surprisal.tensor;

import java.util.Arrays;

/** The rule for axis arguments: −rank … rank − 1, each at most once; results ascend and are non-negative. */
final class Axes {
    private Axes() {}

    static int normalise(String operation, int axis, Shape shape) {
        int rank = shape.rank();
        if (axis < -rank || axis >= rank) {
            throw new IllegalArgumentException(operation + ": axis " + axis + " is out of range for shape " + shape
                    + ". " + (rank == 0 ? "A scalar has no axes." : "Use " + -rank + " … " + (rank - 1) + "."));
        }
        return axis < 0 ? axis + rank : axis;
    }

    /** Normalised and sorted; no axes at all means every axis. */
    static int[] normaliseAll(String operation, int[] axes, Shape shape) {
        if (axes.length == 0) {
            int[] every = new int[shape.rank()];
            Arrays.setAll(every, i -> i);
            return every;
        }
        int[] result = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            result[i] = normalise(operation, axes[i], shape);
        }
        Arrays.sort(result);
        for (int i = 1; i < result.length; i++) {
            if (result[i] == result[i - 1]) {
                throw new IllegalArgumentException(operation + ": axis " + result[i] + " is named twice in "
                        + Arrays.toString(axes) + " for shape " + shape + ". Name each axis once.");
            }
        }
        return result;
    }

    /** Every axis exactly once. */
    static int[] permutation(String operation, int[] axes, Shape shape) {
        if (axes.length != shape.rank()) {
            throw new IllegalArgumentException(operation + ": " + Arrays.toString(axes) + " names " + axes.length
                    + " axes, but shape " + shape + " has " + shape.rank() + ". Name every axis once.");
        }
        int[] result = new int[axes.length];
        boolean[] seen = new boolean[axes.length];
        for (int i = 0; i < axes.length; i++) {
            result[i] = normalise(operation, axes[i], shape);
            if (seen[result[i]]) {
                throw new IllegalArgumentException(operation + ": axis " + result[i] + " is named twice in "
                        + Arrays.toString(axes) + " for shape " + shape + ". Name every axis once.");
            }
            seen[result[i]] = true;
        }
        return result;
    }

    /** The shape left by a reduction: reduced axes kept with length 1. */
    static Shape reduced(Shape shape, int[] axes) {
        int[] dims = shape.dims();
        for (int axis : axes) {
            dims[axis] = 1;
        }
        return Shape.ofTrusted(dims);
    }

    /** A shape without these (normalised, ascending) axes. */
    static Shape dropped(Shape shape, int[] axes) {
        int[] dims = new int[shape.rank() - axes.length];
        int kept = 0;
        for (int axis = 0, next = 0; axis < shape.rank(); axis++) {
            if (next < axes.length && axes[next] == axis) {
                next++;
            } else {
                dims[kept++] = shape.at(axis);
            }
        }
        return Shape.ofTrusted(dims);
    }
}
