package io.surprisal.contract;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Identity;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Derivatives against difference quotients of fourth order, in coordinates on the whole line. */
final class Slopes {
    private static final int POINTS = 5;

    private Slopes() {}

    static void verify(Subject subject) {
        Tensor x = subject.distribution().sample(subject.key(), Shape.of(POINTS));
        functions(subject).forEach((name, function) -> {
            if (!subject.isOfCounts() && x.dtype().isFloating()) {
                inOutcomes(subject, name, function, x);
            }
            for (int i = 0; i < subject.parameters().size(); i++) {
                if (subject.domains().get(i).fromReals().isPresent()) {
                    inParameter(subject, name, function, x, i);
                }
            }
        });
    }

    private static Map<String, BiFunction<Distribution, Tensor, Tensor>> functions(Subject subject) {
        Map<String, BiFunction<Distribution, Tensor, Tensor>> functions = new LinkedHashMap<>();
        functions.put("logProb", Distribution::logProb);
        if (subject.univariate().isPresent()) {
            functions.put("cdf", (d, x) -> numbers(d).cdf(x));
            functions.put("logCdf", (d, x) -> numbers(d).logCdf(x));
            functions.put("logSurvival", (d, x) -> numbers(d).logSurvival(x));
        }
        return functions;
    }

    private static Univariate numbers(Distribution distribution) {
        return distribution.capability(Univariate.class).orElseThrow();
    }

    private static void inOutcomes(
            Subject subject, String name, BiFunction<Distribution, Tensor, Tensor> function, Tensor x) {
        Constraint support = subject.distribution().support();
        Bijector map = support.fromReals().orElse(new Identity());
        for (int i = 0; i < POINTS; i++) {
            Tensor one = x.select(0, i);
            Differences.verify(
                    subject,
                    "%s in the outcome %s".formatted(name, one.size() == 1 ? one.item() : "draws[" + i + "]"),
                    map.inverse(one),
                    u -> function.apply(subject.distribution(), map.forward(u)).sum());
        }
    }

    private static void inParameter(
            Subject subject, String name, BiFunction<Distribution, Tensor, Tensor> function, Tensor x, int k) {
        Bijector map = subject.domains().get(k).fromReals().orElseThrow();
        UnaryOperator<Tensor> value =
                u -> function.apply(subject.with(k, map.forward(u)), x).sum();
        Differences.verify(
                subject,
                "Σ %s in parameter %d".formatted(name, k),
                map.inverse(subject.parameters().get(k)),
                value);
    }
}
