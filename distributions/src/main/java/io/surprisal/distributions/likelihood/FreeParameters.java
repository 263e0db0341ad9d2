package io.surprisal.distributions.likelihood;

import io.surprisal.autodiff.Parameters;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.constraints.CholeskyFactor;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.CorrelationFactor;
import io.surprisal.distributions.constraints.CorrelationMatrix;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.PositiveDefinite;
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
    private static final int COMBINATIONS = 400;

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
            return arrays(parameter).stream().map(map(parameter)::inverse).toList();
        }
        return numbers(parameter).stream()
                .map(value -> map(parameter)
                        .inverse(data.backend().scalar(value, DType.FLOAT64))
                        .div(unit(parameter)))
                .toList();
    }

    private List<Double> numbers(Parameter parameter) {
        if (family.isLowerEnd(parameter.name())) {
            return values.ofLowerEnd(parameter, data);
        }
        return family.isUpperEnd(parameter.name()) ? values.ofUpperEnd(parameter, data) : values.of(parameter, data);
    }

    /** Vectors as long as the data's are, and square matrices of as many rows. */
    private List<Tensor> arrays(Parameter parameter) {
        Constraint domain = parameter.constraint();
        boolean isSquare = domain instanceof PositiveDefinite
                || domain instanceof CholeskyFactor
                || domain instanceof CorrelationMatrix
                || domain instanceof CorrelationFactor;
        Shape shape = data.shape();
        boolean isOfVectors = shape.rank() == 2 || (shape.rank() > 2 && shape.dim(-1) == shape.dim(-2));
        boolean isTold = domain.eventRank() == 1 ? shape.rank() > 1 : isSquare && isOfVectors;
        if (!isTold || shape.isEmpty()) {
            throw new IllegalArgumentException(family.name() + ": the shape of " + parameter.name()
                    + " is not told by data of shape " + data.shape() + ". Give a value to begin at by withStart(\""
                    + parameter.name() + "\", …).");
        }
        StartingVectors vectors = StartingVectors.of(data);
        return isSquare ? vectors.matrices(domain) : vectors.vectors(domain);
    }
}
