package io.surprisal.autodiff;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One gradient call from inside: its variables, and what can be done with results before it returns. */
final class Differentiation {
    private final Scope scope;
    private final Tracing tracing;
    private final List<Tensor> variables;
    private final Set<Tensor> given = Collections.newSetFromMap(new IdentityHashMap<>());

    private Differentiation(Scope scope, Tracing tracing, List<Tensor> variables) {
        this.scope = scope;
        this.tracing = tracing;
        this.variables = variables;
    }

    /** Opens a level with a variable for each tensor of {@code point}, runs {@code body}, and keeps only what it returns. */
    static <T extends TensorTree> T at(List<Tensor> point, Function<Differentiation, T> body) {
        try (Scope scope = Scope.open();
                Tracing tracing = Tracing.open(scope)) {
            List<Tensor> variables = new ArrayList<>(point.size());
            for (Tensor x : point) {
                if (!x.dtype().isFloating()) {
                    throw new IllegalArgumentException("gradient: " + x
                            + " is not floating and has no derivative. Cast it, or pass it as a constant.");
                }
                variables.add(tracing.variable(x));
            }
            return scope.keep(body.apply(new Differentiation(scope, tracing, variables)));
        }
    }

    List<Tensor> variables() {
        return variables;
    }

    /** One more variable of this call's level. */
    Tensor variable(Tensor x) {
        return tracing.variable(x);
    }

    /** The variables under the names of {@code names}. */
    Parameters named(Parameters names) {
        return named(names, variables);
    }

    Parameters named(Parameters names, List<Tensor> tensors) {
        Map<String, Tensor> result = new LinkedHashMap<>();
        for (int i = 0; i < tensors.size(); i++) {
            result.put(names.names().get(i), tensors.get(i));
        }
        return Parameters.of(result);
    }

    /** A result as a tensor of the level outside this call. */
    Tensor value(Tensor result) {
        return own(tracing.traced("gradient", result).value());
    }

    /**
     * A result that the caller may release, hold or pass on by itself: where it is a tensor from outside this call, such as a
     * variable that the function returned as it is, or one that was given out before, another handle on the same numbers. Traced
     * tensors belong to the call around this one, and nobody can release them.
     */
    Tensor own(Tensor result) {
        if (Tracing.highest(List.of(result)) != null) {
            return result;
        }
        return scope.owns(result) && given.add(result) ? result : otherHandle(result);
    }

    ValueAndTangent ownBoth(ValueAndTangent result) {
        return new ValueAndTangent(own(result.value()), own(result.product()));
    }

    private static Tensor otherHandle(Tensor x) {
        Shape other = x.rank() == 1 ? Shape.of(1, x.size()) : Shape.of(x.size());
        return x.reshape(other).reshape(x.shape());
    }

    List<Tensor> pullBack(Tensor result) {
        return pullBack(result, result.backend().ones(result.shape(), result.dtype()));
    }

    List<Tensor> pullBack(Tensor result, Tensor cotangent) {
        return tracing.pullBack(result, cotangent, variables);
    }

    /** As above with a cotangent of one, in other variables of this level. */
    List<Tensor> pullBack(Tensor result, List<Tensor> others) {
        return tracing.pullBack(result, result.backend().ones(result.shape(), result.dtype()), others);
    }

    static void requireOneNumber(Tensor value) {
        if (value.size() != 1 || !value.dtype().isFloating()) {
            throw new IllegalArgumentException(
                    "gradient: the function returned " + value
                            + ", but a gradient is of one floating number. Reduce it with sum() or mean(), or use vectorJacobian.");
        }
    }

    /** A cotangent is of what the function returned, a tangent of the point: one shape and one dtype. */
    static void requireLike(String operation, String what, Tensor tensor, Tensor primal) {
        if (!tensor.shape().equals(primal.shape()) || tensor.dtype() != primal.dtype()) {
            throw new IllegalArgumentException(operation + ": the " + what + " is " + tensor.dtype() + " "
                    + tensor.shape() + ", but it must be " + primal.dtype() + " " + primal.shape()
                    + ". Cast or reshape it.");
        }
    }
}
