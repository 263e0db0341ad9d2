package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The entropy of a mixture of numbers: by quadrature between quantiles of all components, or as a sum over whole numbers. */
final class MixtureEntropy {
    /** Logarithms of probabilities on each side of a component, at whose quantiles pieces end. */
    private static final double[] LEVELS = {-48, -24, -12, -6, -3, Math.log(0.5)};

    private MixtureEntropy() {}

    static Tensor of(MixtureParts parts) {
        boolean isDiscrete = Outcomes.areDiscrete(parts.components().first());
        return isDiscrete
                ? numbers(parts).entropy()
                : DensityIntegral.nodes(Scope.tidy(() -> ends(parts)), parts::logProb)
                        .entropy();
    }

    /** A function of each component, [batch…, components]. */
    private static Tensor ofEach(MixtureParts parts, Function<Univariate, Tensor> function) {
        int count = parts.components().count();
        return parts.components()
                .ofEach((Distribution d) -> function.apply(
                                d.capability(Univariate.class).orElseThrow())
                        .broadcastTo(d.batchShape()))
                .stopGradient()
                .broadcastTo(parts.batchShape().then(Shape.of(count)));
    }

    private static Nodes numbers(MixtureParts parts) {
        Tensor least = ofEach(parts, WholeNumbers::least).min(-1);
        Tensor greatest = ofEach(parts, WholeNumbers::greatest).max(-1);
        return WholeNumbers.nodes("Mixture", least, greatest, parts::logProb);
    }

    /** All quantiles of all components, sorted, [numbers] + batch shape. */
    private static Tensor ends(MixtureParts parts) {
        List<Tensor> all = new ArrayList<>();
        for (double level : LEVELS) {
            all.add(ofEach(parts, d -> d.quantileOfLog(d.backend().scalar(level, d.dtype()))));
            all.add(ofEach(parts, d -> d.inverseSurvivalOfLog(d.backend().scalar(level, d.dtype()))));
        }
        Tensor rows = Tensor.concat(all, -1);
        int n = rows.shape().dim(-1);
        double[] sorted = rows.toDoubles();
        for (int i = 0; i < sorted.length; i += n) {
            Arrays.sort(sorted, i, i + n);
        }
        Tensor ordered = rows.backend().of(HostArray.wrap(sorted, rows.shape())).cast(rows.dtype());
        int[] order = new int[rows.rank()];
        Arrays.setAll(order, i -> i == 0 ? rows.rank() - 1 : i - 1);
        return ordered.transpose(order);
    }
}
