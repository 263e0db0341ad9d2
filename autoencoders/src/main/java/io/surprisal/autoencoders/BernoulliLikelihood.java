package io.surprisal.autoencoders;

import io.surprisal.autoencoders.data.Examples;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;

/**
 * Independent Bernoulli numbers whose logits the decoder gives: log p(x|z) = Σ (x·l − softplus(l)). For x of 0 and 1; for grey values
 * between them it is the cross-entropy, which is no log-probability (see the continuous Bernoulli).
 */
public record BernoulliLikelihood() implements Likelihood {
    @Override
    public Tensor logProb(Tensor decoded, Tensor x) {
        LikelihoodShapes.require("BernoulliLikelihood", decoded, x);
        return decoded.bernoulliLogProb(x, 1);
    }

    @Override
    public Tensor mean(Tensor decoded) {
        return decoded.sigmoid();
    }

    @Override
    public Tensor sample(RandomKey key, Tensor decoded) {
        return Draws.bernoulli(key, decoded.sigmoid());
    }

    @Override
    public void requireSupported(Examples x) {
        x.requireEach(
                value -> value >= 0 && value <= 1,
                found -> "BernoulliLikelihood: x must be in [0, 1], but " + found
                        + ". Scale the data, by their largest value for instance, or use a GaussianLikelihood.");
    }
}
