package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.AdaptiveIntegral;
import io.surprisal.distributions.family.CentralMoments;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.tensor.ElementFunction;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Moments of X = 1/(1 + e⁻ʸ), Y = c + sZ, as functions of c and s, for a Z of a known density; by quadrature over Z, in pieces that end where Y is
 * 0 and where X has come near 0 and 1.
 */
final class SigmoidMoments {
    /** Of a standard normal Z. */
    static final SigmoidMoments OF_NORMAL =
            new SigmoidMoments("LogitNormal", z -> -0.5 * z * z - MillsRatio.HALF_LOG_TWO_PI, 9.8);

    /** Of a standard logistic Z. */
    static final SigmoidMoments OF_LOGISTIC =
            new SigmoidMoments("RelaxedBernoulli", z -> -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z))), 50);

    /** Where pieces end, in logits. */
    private static final double[] LOGITS = {-40, -6, 0, 6, 40};

    private final DoubleUnaryOperator logDensity;
    private final double reach;
    private final CentralMoments moments;
    private final ElementFunction logSlope;

    private SigmoidMoments(String name, DoubleUnaryOperator logDensity, double reach) {
        this.logDensity = logDensity;
        this.reach = reach;
        moments = CentralMoments.of(
                name,
                2,
                p -> sigmoid(p[0]),
                (of, p) -> expectation(y -> of.applyAsDouble(distance(y, p[0])), p[0], p[1]));
        logSlope =
                NumericSlope.function(name + " entropy", 2, p -> expectation(SigmoidMoments::logOfSlope, p[0], p[1]));
    }

    CentralMoments moments() {
        return moments;
    }

    /** E[log X(1 − X)], by which the entropy of X exceeds that of Y. */
    ElementFunction logSlope() {
        return logSlope;
    }

    private double expectation(DoubleUnaryOperator ofLogit, double center, double scale) {
        double[] ends = new double[LOGITS.length + 3];
        ends[0] = -reach;
        ends[1] = 0;
        ends[2] = reach;
        for (int i = 0; i < LOGITS.length; i++) {
            ends[i + 3] = Math.max(-reach, Math.min(reach, (LOGITS[i] - center) / scale));
        }
        Arrays.sort(ends);
        return AdaptiveIntegral.over(
                z -> ofLogit.applyAsDouble(center + scale * z) * Math.exp(logDensity.applyAsDouble(z)), ends);
    }

    private static double logOfSlope(double y) {
        return -Math.abs(y) - 2 * Math.log1p(Math.exp(-Math.abs(y)));
    }

    private static double sigmoid(double y) {
        return 1 / (1 + Math.exp(-y));
    }

    /** σ(y) − σ(c) without a difference of close numbers. */
    private static double distance(double y, double center) {
        return y > center
                ? -sigmoid(y) * sigmoid(-center) * Math.expm1(center - y)
                : sigmoid(center) * sigmoid(-y) * Math.expm1(y - center);
    }
}
