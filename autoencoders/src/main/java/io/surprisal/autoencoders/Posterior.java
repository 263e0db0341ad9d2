package io.surprisal.autoencoders;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * q(z|x): independent normal latents for each example.
 *
 * @param mean μ [batch, latent]
 * @param logVariance log σ² [batch, latent]
 */
public record Posterior(Tensor mean, Tensor logVariance) implements TensorTree {
    /**
     * {@return z = μ + σ·ε with ε standard normal, differentiable in μ and σ}
     *
     * @param key determines ε
     */
    public Tensor sample(RandomKey key) {
        return Scope.tidy(() -> {
            Tensor noise = Draws.normal(key, mean.backend(), mean.shape(), mean.dtype());
            return mean.plus(logVariance.times(0.5).exp().times(noise));
        });
    }

    /**
     * KL(q ‖ N(0, I)) = ½ Σ (σ² + μ² − 1 − log σ²) in nats, one number for each example. (Some lecture notes print
     * Σ (σ² + μ² − log σ − 1), which is neither halved nor of the variance.)
     *
     * @return the divergences [batch], not negative but for rounding
     */
    public Tensor divergenceFromPrior() {
        // expm1(l) − l, not e^l − 1 − l: near l = 0 the first two terms would cancel.
        return Scope.tidy(() -> logVariance
                .expm1()
                .minus(logVariance)
                .plus(mean.square())
                .sum(1)
                .times(0.5));
    }

    /** {@return log q(z|x) in nats, one number for each example}
     *
     * @param z latents [batch, latent]
     */
    public Tensor logProb(Tensor z) {
        return Scope.tidy(() -> z.normalLogProb(mean, logVariance.times(0.5).exp(), 1));
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(mean);
        visitor.accept(logVariance);
    }
}
