package io.surprisal.tensor;

/** Taking parts of a tensor, and adding to parts. */
public sealed interface Indexing permits Tensor {
    /**
     * {@return elements {@code starts[i], starts[i] + steps[i], …} before {@code ends[i]} of each axis i}
     *
     * @param starts the first index along each axis
     * @param ends the index after the last along each axis
     * @param steps the distance between elements taken, along each axis
     * @throws IllegalArgumentException if a range leaves its axis, or a step is less than 1
     */
    default Tensor slice(int[] starts, int[] ends, int[] steps) {
        return ShapeRules.slice((Tensor) this, starts, ends, steps);
    }

    /**
     * {@return elements {@code from} (inclusive) to {@code to} (exclusive) along one axis}
     *
     * @param axis the axis; negative ones count from the end
     * @param from the first place
     * @param to the place after the last
     */
    default Tensor slice(int axis, int from, int to) {
        Shape shape = ((Tensor) this).shape();
        int along = Axes.normalise("slice", axis, shape);
        int[] starts = new int[shape.rank()];
        int[] ends = shape.dims();
        int[] steps = new int[shape.rank()];
        java.util.Arrays.fill(steps, 1);
        starts[along] = from;
        ends[along] = to;
        return slice(starts, ends, steps);
    }

    /**
     * {@return one place along an axis, which is dropped; negative places count from the end}
     *
     * @param axis the axis; negative ones count from the end
     * @param index the index
     * @throws IllegalArgumentException if there is no such axis
     * @throws IndexOutOfBoundsException if the index is outside the axis
     */
    default Tensor select(int axis, int index) {
        Shape shape = ((Tensor) this).shape();
        int length = shape.at(Axes.normalise("select", axis, shape));
        if (index < -length || index >= length) {
            throw new IndexOutOfBoundsException("select: index " + index + " is outside axis " + axis + " of shape "
                    + shape + ". Use " + -length + " … " + (length - 1) + ".");
        }
        int place = index < 0 ? index + length : index;
        return Scope.composing(() -> slice(axis, place, place + 1).squeeze(axis));
    }

    /**
     * Takes along an axis: result[…, j, …] = this[…, indices[…, j, …], …]. The other axes of the INT64 indices are
     * equal or of length 1.
     *
     * @param indices INT64 places along the axis
     * @param axis the axis; negative ones count from the end
     * @return the elements taken
     * @throws IllegalArgumentException if the indices' shape or dtype does not fit
     * @throws IndexOutOfBoundsException if an index is outside the axis
     */
    default Tensor gather(Tensor indices, int axis) {
        return IndexRules.gather((Tensor) this, indices, axis);
    }

    /**
     * {@return whole slices along an axis, by a vector of INT64 indices: rows of a matrix, entries of an embedding}
     *
     * @param indices INT64 places along the axis
     * @param axis the axis; negative ones count from the end
     * @throws IllegalArgumentException if the indices are not a vector of INT64
     * @throws IndexOutOfBoundsException if an index is outside the axis
     */
    default Tensor indexSelect(Tensor indices, int axis) {
        Shape shape = ((Tensor) this).shape();
        int along = Axes.normalise("indexSelect", axis, shape);
        if (indices.rank() != 1) {
            throw new IllegalArgumentException("indexSelect: indices of shape " + indices.shape()
                    + " must be a vector. Use gather for more axes.");
        }
        int[] dims = new int[shape.rank()];
        java.util.Arrays.fill(dims, 1);
        dims[along] = indices.size();
        return Scope.composing(() -> gather(indices.reshape(Shape.of(dims)), axis));
    }

    /**
     * {@return this tensor with {@code updates} added at the places that {@code indices} name along an axis, the
     * adjoint of {@link #gather}; duplicates add up}
     *
     * @param indices INT64 places along the axis
     * @param updates what is added
     * @param axis the axis; negative ones count from the end
     * @throws IllegalArgumentException if shapes or dtypes do not fit
     * @throws IndexOutOfBoundsException if an index is outside the axis
     */
    default Tensor scatterAdd(Tensor indices, Tensor updates, int axis) {
        return IndexRules.scatterAdd((Tensor) this, indices, updates, axis);
    }

    /**
     * {@return the INT64 classes of this tensor as rows of 0 and 1, along a new last axis}
     *
     * @param classes the number of classes
     * @param dtype the result's element type
     * @throws IllegalArgumentException if this tensor's dtype is not INT64, or the number of classes is negative
     * @throws IndexOutOfBoundsException if a class is not in 0 … classes − 1
     */
    default Tensor oneHot(int classes, DType dtype) {
        Tensor self = (Tensor) this;
        if (classes < 0) {
            throw new IllegalArgumentException(
                    "oneHot: the number of classes must not be negative, but is " + classes + ". Count them from 0.");
        }
        Shape out = self.shape().then(Shape.of(classes));
        return Scope.composing(() -> {
            Tensor places = self.expandDims(-1);
            Tensor ones = self.backend().ones(places.shape(), dtype);
            return self.backend().zeros(out, dtype).scatterAdd(places, ones, -1);
        });
    }
}
