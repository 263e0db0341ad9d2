package io.surprisal.benchmarks.peers.ours;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.LossAndGradient;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.LossHistory;
import io.surprisal.benchmarks.peers.work.VaeSizes;
import io.surprisal.benchmarks.peers.work.Work;
import io.surprisal.optim.Adam;
import io.surprisal.optim.TrainingState;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Held;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A step of the library's own {@link Vae}, as its users write it: noise drawn inside, loss read. */
public final class OurVae implements Work {
    private final Backend backend = Backends.open("cpu");
    private final Vae vae =
            Vae.fullyConnected(VaeSizes.PIXELS, VaeSizes.HIDDEN, VaeSizes.LATENT, new BernoulliLikelihood());
    private final Adam adam = Adam.of(VaeSizes.LEARNING_RATE);
    private final RandomKey key = RandomKey.of(1);
    private final List<Tensor> batches = new ArrayList<>();
    private final LossHistory losses = new LossHistory();
    private final Held<TrainingState> state;
    private final boolean update;
    private int steps;

    private OurVae(boolean update) {
        this.update = update;
        for (int i = 0; i < VaeSizes.BATCHES; i++) {
            float[] images = Inputs.images(i, VaeSizes.BATCH, VaeSizes.PIXELS);
            batches.add(backend.of(images, VaeSizes.BATCH, VaeSizes.PIXELS));
        }
        Parameters theta = vae.initialise(key, backend);
        state = Held.of(new TrainingState(theta, adam.initialise(theta)));
    }

    /** {@return gradient and update} */
    public static OurVae step() {
        return new OurVae(true);
    }

    /** {@return the gradient alone} */
    public static OurVae forwardBackward() {
        return new OurVae(false);
    }

    @Override
    public void run() {
        try (Scope scope = Scope.open()) {
            Tensor x = batches.get(steps % batches.size());
            RandomKey noise = key.foldIn(++steps);
            TrainingState now = state.value();
            LossAndGradient result = Gradients.lossAndGradient(theta -> vae.negativeElbo(theta, x, noise))
                    .at(now.parameters());
            if (update) {
                state.update(adam.updateDonating(now, result.gradient()));
            }
            losses.add(result.loss().total().item());
        }
    }

    @Override
    public double result() {
        return losses.median();
    }

    @Override
    public void close() {
        state.close();
        backend.close();
    }
}
