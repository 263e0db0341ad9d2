package io.surprisal.distributions.likelihood;

import io.surprisal.tensor.Tensor;

/** Losses with their weights, reduced. */
final class Reduced {
    private Reduced() {}

    /** Weighted losses; an observation of weight 0 counts for nothing, even if its loss is infinite. */
    static Tensor of(String operation, Reduction reduction, Tensor losses, Tensor weights) {
        Weights.requireFit(operation, weights, losses);
        Tensor zero = losses.backend().scalar(0, losses.dtype());
        Tensor counts = weights.notEqualTo(0);
        Tensor weighted = Tensor.where(counts, losses, zero).times(weights);
        return switch (reduction) {
            case MEAN ->
                weighted.sum().div(weights.broadcastTo(weighted.shape()).sum());
            case SUM -> weighted.sum();
            case NONE -> weighted;
        };
    }
}
