package io.surprisal.contract;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/** A gradient against difference quotients. */
final class Differences {
    private static final double STEP = 1e-3;
    private static final double TOLERANCE = 1e-6;
    private static final int ELEMENTS = 12;

    private Differences() {}

    static void verify(Subject subject, String what, Tensor at, UnaryOperator<Tensor> function) {
        double[] gradient = Gradients.gradient(function).at(at).toDoubles();
        double value = function.apply(at).item();
        for (int i = 0; i < Math.min(ELEMENTS, gradient.length); i++) {
            double step = STEP * Math.max(1e-3, Math.min(1, Math.abs(at.toDoubles()[i])));
            double above = moved(function, at, i, step);
            double below = moved(function, at, i, -step);
            double near = (above - below) / (2 * step);
            double far = (moved(function, at, i, 2 * step) - moved(function, at, i, -2 * step)) / (4 * step);
            double right = (above - value) / step;
            double noise = 1e-12 * Math.max(1, Math.abs(value)) / step;
            // At a kink the slopes to both sides differ.
            boolean isSmooth =
                    Math.abs(right - near) <= 0.05 * Math.abs(near) + 0.05 * Math.abs(far) + 20 * noise + 2 * STEP;
            if (isSmooth && Double.isFinite(near) && Double.isFinite(far)) {
                double expected = (4 * near - far) / 3;
                double tolerance = TOLERANCE * Math.max(Math.abs(expected), 1e-3 * Math.abs(value))
                        + 10 * noise
                        + 1e-2 * Math.abs(near - far);
                Check.GRADIENTS.requireClose(
                        subject, "the derivative of " + what + ", element " + i, gradient[i], expected, tolerance);
            }
        }
    }

    private static double moved(UnaryOperator<Tensor> function, Tensor at, int i, double step) {
        double[] elements = at.toDoubles();
        elements[i] += step;
        return function.apply(at.backend().of(HostArray.wrap(elements, at.shape())))
                .item();
    }
}
