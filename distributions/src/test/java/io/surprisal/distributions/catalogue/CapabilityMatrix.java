package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page docs/families.md: the parameters of each family and what its distributions can do. */
final class CapabilityMatrix {
    private static final Map<String, Class<?>> CAPABILITIES = new LinkedHashMap<>();

    static {
        CAPABILITIES.put("cdf, quantiles", Univariate.class);
        CAPABILITIES.put("differentiable draws", Reparameterized.class);
        CAPABILITIES.put("entropy", HasEntropy.class);
        CAPABILITIES.put("mean, variance", HasMoments.class);
        CAPABILITIES.put("skewness, kurtosis", HasHigherMoments.class);
        CAPABILITIES.put("mode", HasMode.class);
        CAPABILITIES.put("enumerable", EnumerableSupport.class);
    }

    private CapabilityMatrix() {}

    static String of(Backend backend) {
        var page = new StringBuilder("""
                # Families of distributions of numbers

                Every one has `sample`, `logProb` and `support`; what else it can do is an interface that it implements. In log space too: `logCdf`,
                `logSurvival`, `quantileOfLog`, `inverseSurvivalOfLog`.

                """);
        head(page, CAPABILITIES);
        for (Family<?> family : Families.univariate()) {
            append(page, family, example(family, backend), CAPABILITIES);
        }
        page.append("""

                # Families of distributions of vectors, matrices, directions and orders

                Other forms of a family are factories and constants of its class, such as `MultivariateNormal.fromLowRank`.

                """);
        Map<String, Class<?>> ofVectors = new LinkedHashMap<>(CAPABILITIES);
        ofVectors.values().removeAll(List.of(Univariate.class, HasHigherMoments.class));
        head(page, ofVectors);
        for (Family<?> family : Families.multivariate()) {
            VectorLine line =
                    VectorLine.all(new VectorForm(family.name(), family)).get(0);
            append(page, family, line.distribution(backend, DType.FLOAT64), ofVectors);
        }
        page.append("""

                What is blank has no closed form that would not be an estimate: the entropy and the moments of LogisticNormal and
                RelaxedOneHotCategorical are integrals over all dimensions (of two elements they are LogitNormal's and RelaxedBernoulli's); take means
                over draws. The moments of correlation matrices are those of LKJ, not of the factors of LKJCholesky. Orders are no numbers, and have no
                mean.
                """);
        return page + combinators(backend);
    }

    private static String combinators(Backend backend) {
        var page = new StringBuilder("""

                # Combinators

                What they can do depends on what they are made of: ask with `Distribution.capability`. A few of them, by the same capabilities:

                """);
        page.append("| made of | ")
                .append(String.join(" | ", CAPABILITIES.keySet()))
                .append(" |\n|---|")
                .append(":---:|".repeat(CAPABILITIES.size()))
                .append('\n');
        CombinatorExamples.of(backend)
                .forEach((name, distribution) -> page.append("| ")
                        .append(name)
                        .append(" | ")
                        .append(CAPABILITIES.values().stream()
                                .map(capability ->
                                        distribution.capability(capability).isPresent() ? "✓" : "")
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n"));
        return page.toString();
    }

    private static void head(StringBuilder page, Map<String, Class<?>> capabilities) {
        page.append("| family | parameters | ")
                .append(String.join(" | ", capabilities.keySet()))
                .append(" |\n|---|---|")
                .append(":---:|".repeat(capabilities.size()))
                .append('\n');
    }

    private static void append(
            StringBuilder page, Family<?> family, Object distribution, Map<String, Class<?>> capabilities) {
        page.append("| ")
                .append(family.name())
                .append(" | ")
                .append(family.parameters().stream()
                        .map(CapabilityMatrix::described)
                        .collect(Collectors.joining(", ")))
                .append(" | ")
                .append(capabilities.values().stream()
                        .map(capability -> capability.isInstance(distribution) ? "✓" : "")
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private static String described(Parameter parameter) {
        return parameter.name() + " " + parameter.constraint().rule();
    }

    private static Object example(Family<?> family, Backend backend) {
        return family.of(Grid.of(family).lines().get(0).point().tensors(family, backend, DType.FLOAT64));
    }
}
