package io.surprisal.tensor;

/** Operations that move elements without changing them. */
public sealed interface Reshaping permits Tensor {
    /**
     * {@return the same elements in row-major order under another shape; one length may be −1 and is computed}
     *
     * @param dims the axis lengths
     * @throws IllegalArgumentException if the sizes differ
     */
    default Tensor reshape(int... dims) {
        return ShapeRules.reshape((Tensor) this, ShapeRules.inferred((Tensor) this, dims));
    }

    /**
     * {@return the same elements in row-major order under another shape of equal size}
     *
     * @param shape the result's shape
     */
    default Tensor reshape(Shape shape) {
        return ShapeRules.reshape((Tensor) this, shape);
    }

    /** {@return all elements along one axis} */
    default Tensor flatten() {
        return reshape(Shape.of(((Tensor) this).size()));
    }

    /**
     * {@return a new axis of length 1 at this place of the result; negative places count from the result's end}
     *
     * @param axis the axis; negative ones count from the end
     */
    default Tensor expandDims(int axis) {
        Shape shape = ((Tensor) this).shape();
        int place = Axes.normalise("expandDims", axis, shape.then(Shape.of(1)));
        return reshape(shape.axes(0, place).then(Shape.of(1)).then(shape.axes(place, shape.rank())));
    }

    /**
     * Drops an axis of length 1.
     *
     * @param axis the axis; negative ones count from the end
     * @return the same elements without that axis
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

    /**
     * {@return a tensor whose axis i of the result is axis {@code axes[i]} of this tensor}
     *
     * @param axes the axes; negative ones count from the end
     */
    default Tensor transpose(int... axes) {
        return ShapeRules.transpose((Tensor) this, axes);
    }

    /**
     * {@return two axes exchanged}
     *
     * @param first one axis
     * @param second the other axis
     */
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

    /** {@return the last two axes exchanged: the matrix transpose} */
    default Tensor matrixTranspose() {
        MatrixRules.requireMatrix("matrixTranspose", (Tensor) this);
        return swapAxes(-2, -1);
    }

    /**
     * Repeats along axes of length 1, and along new leading axes.
     *
     * @param shape the result's shape
     * @return the repeated elements
     * @throws IllegalArgumentException if the shapes do not fit
     */
    default Tensor broadcastTo(Shape shape) {
        return ShapeRules.broadcastTo((Tensor) this, shape);
    }

    /**
     * Reverses the order along the named axes, or along all.
     *
     * @param axes the axes; negative ones count from the end
     * @return the reversed elements
     */
    default Tensor reverse(int... axes) {
        return ShapeRules.reverse((Tensor) this, axes);
    }

    /**
     * Puts {@code interior[i]} values between neighbours along axis i, then {@code low[i]} before and {@code high[i]}
     * after.
     *
     * @param low how many values go before
     * @param high how many values go after
     * @param interior how many values go between neighbours, along each axis
     * @param value what is put there
     * @return the padded elements
     * @throws IllegalArgumentException if a count is negative, or the number of axes is another
     */
    default Tensor pad(int[] low, int[] high, int[] interior, double value) {
        return ShapeRules.pad((Tensor) this, low, high, interior, value);
    }

    /**
     * Puts {@code low} values before and {@code high} after along one axis.
     *
     * @param axis the axis; negative ones count from the end
     * @param low how many values go before
     * @param high how many values go after
     * @param value what is put there
     * @return the padded elements
     */
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
