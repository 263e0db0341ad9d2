package io.surprisal.autoencoders;

import io.surprisal.autoencoders.data.Examples;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;

/**
 * Independent normal numbers of one fixed scale σ around the decoder's output μ:
 * log p(x|z) = Σ (−½((x − μ)/σ)² − log σ − ½ log 2π).
 *
 * @param scale σ, positive and finite
 */
public record GaussianLikelihood(double scale) implements Likelihood {
    /**
     * Checks the scale.
     *
     * @param scale σ
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public GaussianLikelihood {
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException(
                    "GaussianLikelihood: scale must be positive and finite, but is " + scale + ".");
        }
    }

    @Override
    public Tensor logProb(Tensor decoded, Tensor x) {
        LikelihoodShapes.require("GaussianLikelihood", decoded, x);
        DType dtype = decoded.dtype();
        return x.normalLogProb(decoded, decoded.backend().full(decoded.shape(), dtype, scale), 1);
    }

    @Override
    public Tensor mean(Tensor decoded) {
        return decoded;
    }

    @Override
    public Tensor sample(RandomKey key, Tensor decoded) {
        return Draws.normal(key, decoded.backend(), decoded.shape(), decoded.dtype())
                .times(scale)
                .plus(decoded);
    }

    /** Every finite number has mass. */
    @Override
    public void requireSupported(Examples x) {}
}
