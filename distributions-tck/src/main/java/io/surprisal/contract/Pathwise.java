package io.surprisal.contract;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Function;

/** Derivatives of draws: dx/dθ = −(∂F/∂θ)/p(x). Of vectors they must be finite. */
final class Pathwise {
    private static final Shape DRAWS = Shape.of(8);
    private static final double TOLERANCE = 1e-6;

    private Pathwise() {}

    static void verify(Subject subject) {
        Reparameterized moving =
                subject.distribution().capability(Reparameterized.class).orElse(null);
        if (moving == null) {
            return;
        }
        Tensor x = moving.rsample(subject.key(), DRAWS).stopGradient();
        for (int i = 0; i < subject.parameters().size(); i++) {
            Bijector map = subject.domains().get(i).fromReals().orElse(null);
            if (map != null) {
                verify(subject, x, i, map);
            }
        }
    }

    private static void verify(Subject subject, Tensor x, int k, Bijector map) {
        Tensor u = map.inverse(subject.parameters().get(k));
        Function<Tensor, Distribution> made = moved -> subject.with(k, map.forward(moved));
        Tensor weights = subject.distribution().backend().linspace(1, 2, DRAWS.size(), x.dtype());
        Tensor slope = Gradients.gradient(t -> made.apply(t)
                        .capability(Reparameterized.class)
                        .orElseThrow()
                        .rsample(subject.key(), DRAWS)
                        .times(spread(weights, x))
                        .sum())
                .at(u);
        double[] slopes = slope.toDoubles();
        Check.PATHWISE_GRADIENTS.require(
                Arrays.stream(slopes).allMatch(Double::isFinite),
                subject,
                "the derivative of draws in parameter %d is %s.",
                k,
                Arrays.toString(slopes));
        if (!subject.isContinuous() || subject.univariate().isEmpty()) {
            return;
        }
        Tensor density = subject.distribution().logProb(x).exp();
        double[] implicit = Gradients.gradient(t -> made.apply(t)
                        .capability(Univariate.class)
                        .orElseThrow()
                        .cdf(x)
                        .times(weights)
                        .div(density)
                        .sum())
                .at(u)
                .neg()
                .toDoubles();
        for (int j = 0; j < slopes.length; j++) {
            Check.PATHWISE_GRADIENTS.requireClose(
                    subject,
                    "the derivative of a weighted sum of draws in parameter %d, element %d,".formatted(k, j),
                    slopes[j],
                    implicit[j],
                    TOLERANCE * Math.max(Math.abs(implicit[j]), x.abs().max().item()));
        }
    }

    private static Tensor spread(Tensor weights, Tensor x) {
        Tensor wide = weights;
        for (int i = 1; i < x.rank(); i++) {
            wide = wide.expandDims(-1);
        }
        return wide;
    }
}
