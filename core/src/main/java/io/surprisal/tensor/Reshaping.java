package io.surprisal.tensor;

/** Operations that move elements without changing them. */
public sealed interface Reshaping permits Tensor {
    /**
     * The same elements in row-major order under another shape; one length may be −1 and is computed.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    default Tensor reshape(int... dims) {
        return ShapeRules.reshape((Tensor) this, ShapeRules.inferred((Tensor) this, dims));
    }

    /** The same elements in row-major order under another shape of equal size. */
    default Tensor reshape(Shape shape) {
        return ShapeRules.reshape((Tensor) this, shape);
    }

    /** All elements along one axis. */
    default Tensor flatten() {
        return reshape(Shape.of(((Tensor) this).size()));
    }

    /** A new axis of length 1 at this place of the result; negative places count from the result's end. */
    default Tensor expandDims(int axis) {
        Shape shape = ((Tensor) this).shape();
        int place = Axes.normalise("expandDims", axis, shape.then(Shape.of(1)));
        return reshape(shape.axes(0, place).then(Shape.of(1)).then(shape.axes(place, shape.rank())));
    }

    /**
     * Drops an axis of length 1.
     *
     * @throws IllegalArgumentException if its length is another
     */
    default Tensor squeeze(int axis) {
        Shape shape = ((Tensor) this).shape();
        int dropped = Axes.normalise("squeeze", axis, shape);
        if (shape.at(dropped) != 1) {
            throw new IllegalArgumentException("squeeze: axis " + axis + " of shape " + shape + " has length "
                    + shape.at(dropped) + ", not 1. Use select or a reduction.");
        }
        return reshape(Axes.dropped(shape, new int[] {dropped}));
    }

    /** Axis i of the result is axis {@code axes[i]} of this tensor. */
    default Tensor transpose(int... axes) {
        return ShapeRules.transpose((Tensor) this, axes);
    }

    /** Two axes exchanged. */
    default Tensor swapAxes(int first, int second) {
        Shape shape = ((Tensor) this).shape();
        int[] axes = new int[shape.rank()];
        java.util.Arrays.setAll(axes, i -> i);
        int a = Axes.normalise("swapAxes", first, shape);
        int b = Axes.normalise("swapAxes", second, shape);
        axes[a] = b;
        axes[b] = a;
        return transpose(axes);
    }

    /** The last two axes exchanged: the matrix transpose. */
    default Tensor matrixTranspose() {
        MatrixRules.requireMatrix("matrixTranspose", (Tensor) this);
        return swapAxes(-2, -1);
    }

    /**
     * Repeats along axes of length 1, and along new leading axes.
     *
     * @throws IllegalArgumentException if the shapes do not fit
     */
    default Tensor broadcastTo(Shape shape) {
        return ShapeRules.broadcastTo((Tensor) this, shape);
    }

    /** Reverses the order along the named axes, or along all. */
    default Tensor reverse(int... axes) {
        return ShapeRules.reverse((Tensor) this, axes);
    }

    /**
     * Puts {@code interior[i]} values between neighbours along axis i, then {@code low[i]} before and {@code high[i]} after.
     *
     * @throws IllegalArgumentException if a count is negative, or the number of axes is another
     */
    default Tensor pad(int[] low, int[] high, int[] interior, double value) {
        return ShapeRules.pad((Tensor) this, low, high, interior, value);
    }

    /** Puts {@code low} values before and {@code high} after along one axis. */
    default Tensor pad(int axis, int low, int high, double value) {
        int rank = ((Tensor) this).rank();
        int along = Axes.normalise("pad", axis, ((Tensor) this).shape());
        int[] before = new int[rank];
        int[] after = new int[rank];
        before[along] = low;
        after[along] = high;
        return pad(before, after, new int[rank], value);
    }
}
