package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Tensor;

/** Gradients carry the names, shapes and dtypes of their parameters. */
final class GradientRules {
    private GradientRules() {}

    static void requireMatching(String operation, Parameters parameters, Parameters gradients) {
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
}
