package io.surprisal.autoencoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Parameters;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.combinators.Independent;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.divergences.KullbackLeibler;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fused forms that models train with are the distributions of the same names. */
class ModelDistributionsTest {
    private static final int BATCH = 5;
    private static final int FEATURES = 7;

    private final Backend backend = Backends.open("reference");

    @AfterEach
    void closes() {
        backend.close();
    }

    private Tensor normal(long seed) {
        return Draws.normal(RandomKey.of(seed), backend, Shape.of(BATCH, FEATURES), DType.FLOAT64);
    }

    @Test
    void likelihoodsAreIndependentDistributions() {
        Tensor decoded = normal(1);
        Tensor bits = normal(2).greater(0).cast(DType.FLOAT64);
        same(
                new BernoulliLikelihood().logProb(decoded, bits),
                Independent.of(Bernoulli.fromLogits(decoded), 1).logProb(bits));
        Tensor x = normal(3);
        Reparameterized around = Normal.of(decoded, backend.scalar(0.3, DType.FLOAT64));
        same(
                new GaussianLikelihood(0.3).logProb(decoded, x),
                Independent.of(around, 1).logProb(x));
    }

    @Test
    void aPosteriorIsIndependentNormals() {
        Posterior posterior = new Posterior(normal(4), normal(5));
        Independent q = Independent.of(
                Normal.of(posterior.mean(), posterior.logVariance().times(0.5).exp()), 1);
        Independent prior = Independent.of(
                Normal.of(
                        backend.zeros(Shape.of(BATCH, FEATURES), DType.FLOAT64),
                        backend.ones(Shape.of(BATCH, FEATURES), DType.FLOAT64)),
                1);
        same(posterior.logProb(normal(6)), q.logProb(normal(6)));
        same(posterior.divergenceFromPrior(), KullbackLeibler.between(q, prior).value());
    }

    private static void same(Tensor fused, Tensor defined) {
        double[] expected = defined.toDoubles();
        double[] found = fused.toDoubles();
        assertThat(found).hasSize(BATCH);
        for (int i = 0; i < BATCH; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void aDecoderOfAnotherWidthIsRefused() {
        Tensor x = normal(7);
        Tensor narrow = x.slice(1, 0, 1);
        for (Likelihood likelihood : new Likelihood[] {new BernoulliLikelihood(), new GaussianLikelihood(1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> likelihood.logProb(narrow, x))
                    .withMessageContaining(
                            "Likelihood: the decoder made [5, 1] for data [5, 7], but both must have one "
                                    + "shape [batch, features].");
            assertThatIllegalArgumentException().isThrownBy(() -> likelihood.logProb(x.sum(0), x.sum(0)));
        }
    }

    @Test
    void outsideAScopeNothingButTheResultIsLeft() {
        Vae vae = Vae.fullyConnected(FEATURES, 4, 2, new BernoulliLikelihood());
        Autoencoder plain = Autoencoder.fullyConnected(FEATURES, 4, 2, new GaussianLikelihood(1));
        Tensor x = normal(8).cast(DType.FLOAT32);
        Parameters forVae = vae.initialise(RandomKey.of(1), backend);
        Parameters forPlain = plain.initialise(RandomKey.of(2), backend);
        long before = backend.liveArrays();
        vae.reconstruct(forVae, x).release();
        vae.generate(RandomKey.of(3), forVae, 3).release();
        plain.reconstruct(forPlain, x).release();
        Posterior posterior = vae.encode(forVae, x);
        posterior.sample(RandomKey.of(4)).release();
        posterior.divergenceFromPrior().release();
        posterior.forEachTensor(Tensor::release);
        assertThat(backend.liveArrays()).isEqualTo(before);
    }
}
