package io.surprisal.benchmarks.soak;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.LossAndGradient;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.optim.Adam;
import io.surprisal.optim.TrainingState;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Held;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/** A small variational autoencoder, 64-32-4, that trains on 16 fresh random images a step. */
final class SoakTraining implements AutoCloseable {
    private static final int PIXELS = 64;
    private static final int HIDDEN = 32;
    private static final int LATENT = 4;
    private static final int BATCH = 16;
    private static final float LIT = 0.3f;

    /** Keys of a step: the images, and the objective's noise. */
    private static final int IMAGES = 0;

    private static final int NOISE = 1;

    private final Vae vae = Vae.fullyConnected(PIXELS, HIDDEN, LATENT, new BernoulliLikelihood());
    private final Adam adam = Adam.of(1e-3);
    private final RandomKey key = RandomKey.of(1);
    private final Tensor chances;
    private final Held<TrainingState> state;

    SoakTraining(Backend backend) {
        float[] lit = new float[BATCH * PIXELS];
        Arrays.fill(lit, LIT);
        chances = backend.of(lit, BATCH, PIXELS);
        Parameters theta = vae.initialise(key, backend);
        state = Held.of(new TrainingState(theta, adam.initialise(theta)));
    }

    /** {@return the loss} */
    double step(long number) {
        RandomKey stepKey = key.foldIn(number);
        try (Scope scope = Scope.open()) {
            Tensor x = Draws.bernoulli(stepKey.foldIn(IMAGES), chances);
            TrainingState now = state.value();
            LossAndGradient result = Gradients.lossAndGradient(
                            theta -> vae.negativeElbo(theta, x, stepKey.foldIn(NOISE)))
                    .at(now.parameters());
            state.update(adam.updateDonating(now, result.gradient()));
            return result.loss().total().item();
        }
    }

    @Override
    public void close() {
        state.close();
        chances.release();
    }
}
