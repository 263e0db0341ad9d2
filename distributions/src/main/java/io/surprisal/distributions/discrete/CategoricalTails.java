package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The tails of numbers with given probabilities: sums of them from either side.
 *
 * @param p [batch…, categories]
 * @param batch the shape of the batch
 */
record CategoricalTails(Tensor p, Shape batch) implements Tails {
    private Tensor lowerRows() {
        return p.cumsum(-1);
    }

    /** Σ pᵢ over i &gt; k. */
    private Tensor upperRows() {
        Tensor fromHere = p.reverse(-1).cumsum(-1).reverse(-1);
        Tensor zero = p.backend().zeros(p.shape().with(-1, 1), p.dtype());
        return Tensor.concat(List.of(fromHere.slice(-1, 1, p.shape().dim(-1)), zero), -1);
    }

    @Override
    public Tensor lower(Tensor z) {
        return taken(lowerRows(), z, batch);
    }

    @Override
    public Tensor upper(Tensor z) {
        return taken(upperRows(), z, batch);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return LogOfProbability.of(upper(z), lower(z));
    }

    /** The number of categories whose cumulative probability is too small; by the smaller side, which has more digits. */
    @Override
    public Tensor ofLower(Tensor q) {
        Tensor column = q.expandDims(-1);
        Tensor complement = column.neg().plus(1);
        return count(
                q,
                Tensor.where(
                        column.lessEqual(0.5),
                        lowerRows().less(column),
                        upperRows().greater(complement)));
    }

    @Override
    public Tensor ofUpper(Tensor q) {
        Tensor column = q.expandDims(-1);
        Tensor complement = column.neg().plus(1);
        return count(
                q,
                Tensor.where(
                        column.lessEqual(0.5),
                        upperRows().greater(column),
                        lowerRows().less(complement)));
    }

    @Override
    public Tensor ofLogLower(Tensor logQ) {
        Tensor column = logQ.expandDims(-1);
        Tensor complement = column.expm1().neg();
        return count(
                logQ,
                Tensor.where(
                        column.less(-0.6),
                        lowerRows().log().less(column),
                        upperRows().greater(complement)));
    }

    @Override
    public Tensor ofLogUpper(Tensor logQ) {
        Tensor column = logQ.expandDims(-1);
        Tensor complement = column.expm1().neg();
        return count(
                logQ,
                Tensor.where(
                        column.less(-0.6),
                        upperRows().log().greater(column),
                        lowerRows().less(complement)));
    }

    /** How many of all but the last category are passed over; NaN at NaN. */
    private Tensor count(Tensor q, Tensor isPassed) {
        Tensor counted = isPassed.slice(-1, 0, p.shape().dim(-1) - 1).cast(p.dtype());
        return Tensor.where(q.isNaN(), q, counted.sum(-1));
    }

    /**
     * What rows have at category numbers, in INT64 or in the rows' dtype, where NaN gives NaN. One row serves all places without being
     * repeated; several are repeated for each sample.
     */
    static Tensor taken(Tensor rows, Tensor places, Shape batch) {
        Shape shape = BatchShape.common("Categorical", "x", places.shape(), "the batch", batch);
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
