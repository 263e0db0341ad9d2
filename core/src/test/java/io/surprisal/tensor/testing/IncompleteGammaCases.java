package io.surprisal.tensor.testing;

import io.surprisal.special.IncompleteGamma;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** The incomplete gamma functions. */
final class IncompleteGammaCases {
    private IncompleteGammaCases() {}

    static List<SpecialCase> all() {
        return List.of(
                new SpecialCase(
                        SpecialOp.GAMMA_LOWER,
                        List.of(1, 2),
                        x -> x.get(1).gammaLower(x.get(0)),
                        x -> IncompleteGamma.lower(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(0.2, 1.3, 2.1, 11, 130))),
                new SpecialCase(
                        SpecialOp.GAMMA_UPPER,
                        List.of(1, 2),
                        x -> x.get(1).gammaUpper(x.get(0)),
                        x -> IncompleteGamma.upper(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(0.2, 1.3, 2.1, 11, 130))),
                new SpecialCase(
                        SpecialOp.GAMMA_LOG_LOWER,
                        List.of(1, 2),
                        x -> x.get(1).gammaLogLower(x.get(0)),
                        x -> IncompleteGamma.logLower(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(0.2, 1.3, 2.1, 11, 130))),
                new SpecialCase(
                        SpecialOp.GAMMA_LOG_UPPER,
                        List.of(1, 2),
                        x -> x.get(1).gammaLogUpper(x.get(0)),
                        x -> IncompleteGamma.logUpper(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(0.2, 1.3, 2.1, 11, 130))),
                new SpecialCase(
                        SpecialOp.GAMMA_LOWER_INVERSE,
                        List.of(1, 2),
                        x -> x.get(1).gammaLowerInverse(x.get(0)),
                        x -> IncompleteGamma.inverseLower(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(0.1, 0.35, 0.6, 0.8, 0.9))),
                new SpecialCase(
                        SpecialOp.GAMMA_UPPER_INVERSE,
                        List.of(1, 2),
                        x -> x.get(1).gammaUpperInverse(x.get(0)),
                        x -> IncompleteGamma.inverseUpper(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(0.1, 0.35, 0.6, 0.8, 0.9))),
                new SpecialCase(
                        SpecialOp.GAMMA_LOG_LOWER_INVERSE,
                        List.of(1, 2),
                        x -> x.get(1).gammaLogLowerInverse(x.get(0)),
                        x -> IncompleteGamma.inverseLogLower(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(-4, -1.2, -0.6, -0.2, -0.05))),
                new SpecialCase(
                        SpecialOp.GAMMA_LOG_UPPER_INVERSE,
                        List.of(1, 2),
                        x -> x.get(1).gammaLogUpperInverse(x.get(0)),
                        x -> IncompleteGamma.inverseLogUpper(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(-4, -1.2, -0.6, -0.2, -0.05))),
                new SpecialCase(
                        SpecialOp.GAMMA_SHAPE_DERIVATIVE,
                        List.of(0, 2),
                        x -> x.get(1).gammaShapeDerivative(x.get(0)),
                        x -> IncompleteGamma.shapeDerivative(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(0.2, 1.3, 2.1, 11, 130))),
                new SpecialCase(
                        SpecialOp.GAMMA_LOG_QUANTILE_SHAPE_DERIVATIVE,
                        List.of(0, 2),
                        x -> x.get(1).gammaLogQuantileShapeDerivative(x.get(0)),
                        x -> IncompleteGamma.logQuantileShapeDerivative(x[0], x[1]),
                        List.of(of(0.3, 0.9, 2.5, 14, 120), of(-2, 0.2, 0.9, 2.4, 4.8))));
    }

    private static double[] of(double... values) {
        return values;
    }
}
