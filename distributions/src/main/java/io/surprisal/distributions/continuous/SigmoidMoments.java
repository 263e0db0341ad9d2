package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.AdaptiveIntegral;
import io.surprisal.distributions.family.CentralMoments;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.tensor.ElementFunction;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Moments of X = 1/(1 + e⁻ʸ), Y = c + sZ, as functions of c and s, for a symmetric Z of a known density; by quadrature over Z, in pieces that
 * end where Y is 0 and where X has come near 0 and 1.
 *
 * <p>1 − X is the variable of −c, so that distances are computed for c = −m, m ≥ 0, where X may be as small as e⁻ᵐ: in multiples of about the
 * root of E[X²], by logarithms that do not cancel.
 */
final class SigmoidMoments {
    /** Below it exp(4sz − z) falls at least half as fast as exp(−z). */
    private static final double SLOW = 0.125;

    /** Of a standard normal Z, with which exp(ksz − z²/2) is largest at ks. */
    static final SigmoidMoments OF_NORMAL = new SigmoidMoments(
            "LogitNormal",
            z -> -0.5 * z * z - MillsRatio.HALF_LOG_TWO_PI,
            9.8,
            (m, s) -> Math.min(4 * s, m / s),
            (m, s) -> 2 * s * s <= m ? s * s : m - 0.25 * (m / s) * (m / s));

    /** Of a standard logistic Z, with which exp(ksz − z) grows until X is near 1, or not at all. */
    static final SigmoidMoments OF_LOGISTIC = new SigmoidMoments(
            "RelaxedBernoulli",
            z -> -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z))),
            50,
            (m, s) -> s < SLOW ? Math.min(m / s, 50) : m / s,
            (m, s) -> s <= 0.5 ? 0 : m - 0.5 * m / s);

    /** Where pieces end, in logits. */
    private static final double[] LOGITS = {-40, -6, 0, 6, 40};

    /** Of m and s. */
    @FunctionalInterface
    private interface OfPlace {
        double at(double m, double s);
    }

    private final DoubleUnaryOperator logDensity;
    private final double reach;
    private final OfPlace further;
    private final OfPlace logGain;
    private final CentralMoments moments;
    private final ElementFunction logSlope;

    /**
     * Moments.
     *
     * @param name the family's name in messages
     * @param logDensity of Z
     * @param reach what is beyond it has no share in E[1]
     * @param further by how much the reach above is larger for E[X⁴]
     * @param logGain about ½ log E[X²] + m, for s above 1
     */
    private SigmoidMoments(
            String name, DoubleUnaryOperator logDensity, double reach, OfPlace further, OfPlace logGain) {
        this.logDensity = logDensity;
        this.reach = reach;
        this.further = further;
        this.logGain = logGain;
        moments = CentralMoments.of(
                name, 2, p -> sigmoid(p[0]), p -> Math.exp(logUnit(Math.abs(p[0]), p[1])), this::ofDistance);
        logSlope = NumericSlope.function(
                name + " entropy", 2, p -> integral(z -> logOfSlope(p[0] + p[1] * z), -reach, reach, p[0], p[1]));
    }

    CentralMoments moments() {
        return moments;
    }

    /** E[log X(1 − X)], by which the entropy of X exceeds that of Y. */
    ElementFunction logSlope() {
        return logSlope;
    }

    private double logUnit(double m, double s) {
        return -m - logOfUnits(m, s);
    }

    /** log(e⁻ᵐ/unit). Where s is small, distances are like s. */
    private double logOfUnits(double m, double s) {
        return -logGain.at(m, s) - Math.log(Math.min(1, s));
    }

    /** Of z and −z together, so that what is symmetric has no skewness from rounding. */
    private double ofDistance(DoubleUnaryOperator of, double[] p) {
        double m = Math.abs(p[0]);
        double s = p[1];
        double sign = p[0] > 0 ? -1 : 1;
        double log = logOfUnits(m, s);
        return integral(
                z -> of.applyAsDouble(sign * distance(s * z, m, log))
                        + of.applyAsDouble(sign * distance(-s * z, m, log)),
                0,
                reach + further.at(m, s),
                m,
                s);
    }

    private double integral(DoubleUnaryOperator ofZ, double low, double high, double center, double scale) {
        double[] ends = new double[2 * LOGITS.length + 4];
        ends[0] = low;
        ends[1] = 0;
        ends[2] = reach;
        ends[3] = high;
        for (int i = 0; i < LOGITS.length; i++) {
            double end = (LOGITS[i] - center) / scale;
            ends[2 * i + 4] = Math.max(low, Math.min(high, end));
            ends[2 * i + 5] = Math.max(low, Math.min(high, -end));
        }
        Arrays.sort(ends);
        return AdaptiveIntegral.over(
                z -> {
                    double density = Math.exp(logDensity.applyAsDouble(z));
                    // Where the density has underflowed, a power may have overflowed.
                    return density == 0 ? 0 : ofZ.applyAsDouble(z) * density;
                },
                ends);
    }

    private static double logOfSlope(double y) {
        return -Math.abs(y) - 2 * Math.log1p(Math.exp(-Math.abs(y)));
    }

    private static double sigmoid(double y) {
        return 1 / (1 + Math.exp(-y));
    }

    /** σ(t − m) − σ(−m) = (eᵗ − 1)e⁻ᵐ/((1 + e⁻ᵐ)(1 + eᵗ⁻ᵐ)) in units, of log(e⁻ᵐ/unit): no difference of close numbers, no overflow. */
    private static double distance(double t, double m, double log) {
        double ratio = t > 0
                ? -Math.expm1(-t) * Math.exp(Math.min(t, m) + log) / (1 + Math.exp(-Math.abs(t - m)))
                : Math.expm1(t) * Math.exp(log) / (1 + Math.exp(t - m));
        return ratio / (1 + Math.exp(-m));
    }
}
