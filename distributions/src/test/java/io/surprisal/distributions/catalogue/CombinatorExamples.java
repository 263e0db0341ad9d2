package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.bijectors.SoftmaxCentered;
import io.surprisal.distributions.combinators.Independent;
import io.surprisal.distributions.combinators.LocationScale;
import io.surprisal.distributions.combinators.Mixture;
import io.surprisal.distributions.combinators.Quantized;
import io.surprisal.distributions.combinators.Transformed;
import io.surprisal.distributions.combinators.Truncated;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Delta;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Distributions made by combinators, for the table of what they can do. */
final class CombinatorExamples {
    private CombinatorExamples() {}

    static Map<String, Distribution> of(Backend backend) {
        Univariate normal = Normal.of(backend, 0, 1);
        Univariate poisson = Poisson.of(backend, 3);
        Tensor zeros = backend.of(new float[2]);
        Tensor ones = zeros.plus(1);
        Tensor halves = ones.times(0.5);
        Distribution vector = MultivariateNormal.fromScales(zeros, ones);
        Map<String, Distribution> examples = new LinkedHashMap<>();
        examples.put("Independent Normal", Independent.of(Normal.of(zeros, ones), 1));
        examples.put("LocationScale of Gamma", LocationScale.of(Gamma.of(backend, 2, 1), 1, -3));
        examples.put("LocationScale of Poisson", LocationScale.of(poisson, 1, 2));
        examples.put("Transformed Normal by Exp", Transformed.of(normal, new Exp()));
        examples.put(
                "Transformed MultivariateNormal by SoftmaxCentered", Transformed.of(vector, new SoftmaxCentered()));
        examples.put("Truncated Normal", Truncated.of(normal, 0, 2));
        examples.put("Truncated Poisson", Truncated.of(poisson, 1, 7));
        examples.put("Quantized Normal", Quantized.of(normal));
        examples.put("Mixture of Normal and Gamma", Mixture.of(halves, List.of(normal, Gamma.of(backend, 2, 1))));
        examples.put("Mixture of Poisson", Mixture.of(halves, Poisson.of(ones)));
        examples.put(
                "Mixture of Delta and Gamma",
                Mixture.of(halves, List.of(Delta.of(backend, 0), Gamma.of(backend, 2, 1))));
        examples.put("Mixture of MultivariateNormal", Mixture.of(halves, List.of(vector, vector)));
        return examples;
    }
}
