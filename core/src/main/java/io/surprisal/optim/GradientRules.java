package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Tensor;
import java.util.IdentityHashMap;

/**
 * Gradients carry the names, shapes and dtypes of their parameters, and each parameter is a tensor of its own: each is updated by
 * itself, so that one tensor under two names would become two, or be given up twice.
 */
final class GradientRules {
    private GradientRules() {}

    static void requireMatching(String operation, Parameters parameters, Parameters gradients) {
        IdentityHashMap<Tensor, String> seen = new IdentityHashMap<>();
        requireOwn(operation, "", parameters, seen);
        parameters.asMap().forEach((name, parameter) -> {
            if (!gradients.contains(name)) {
                throw new IllegalArgumentException(operation + ": parameter " + name + " has no gradient; there are "
                        + gradients.names() + ". Take the gradient at these parameters.");
            }
            Tensor gradient = gradients.get(name);
            if (!gradient.shape().equals(parameter.shape()) || gradient.dtype() != parameter.dtype()) {
                throw new IllegalArgumentException(operation + ": the gradient of " + name + " is " + gradient
                        + ", but the parameter is " + parameter + ". Take the gradient at these parameters.");
            }
        });
        for (String name : gradients.names()) {
            if (!parameters.contains(name)) {
                throw new IllegalArgumentException(operation + ": gradient " + name
                        + " belongs to no parameter; there are " + parameters.names()
                        + ". Pass the gradient of these parameters alone.");
            }
        }
    }

    /** What an update may write into, the state's tensors as well as the parameters, stands nowhere else, nor among the gradients. */
    static void requireDonatable(String operation, TrainingState given, Parameters gradients) {
        IdentityHashMap<Tensor, String> seen = new IdentityHashMap<>();
        requireOwn(operation, "", given.parameters(), seen);
        requireOwn(operation, "the state's ", given.optimizer().slots(), seen);
        gradients.asMap().forEach((name, gradient) -> {
            String owner = seen.get(gradient);
            if (owner != null) {
                throw shared(operation, owner, "the gradient of " + name);
            }
        });
    }

    private static void requireOwn(
            String operation, String what, Parameters tensors, IdentityHashMap<Tensor, String> seen) {
        tensors.asMap().forEach((name, tensor) -> {
            String owner = seen.putIfAbsent(tensor, what + name);
            if (owner != null) {
                throw shared(operation, owner, what + name);
            }
        });
    }

    private static IllegalArgumentException shared(String operation, String first, String second) {
        return new IllegalArgumentException(
                operation + ": " + first + " and " + second
                        + " are one tensor, but each is updated by itself. Give a shared parameter one name, or each name a copy.");
    }
}
