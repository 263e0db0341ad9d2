package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Rows;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * The tails of numbers with given probabilities: sums of them from either side.
 *
 * @param p [batch…, categories]
 * @param batch the shape of the batch
 */
record CategoricalTails(Tensor p, Shape batch) implements Tails {
    private CumulativeRows rows() {
        return CumulativeRows.of(p, 1);
    }

    @Override
    public Tensor lower(Tensor z) {
        return Rows.at("Categorical", rows().lower(), z, batch);
    }

    @Override
    public Tensor upper(Tensor z) {
        return Rows.at("Categorical", rows().upper(), z, batch);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return LogOfProbability.of(upper(z), lower(z));
    }

    @Override
    public Tensor ofLower(Tensor q) {
        return rows().ofLower(q);
    }

    @Override
    public Tensor ofUpper(Tensor q) {
        return rows().ofUpper(q);
    }

    @Override
    public Tensor ofLogLower(Tensor logQ) {
        return rows().ofLogLower(logQ);
    }

    @Override
    public Tensor ofLogUpper(Tensor logQ) {
        return rows().ofLogUpper(logQ);
    }
}
