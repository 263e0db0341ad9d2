package io.surprisal.examples.vae;

import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.Vae;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.nn.Mode;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The loss on a set of images, in nats per image, with one draw of the latents for each.
 *
 * @param negativeElbo the sum of the other two
 * @param reconstruction −E log p(x|z)
 * @param divergence KL(q(z|x) ‖ p(z))
 */
record Evaluation(double negativeElbo, double reconstruction, double divergence) {
    private static final int BATCH = 500;

    /** Weighted by the size of each batch, and added up in double precision. */
    static Evaluation of(Vae model, Parameters theta, Examples images, Backend backend, RandomKey key) {
        double total = 0;
        double reconstruction = 0;
        double divergence = 0;
        for (int from = 0; from < images.count(); from += BATCH) {
            int to = Math.min(from + BATCH, images.count());
            try (Scope scope = Scope.open()) {
                Tensor batch = images.range(from, to).on(backend);
                Loss loss = model.negativeElbo(theta, batch, Mode.evaluation(), key.foldIn(from));
                total += loss.total().item() * (to - from);
                reconstruction += loss.parts().get("reconstruction").item() * (to - from);
                divergence += loss.parts().get("kl").item() * (to - from);
            }
        }
        return new Evaluation(total / images.count(), reconstruction / images.count(), divergence / images.count());
    }
}
