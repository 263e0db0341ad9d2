package io.surprisal.contract;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * E[∂/∂θ log p(X; θ)] = ∂/∂θ ∫ p(x; θ) dx = 0: it takes a density that keeps its integral as the parameters move, and draws that follow it. The
 * mean over draws is compared with its standard error over runs. It holds where the support does not move with the parameter.
 */
final class Score {
    /** Draws are cut into as many runs, each of which has one derivative. */
    private static final int RUNS = 40;
    /** Student's t with 39 degrees of freedom is farther out twice in 10 million times. */
    private static final double DEVIATIONS = 6.2;

    private Score() {}

    static void verify(Subject subject) {
        if (subject.isOfNumbers()) {
            return;
        }
        int length = subject.draws() / RUNS;
        Tensor draws = subject.distribution().sample(subject.key(), Shape.of(RUNS * length));
        for (int k = 0; k < subject.parameters().size(); k++) {
            Bijector map = subject.domains().get(k).fromReals().orElse(null);
            if (map != null) {
                verify(subject, draws, length, k, map);
            }
        }
    }

    private static void verify(Subject subject, Tensor draws, int length, int k, Bijector map) {
        Tensor u = map.inverse(subject.parameters().get(k));
        boolean supportStays = subject.with(k, map.forward(u.plus(0.1)))
                .support()
                .equals(subject.distribution().support());
        if (!supportStays) {
            return;
        }
        List<Tensor> scores = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Tensor x = draws.slice(0, run * length, (run + 1) * length);
            scores.add(Gradients.gradient((Tensor t) ->
                            subject.with(k, map.forward(t)).logProb(x).mean())
                    .at(u));
        }
        Tensor all = Tensor.stack(scores, 0).reshape(RUNS, -1);
        double[] mean = all.mean(0).toDoubles();
        double[] deviation = all.sampleStandardDeviation(0).toDoubles();
        for (int i = 0; i < mean.length; i++) {
            Check.SCORE.requireClose(
                    subject,
                    "the mean of ∂ log p / ∂ parameter %d, element %d,".formatted(k, i),
                    mean[i],
                    0,
                    DEVIATIONS * deviation[i] / Math.sqrt(RUNS) + 1e-12);
        }
    }
}
