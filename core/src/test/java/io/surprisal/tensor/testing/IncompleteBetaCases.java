package io.surprisal.tensor.testing;

import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.IncompleteBetaInverse;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** The incomplete beta functions. */
final class IncompleteBetaCases {
    private IncompleteBetaCases() {}

    static List<SpecialCase> all() {
        return List.of(
                new SpecialCase(
                        SpecialOp.BETA_LOWER,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaLower(x.get(0), x.get(1)),
                        x -> IncompleteBeta.lower(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.3, 0.7, 0.6, 0.4))),
                new SpecialCase(
                        SpecialOp.BETA_UPPER,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaUpper(x.get(0), x.get(1)),
                        x -> IncompleteBeta.upper(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.3, 0.7, 0.6, 0.4))),
                new SpecialCase(
                        SpecialOp.BETA_LOG_LOWER,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaLogLower(x.get(0), x.get(1)),
                        x -> IncompleteBeta.logLower(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.3, 0.7, 0.6, 0.4))),
                new SpecialCase(
                        SpecialOp.BETA_LOG_UPPER,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaLogUpper(x.get(0), x.get(1)),
                        x -> IncompleteBeta.logUpper(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.3, 0.7, 0.6, 0.4))),
                new SpecialCase(
                        SpecialOp.BETA_LOWER_INVERSE,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaLowerInverse(x.get(0), x.get(1)),
                        x -> IncompleteBetaInverse.ofLower(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.35, 0.6, 0.8, 0.9))),
                new SpecialCase(
                        SpecialOp.BETA_UPPER_INVERSE,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaUpperInverse(x.get(0), x.get(1)),
                        x -> IncompleteBetaInverse.ofUpper(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.35, 0.6, 0.8, 0.9))),
                new SpecialCase(
                        SpecialOp.BETA_LOG_LOWER_INVERSE,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaLogLowerInverse(x.get(0), x.get(1)),
                        x -> IncompleteBetaInverse.ofLogLower(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(-4, -1.2, -0.6, -0.2, -0.05))),
                new SpecialCase(
                        SpecialOp.BETA_LOG_UPPER_INVERSE,
                        List.of(1, 1, 2),
                        x -> x.get(2).betaLogUpperInverse(x.get(0), x.get(1)),
                        x -> IncompleteBetaInverse.ofLogUpper(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(-4, -1.2, -0.6, -0.2, -0.05))),
                new SpecialCase(
                        SpecialOp.BETA_FIRST_SHAPE_DERIVATIVE,
                        List.of(0, 0, 2),
                        x -> x.get(2).betaFirstShapeDerivative(x.get(0), x.get(1)),
                        x -> IncompleteBeta.firstShapeDerivative(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.3, 0.7, 0.6, 0.4))),
                new SpecialCase(
                        SpecialOp.BETA_SECOND_SHAPE_DERIVATIVE,
                        List.of(0, 0, 2),
                        x -> x.get(2).betaSecondShapeDerivative(x.get(0), x.get(1)),
                        x -> IncompleteBeta.secondShapeDerivative(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(0.1, 0.3, 0.7, 0.6, 0.4))),
                new SpecialCase(
                        SpecialOp.BETA_LOGIT_QUANTILE_FIRST_SHAPE_DERIVATIVE,
                        List.of(0, 0, 2),
                        x -> x.get(2).betaLogitQuantileFirstShapeDerivative(x.get(0), x.get(1)),
                        x -> IncompleteBeta.logitQuantileFirstShapeDerivative(x[0], x[1], x[2]),
                        List.of(of(0.4, 0.9, 2.5, 7, 30), of(0.7, 2.2, 0.6, 4, 55), of(-2, -0.7, 0.4, 1.5, -0.3))));
    }

    private static double[] of(double... values) {
        return values;
    }
}
