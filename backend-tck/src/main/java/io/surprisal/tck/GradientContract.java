package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Derivatives through the backend's kernels, in each floating argument of each operation: of first and second order against central
 * differences in FLOAT64, and against the oracle's derivatives in both types.
 */
abstract class GradientContract extends ContractGroup {
    private static final double STEP = 1e-6;
    private static final double RELATIVE = 1e-3;
    private static final double ABSOLUTE = 1e-5;

    /** Relative changes of the arguments by which conditions are measured. */
    private static final double PERTURBATION = 0x1p-22;

    private static final int PATTERNS = 4;

    /** Roundings of a kernel, its derivative and the sums around them, in units of what they act on. */
    private static final double ROUNDINGS = 64;

    GradientContract(BackendContract contract) {
        super(contract);
    }

    static Stream<Sample> operations() {
        return Catalogue.differentiable().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    final void firstOrder(Sample sample) {
        eachArgument(sample, k -> {
            HostArray at = sample.inputs().get(k);
            double[] gradient = gradient(backend(), sample, k, at);
            for (int i = 0; i < gradient.length; i++) {
                double[] direction = new double[gradient.length];
                direction[i] = 1;
                double above = loss(sample, k, moved(at, direction, STEP));
                double below = loss(sample, k, moved(at, direction, -STEP));
                close(
                        sample + ": derivative in argument " + k + ", element " + i,
                        gradient[i],
                        (above - below) / (2 * STEP));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    final void secondOrder(Sample sample) {
        eachArgument(sample, k -> {
            HostArray at = sample.inputs().get(k);
            HostArray direction = Points.between(at.shape(), -1, 1);
            double[] product;
            try (Scope scope = Scope.open()) {
                Tensor point = backend().of(at);
                product = Gradients.hessianVector(loss(backend(), sample, k))
                        .at(point, backend().of(direction))
                        .product()
                        .toDoubles();
            }
            double[] above = gradient(backend(), sample, k, moved(at, direction.toDoubles(), STEP));
            double[] below = gradient(backend(), sample, k, moved(at, direction.toDoubles(), -STEP));
            for (int i = 0; i < product.length; i++) {
                close(
                        sample + ": Hessian–vector product in argument " + k + ", element " + i,
                        product[i],
                        (above[i] - below[i]) / (2 * STEP));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    final void gradientsAreTheOracles(Sample sample) {
        eachArgument(sample, k -> {
            HostArray at = sample.inputs().get(k);
            for (DType dtype : Domains.FLOATING) {
                // The arguments as the type holds them, so that their rounding is not the kernels' error.
                Sample typed = sample.as(dtype);
                Sample widened = typed.as(DType.FLOAT64);
                HostArray expected = HostArray.wrap(
                        gradient(oracle(), widened, k, widened.inputs().get(k)), at.shape());
                Bound bound = Bound.roundings(ROUNDINGS, sensitivity(widened, k, expected), dtype);
                double[] actual = gradient(backend(), typed, k, typed.inputs().get(k));
                new Trial(
                                sample + " " + dtype + ": derivative in argument " + k,
                                List.of(typed.inputs().get(k)))
                        .compare(expected, HostArray.wrap(actual, at.shape()), bound);
            }
        });
    }

    /**
     * What each element of a gradient would change by if all arguments changed by their own size: itself, and the largest change seen in
     * some patterns of signs. A bound relative to it is tight where the derivative is small, and wide where it is badly conditioned.
     */
    private HostArray sensitivity(Sample sample, int k, HostArray gradient) {
        double[] largest = gradient.toDoubles();
        for (int i = 0; i < largest.length; i++) {
            largest[i] = Math.abs(largest[i]);
        }
        for (int pattern = 1; pattern <= PATTERNS; pattern++) {
            Sample moved = sample.scaled(PERTURBATION, pattern);
            double[] there = gradient(oracle(), moved, k, moved.inputs().get(k));
            for (int i = 0; i < largest.length; i++) {
                largest[i] += Math.abs(there[i] - gradient.doubleAt(i)) / PERTURBATION;
            }
        }
        return HostArray.wrap(largest, gradient.shape());
    }

    @Test
    final void gradientCallsLeaveNothingBehind() {
        long before = backend().liveArrays();
        for (Sample sample : Catalogue.differentiable()) {
            eachDifferentiable(
                    sample, k -> gradient(backend(), sample, k, sample.inputs().get(k)));
            assertThat(backend().liveArrays())
                    .as("live arrays after the gradient of %s", sample)
                    .isEqualTo(before);
        }
    }

    private void eachArgument(Sample sample, Argument test) {
        if (eachDifferentiable(sample, test) == 0) {
            abort(sample + ": core records no derivative");
        }
    }

    /** Where core knows no derivative in an argument, a backend has nothing to show. */
    private static int eachDifferentiable(Sample sample, Argument test) {
        int tested = 0;
        for (int k = 0; k < sample.inputs().size(); k++) {
            if (sample.inputs().get(k).dtype().isFloating()) {
                try {
                    test.check(k);
                    tested++;
                } catch (UnsupportedOperationException noDerivative) {
                    assertThat(noDerivative).hasMessageContaining("no recorded derivative");
                }
            }
        }
        return tested;
    }

    private static double[] gradient(Backend backend, Sample sample, int k, HostArray at) {
        try (Scope scope = Scope.open()) {
            return Gradients.gradient(loss(backend, sample, k))
                    .at(backend.of(at))
                    .toDoubles();
        }
    }

    private double loss(Sample sample, int k, HostArray at) {
        try (Scope scope = Scope.open()) {
            return loss(backend(), sample, k).apply(backend().of(at)).item();
        }
    }

    /** The result's elements with different weights, as one number, as a function of argument {@code k}. */
    private static UnaryOperator<Tensor> loss(Backend backend, Sample sample, int k) {
        List<Tensor> inputs = sample.on(backend);
        return point -> {
            List<Tensor> arguments = new ArrayList<>(inputs);
            arguments.set(k, point);
            Tensor result = sample.function().apply(arguments);
            HostArray weights = Points.between(result.shape(), 0.5, 1.5);
            return result.times(backend.of(Elements.of(result.dtype(), result.shape(), weights.toDoubles())))
                    .sum();
        };
    }

    private static HostArray moved(HostArray at, double[] direction, double distance) {
        double[] values = at.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] += distance * direction[i];
        }
        return HostArray.wrap(values, at.shape());
    }

    private static void close(String what, double derivative, double difference) {
        assertThat(Math.abs(derivative - difference))
                .as("%s: %s, but central differences give %s", what, derivative, difference)
                .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(difference));
    }

    @FunctionalInterface
    private interface Argument {
        void check(int k);
    }
}
