package io.surprisal.distributions.family;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Elements of the rows of a batch, one for each place. */
public final class Rows {
    private Rows() {}

    /**
     * {@return what rows have at places, of the shape to which the places and the batch broadcast} One row serves all places without being
     * repeated; several are repeated for each sample.
     *
     * @param family the family's name in messages
     * @param rows [batch…, elements]
     * @param places positions along the last axis, in INT64 or in the rows' dtype, where NaN gives NaN
     * @param batch the shape of the batch
     * @throws IllegalArgumentException if the places and the batch do not broadcast
     */
    public static Tensor at(String family, Tensor rows, Tensor places, Shape batch) {
        Shape shape = BatchShape.common(family, "x", places.shape(), "the batch", batch);
        Tensor numbers = places.cast(DType.INT64);
        Tensor found;
        if (rows.rank() == 1) {
            found = rows.gather(numbers.flatten(), -1).reshape(shape);
        } else {
            Shape repeated = shape.then(Shape.of(rows.shape().dim(-1)));
            found = rows.broadcastTo(repeated)
                    .gather(numbers.broadcastTo(shape).expandDims(-1), -1)
                    .squeeze(-1);
        }
        return places.dtype().isFloating() ? places.times(0).plus(found) : found;
    }
}
