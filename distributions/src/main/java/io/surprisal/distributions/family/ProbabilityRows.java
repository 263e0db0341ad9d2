package io.surprisal.distributions.family;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;

/** Checks of rows along a parameter's last axis, each reduced to one number; skipped inside gradient calls, as in {@link Argument}. */
public final class ProbabilityRows {
    /** What numbers written with six digits, or a long sum in FLOAT32, may miss 1 by. */
    private static final double TOLERANCE_OF_FLOAT32 = 1e-5;

    private static final double TOLERANCE_OF_FLOAT64 = 1e-9;

    private ProbabilityRows() {}

    /**
     * Checks that each row is a distribution.
     *
     * @param parameter probabilities
     * @throws IllegalArgumentException naming the first row whose sum is not 1, and its sum
     */
    public static void requireSumOne(Argument parameter) {
        double tolerance = parameter.tensor().dtype() == DType.FLOAT32 ? TOLERANCE_OF_FLOAT32 : TOLERANCE_OF_FLOAT64;
        require(
                parameter,
                x -> x.sum(-1),
                sum -> Math.abs(sum - 1) <= tolerance,
                " must sum to 1, but the sum is ",
                ". Divide each row by its sum.");
    }

    /**
     * Checks that each row has a softmax.
     *
     * @param parameter logits
     * @throws IllegalArgumentException naming the first row with a NaN or +∞, or with nothing but −∞
     */
    public static void requireFiniteMaximum(Argument parameter) {
        require(
                parameter,
                x -> x.max(-1),
                Double::isFinite,
                " must be less than +∞ with at least one above −∞, but the largest is ",
                ". Look for an overflow before.");
    }

    private static void require(
            Argument parameter, UnaryOperator<Tensor> reduced, DoublePredicate holds, String rule, String advice) {
        if (parameter.tensor().shape().isEmpty() || parameter.isTraced()) {
            return;
        }
        double[][] numbers = new double[1][];
        Scope.run(() -> numbers[0] = reduced.apply(parameter.tensor()).toDoubles());
        for (int i = 0; i < numbers[0].length; i++) {
            if (!holds.test(numbers[0][i])) {
                Shape rows =
                        parameter.tensor().shape().axes(0, parameter.tensor().rank() - 1);
                throw new IllegalArgumentException(
                        parameter.family() + ": " + parameter.name() + rows.placeOf(i) + rule + numbers[0][i] + advice);
            }
        }
    }
}
