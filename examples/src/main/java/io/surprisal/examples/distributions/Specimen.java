package io.surprisal.examples.distributions;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.examples.report.Numeral;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One distribution of numbers in double precision, with its functions on arrays.
 *
 * @param name its parameters in words
 * @param distribution the distribution, of batch shape {@code []}
 */
record Specimen(String name, Univariate distribution) {
    /** The distribution with parameters such as {@code mean=0 scale=1}. */
    static Specimen of(Family<?> family, String parameters, Backend backend) {
        List<String> words = List.of(parameters.split(" "));
        Distribution made = family.of(
                backend,
                DType.FLOAT64,
                ParameterValues.parse(List.of(family), words).values());
        return new Specimen(inWords(words), (Univariate) made);
    }

    private static String inWords(List<String> parameters) {
        return parameters.stream()
                .map(parameter ->
                        parameter.contains(",") ? parameter.replace("=", "=[").replace(",", ", ") + "]" : parameter)
                .map(parameter ->
                        parameter.replace("-", "−").replace("=inf", "=∞").replace("=", "\u00a0=\u00a0"))
                .collect(Collectors.joining(", "));
    }

    /** Whether outcomes have probabilities, and not densities. */
    boolean isDiscrete() {
        return distribution.capability(EnumerableSupport.class).isPresent()
                || (distribution.support() instanceof Interval interval && interval.isWhole());
    }

    /** Densities, or probabilities of discrete outcomes. */
    double[] densities(double[] xs) {
        return at(x -> distribution.logProb(x).exp(), xs);
    }

    double[] cdf(double[] xs) {
        return at(distribution::cdf, xs);
    }

    double[] quantiles(double[] ps) {
        return at(distribution::quantile, ps);
    }

    private double[] at(UnaryOperator<Tensor> function, double[] xs) {
        try (Scope scope = Scope.open()) {
            return function.apply(distribution.backend().of(xs)).toDoubles();
        }
    }

    /** The ends of the support in words. */
    String support() {
        double[] ends = quantiles(new double[] {0, 1});
        return "from " + Numeral.of(ends[0]) + " to " + Numeral.of(ends[1]);
    }

    /** Draws in order of size. */
    double[] sortedDraws(RandomKey key, int count) {
        try (Scope scope = Scope.open()) {
            double[] draws = distribution.sample(key, Shape.of(count)).toDoubles();
            Arrays.sort(draws);
            return draws;
        }
    }

    /** The outcomes from one number to another, of a discrete distribution. */
    double[] atoms(double low, double high) {
        Optional<EnumerableSupport> finite = distribution.capability(EnumerableSupport.class);
        if (finite.isEmpty()) {
            return LongStream.rangeClosed((long) Math.ceil(low), (long) Math.floor(high))
                    .asDoubleStream()
                    .toArray();
        }
        try (Scope scope = Scope.open()) {
            return Arrays.stream(finite.get().enumerateSupport().toDoubles())
                    .filter(x -> x >= low && x <= high)
                    .distinct()
                    .toArray();
        }
    }

    /** A number of the distribution, such as its mean; nothing where it has none in closed form. */
    Optional<Double> statistic(String label) {
        try (Scope scope = Scope.open()) {
            return UnivariateFunction.named(label)
                    .flatMap(function ->
                            function.of(distribution, distribution.backend().of(new double[0])))
                    .map(Tensor::item);
        }
    }
}
