package io.surprisal.autoencoders;

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
    public void requireSupported(float[] x, int features) {
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] >= 0 && x[i] <= 1)) {
                throw new IllegalArgumentException("BernoulliLikelihood: x must be in [0, 1], but x[" + i / features
                        + "][" + i % features + "] = " + x[i] + ". Scale the data, or use a GaussianLikelihood.");
            }
        }
    }
}
