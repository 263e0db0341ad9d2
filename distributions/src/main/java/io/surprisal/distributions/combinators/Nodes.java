package io.surprisal.distributions.combinators;

import io.surprisal.tensor.Tensor;

/**
 * Numbers with the lengths that they stand for and the logarithms of their densities, [nodes] + batch shape.
 *
 * @param x the numbers
 * @param lengths the lengths
 * @param logDensity log-densities, up to a constant
 */
record Nodes(Tensor x, Tensor lengths, Tensor logDensity) {
    /** Of each node, of a density that is 1 where its logarithm is 0; 0 where no number can be, and at infinite densities of ends. */
    Tensor weights() {
        Tensor zero = x.backend().scalar(0, x.dtype());
        Tensor isKnown = logDensity.less(Double.POSITIVE_INFINITY);
        return Tensor.where(
                isKnown, lengths.times(Tensor.where(isKnown, logDensity, zero).exp()), zero);
    }

    /** a·b, and 0 where b is not finite, as logarithms of densities 0 are. */
    Tensor times(Tensor a, Tensor b) {
        Tensor zero = a.backend().scalar(0, a.dtype());
        Tensor isFinite = b.isFinite();
        return Tensor.where(isFinite, a.times(Tensor.where(isFinite, b, zero)), zero);
    }

    /** Logarithms, with −∞ for those that are not finite. */
    static Tensor finite(Tensor log) {
        Tensor never = log.backend().scalar(Double.NEGATIVE_INFINITY, log.dtype());
        return Tensor.where(log.isFinite(), log, never);
    }

    private Nodes centred() {
        Tensor most = finite(logDensity.stopGradient()).max(0);
        return new Nodes(x, lengths, logDensity.minus(most));
    }

    private Tensor average(Tensor weights, Tensor values) {
        return times(weights, values).sum(0).div(weights.sum(0));
    }

    /** The number of the largest density, the first of several. */
    Tensor mode() {
        Tensor place = logDensity.stopGradient().argmax(0).expandDims(0);
        return x.gather(place, 0).squeeze(0).stopGradient();
    }

    Tensor entropy() {
        Nodes own = centred();
        Tensor p = own.weights();
        return p.sum(0).log().minus(average(p, own.logDensity));
    }

    Tensor mean() {
        Tensor p = centred().weights();
        Tensor near = average(p, x).stopGradient();
        return near.plus(average(p, x.minus(near)));
    }

    Tensor variance() {
        return average(centred().weights(), x.minus(mean()).square());
    }
}
