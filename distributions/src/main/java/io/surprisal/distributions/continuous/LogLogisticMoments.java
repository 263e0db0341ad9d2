package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.AdaptiveIntegral;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.tensor.ElementFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Standardised moments of exp(Z/a) with a standard logistic Z. E[exp(kZ/a)] = kb/sin kb with b = π/a, of which differences are formed where a
 * is small; where it is large they would cancel, and the central moments are integrals over Z.
 */
final class LogLogisticMoments {
    /** Of a, above 3. */
    static final ElementFunction SKEWNESS = NumericSlope.function("LogLogistic skewness", LogLogisticMoments::skewness);

    /** Of a, above 4. */
    static final ElementFunction KURTOSIS = NumericSlope.function("LogLogistic kurtosis", LogLogisticMoments::kurtosis);

    /** Where a is large. */
    private static final double LARGE = 5;

    /** Where exp(4z/a − z) has vanished for all large a. */
    private static final double REACH = 250;

    private LogLogisticMoments() {}

    private static double skewness(double a) {
        double variance = central(2, a);
        return central(3, a) / (variance * Math.sqrt(variance));
    }

    private static double kurtosis(double a) {
        double variance = central(2, a);
        return central(4, a) / (variance * variance) - 3;
    }

    private static double central(int order, double a) {
        if (a > LARGE) {
            // In units of 1/a, powers of which would underflow.
            double mean = integral(z -> a * Math.expm1(z / a));
            return integral(z -> Math.pow(a * Math.expm1(z / a) - mean, order));
        }
        double first = raw(1, a);
        double second = raw(2, a);
        return switch (order) {
            case 2 -> second - first * first;
            case 3 -> raw(3, a) - first * (3 * second - 2 * first * first);
            default -> raw(4, a) - first * (4 * raw(3, a) - first * (6 * second - 3 * first * first));
        };
    }

    private static double raw(int order, double a) {
        double angle = order * Math.PI / a;
        return angle / Math.sin(angle);
    }

    private static double integral(DoubleUnaryOperator of) {
        return AdaptiveIntegral.over(
                z -> of.applyAsDouble(z) * Math.exp(-Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z)))),
                -REACH,
                -10,
                0,
                10,
                REACH);
    }
}
