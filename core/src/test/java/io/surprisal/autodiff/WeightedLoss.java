package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A record's result as one number, Σ wᵢ·yᵢ with different weights, as a function of the inputs laid end to end. */
final class WeightedLoss {
    private final GradientRecord operation;
    private final Backend backend;
    private final DType dtype;

    WeightedLoss(GradientRecord operation, Backend backend, DType dtype) {
        this.operation = operation;
        this.backend = backend;
        this.dtype = dtype;
    }

    /** The variables end to end. */
    double[] point() {
        return operation.variables().stream()
                .flatMapToDouble(k -> Arrays.stream(operation.inputs().get(k).toDoubles()))
                .toArray();
    }

    /** The loss, of all variables at once. */
    UnaryOperator<Tensor> ofAll() {
        return theta -> {
            List<Tensor> arguments = operation.on(backend, dtype);
            int start = 0;
            for (int k : operation.variables()) {
                HostArray input = operation.inputs().get(k);
                int end = start + input.shape().size();
                arguments.set(k, theta.slice(0, start, end).reshape(input.shape()));
                start = end;
            }
            return weighted(operation.function().apply(arguments));
        };
    }

    /** The result, of input {@code k} alone; the others are constants. */
    UnaryOperator<Tensor> ofOne(int k) {
        return x -> {
            List<Tensor> arguments = operation.on(backend, dtype);
            arguments.set(k, x);
            return operation.function().apply(arguments);
        };
    }

    Tensor weighted(Tensor result) {
        return result.times(weights(result)).sum();
    }

    /** The cotangent that the weighted sum sends back. */
    Tensor weights(Tensor result) {
        return backend.of(between(0.5, 1.5).of(result.shape())).cast(result.dtype());
    }

    double value(double[] theta) {
        try (Scope scope = Scope.open()) {
            return ofAll().apply(tensor(theta)).item();
        }
    }

    double[] gradient(double[] theta) {
        try (Scope scope = Scope.open()) {
            return Gradients.gradient(ofAll()).at(tensor(theta)).toDoubles();
        }
    }

    double[] hessianVector(double[] theta, double[] direction) {
        try (Scope scope = Scope.open()) {
            return Gradients.hessianVector(ofAll())
                    .at(tensor(theta), tensor(direction))
                    .product()
                    .toDoubles();
        }
    }

    /** The numbers as a vector of the loss's type. */
    Tensor tensor(double[] elements) {
        return backend.of(elements).cast(dtype);
    }
}
