package io.surprisal.distributions.likelihood;

import io.surprisal.autodiff.Parameters;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a family, unconstrained by the bijections of their domains, but for those that are fixed. Numbers on the whole line are
 * counted in units of the data's spread, so that one step suits all.
 */
final class FreeParameters {
    /** The greatest number of combinations of starting values that are tried. */
    private static final int COMBINATIONS = 300;

    private final Family<?> family;
    private final Map<String, Tensor> fixed;
    private final Map<String, Tensor> given;
    private final Tensor data;
    private final StartingValues values;

    private FreeParameters(
            Family<?> family,
            Map<String, Tensor> fixed,
            Map<String, Tensor> given,
            Tensor data,
            StartingValues values) {
        this.family = family;
        this.fixed = fixed;
        this.given = given;
        this.data = data;
        this.values = values;
    }

    static FreeParameters of(Family<?> family, Map<String, Tensor> fixed, Map<String, Tensor> given, Tensor data) {
        double[] all = data.shape().isEmpty() ? new double[] {0} : data.toDoubles();
        for (Parameter parameter : family.parameters()) {
            if (!fixed.containsKey(parameter.name()) && parameter.fromReals().isEmpty()) {
                throw new IllegalArgumentException(family.name() + ": " + parameter.name() + " must be "
                        + parameter.constraint().rule() + ", which gradients cannot fit. Give it by withFixed(\""
                        + parameter.name() + "\", …).");
            }
        }
        return new FreeParameters(family, fixed, given, data, StartingValues.of(all));
    }

    /** The family's parameters at unconstrained ones. */
    Tensor[] values(Parameters u) {
        return family.parameters().stream()
                .map(parameter -> {
                    Tensor constant = fixed.get(parameter.name());
                    return constant != null
                            ? constant.cast(DType.FLOAT64)
                            : map(parameter).forward(u.get(parameter.name()).times(unit(parameter)));
                })
                .toArray(Tensor[]::new);
    }

    private static Bijector map(Parameter parameter) {
        return parameter.fromReals().orElseThrow();
    }

    private double unit(Parameter parameter) {
        return parameter.constraint() instanceof Interval interval && interval.isUnbounded() ? values.spread() : 1;
    }

    /** Where to begin: all combinations of a few values of each parameter. */
    List<Parameters> starts() {
        List<Parameters> combinations = List.of(Parameters.empty());
        for (Parameter parameter : family.parameters()) {
            if (!fixed.containsKey(parameter.name())) {
                List<Parameters> longer = new ArrayList<>();
                for (Parameters combination : combinations) {
                    for (Tensor start : unconstrained(parameter)) {
                        if (longer.size() < COMBINATIONS) {
                            longer.add(combination.with(parameter.name(), start));
                        }
                    }
                }
                combinations = longer;
            }
        }
        return combinations;
    }

    private List<Tensor> unconstrained(Parameter parameter) {
        Tensor start = given.get(parameter.name());
        if (start != null) {
            Tensor u = map(parameter).inverse(start.cast(DType.FLOAT64));
            return List.of(u.div(unit(parameter)));
        }
        if (parameter.constraint().eventRank() > 0) {
            return List.of(zeros(parameter));
        }
        return values.of(parameter, data).stream()
                .map(value -> map(parameter)
                        .inverse(data.backend().scalar(value, DType.FLOAT64))
                        .div(unit(parameter)))
                .toList();
    }

    /** For vectors, as long as the data's are. */
    private Tensor zeros(Parameter parameter) {
        if (data.rank() < 2 || parameter.constraint().eventRank() > 1) {
            throw new IllegalArgumentException(family.name() + ": the shape of " + parameter.name()
                    + " is not told by data of shape " + data.shape() + ". Give a value to begin at by withStart(\""
                    + parameter.name() + "\", …).");
        }
        int length = data.shape().dim(-1);
        Tensor equal = data.backend().zeros(Shape.of(length), DType.FLOAT64).plus(1.0 / length);
        return map(parameter).inverse(equal);
    }
}
