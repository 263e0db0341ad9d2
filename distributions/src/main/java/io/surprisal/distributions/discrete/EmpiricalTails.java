package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Rows;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * The tails of weighted atoms: shares of the weight on either side.
 *
 * @param values the atoms in ascending order, [batch…, n]
 * @param weights theirs, [batch…, n]
 * @param total what the weights of a row sum to
 * @param batch the shape of the batch
 */
record EmpiricalTails(Tensor values, Tensor weights, double total, Shape batch) implements Tails {
    /** The share of the atoms that a comparison holds for. */
    private Tensor share(Tensor z, Tensor holds) {
        Tensor nothing = weights.backend().scalar(0, weights.dtype());
        // 0 · z lets NaN pass.
        return Tensor.where(holds, weights, nothing).sum(-1).div(total).plus(z.times(0));
    }

    Tensor mass(Tensor z) {
        return share(z, values.equalTo(z.expandDims(-1)));
    }

    @Override
    public Tensor lower(Tensor z) {
        return share(z, values.lessEqual(z.expandDims(-1)));
    }

    @Override
    public Tensor upper(Tensor z) {
        return share(z, values.greater(z.expandDims(-1)));
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return LogOfProbability.of(upper(z), lower(z));
    }

    private CumulativeRows rows() {
        return CumulativeRows.of(weights, total);
    }

    private Tensor atom(Tensor place) {
        return Rows.at("Empirical", values, place, batch);
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return atom(rows().ofLower(p));
    }

    @Override
    public Tensor ofUpper(Tensor q) {
        return atom(rows().ofUpper(q));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return atom(rows().ofLogLower(logP));
    }

    @Override
    public Tensor ofLogUpper(Tensor logQ) {
        return atom(rows().ofLogUpper(logQ));
    }
}
