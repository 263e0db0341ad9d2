package io.surprisal.tensor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.function.Function;

/** Gradients against central differences in FLOAT64. */
public final class FiniteDifferences {
    private static final double STEP = 1e-6;

    /** A difference quotient of step 1e-6 is good to about 1e-9 of the function's size. */
    private static final double RELATIVE = 1e-5;

    private static final double ABSOLUTE = 1e-7;

    private FiniteDifferences() {}

    /** Every element of the gradient at {@code point} agrees with a central difference. */
    public static void assertGradient(Function<Parameters, Tensor> function, Parameters point) {
        Parameters gradient = Gradients.valueAndGradient(function).at(point).gradient();
        point.asMap().forEach((name, tensor) -> {
            double[] slopes = gradient.get(name).toDoubles();
            double[] elements = tensor.toDoubles();
            for (int i = 0; i < elements.length; i++) {
                double difference =
                        (moved(function, point, name, i, STEP) - moved(function, point, name, i, -STEP)) / (2 * STEP);
                assertThat(Math.abs(slopes[i] - difference))
                        .as("∂/∂%s[%d]: %s, difference quotient %s", name, i, slopes[i], difference)
                        .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(difference));
            }
        });
    }

    private static double moved(
            Function<Parameters, Tensor> function, Parameters point, String name, int index, double by) {
        try (Scope scope = Scope.open()) {
            Tensor tensor = point.get(name);
            double[] elements = tensor.toDoubles();
            elements[index] += by;
            Tensor shifted = tensor.backend().of(elements).reshape(tensor.shape());
            return function.apply(point.with(name, shifted)).item();
        }
    }
}
