package io.surprisal.tensor;

/** Shape, dtype and bounds rules of indexing. */
final class IndexRules {
    private IndexRules() {}

    static Tensor gather(Tensor x, Tensor indices, int axis) {
        int along = Axes.normalise("gather", axis, x.shape());
        requireIndices("gather", x, indices);
        int[] dims = x.shape().dims();
        dims[along] = indices.shape().at(along);
        Shape out = Shape.ofTrusted(dims);
        requireSelects("gather", x.shape(), indices.shape(), along);
        if (out.isEmpty()) {
            return Meeting.empty("gather", out, x.dtype(), x, indices);
        }
        requireInBounds("gather", indices, x.shape(), along);
        Meeting meeting = Meeting.of("gather", x, indices);
        return meeting.result(
                meeting.kernels().gather(meeting.array(x), meeting.array(indices), along, out),
                out,
                x.dtype(),
                x,
                indices);
    }

    static Tensor scatterAdd(Tensor x, Tensor indices, Tensor updates, int axis) {
        int along = Axes.normalise("scatterAdd", axis, x.shape());
        DTypeRules.require("scatterAdd", x.dtype(), x.dtype() != DType.BOOL, "numbers");
        requireIndices("scatterAdd", x, indices);
        DTypeRules.requireSame("scatterAdd", x, updates);
        Shape wanted = x.shape().with(along, indices.shape().at(along));
        if (!updates.shape().equals(wanted)) {
            throw new IllegalArgumentException(
                    "scatterAdd: updates of shape " + updates.shape() + " do not fit indices " + indices.shape()
                            + " along axis " + along + " of " + x.shape() + ". They need shape " + wanted + ".");
        }
        requireSelects("scatterAdd", x.shape(), indices.shape(), along);
        if (x.shape().isEmpty() || updates.shape().isEmpty()) {
            return x;
        }
        requireInBounds("scatterAdd", indices, x.shape(), along);
        Meeting meeting = Meeting.of("scatterAdd", x, indices, updates);
        Object array =
                meeting.kernels().scatterAdd(meeting.array(x), meeting.array(indices), meeting.array(updates), along);
        return meeting.result(array, x.shape(), x.dtype(), java.util.List.of(x, indices, updates));
    }

    private static void requireIndices(String operation, Tensor x, Tensor indices) {
        if (indices.dtype() != DType.INT64) {
            throw new IllegalArgumentException(operation + ": indices must be INT64, but they are " + indices.dtype()
                    + ". Use cast(DType.INT64).");
        }
        if (indices.rank() != x.rank()) {
            throw new IllegalArgumentException(
                    operation + ": indices of shape " + indices.shape() + " and a tensor of shape " + x.shape()
                            + " need one number of axes. Reshape the indices; lengths of 1 repeat.");
        }
    }

    private static void requireSelects(String operation, Shape shape, Shape indices, int along) {
        for (int i = 0; i < shape.rank(); i++) {
            if (i != along && indices.at(i) != 1 && indices.at(i) != shape.at(i)) {
                throw new IllegalArgumentException(operation + ": indices of shape " + indices + " do not fit " + shape
                        + " at axis " + i + ": its length must be 1 or " + shape.at(i) + ".");
            }
        }
    }

    private static void requireInBounds(String operation, Tensor indices, Shape shape, int along) {
        double least;
        double most;
        try (Scope scope = Scope.open()) {
            least = indices.min().item();
            most = indices.max().item();
        }
        if (least < 0 || most >= shape.at(along)) {
            throw new IndexOutOfBoundsException(operation + ": index " + (long) (least < 0 ? least : most)
                    + " is outside axis " + along + " of shape " + shape
                    + (shape.at(along) == 0 ? ", which has no elements." : ". Use 0 … " + (shape.at(along) - 1) + "."));
        }
    }
}
