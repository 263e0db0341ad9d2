package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.GaussLegendre;
import io.surprisal.tensor.ElementFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Moments of the standardised distance from the anchor of {@link TruncatedNormalEnds}, as functions of near, far and side, by quadrature
 * where the density is not negligible.
 */
final class TruncatedNormalMoments {
    static final ElementFunction MEAN = function("mean", TruncatedNormalMoments::mean);
    static final ElementFunction VARIANCE = function("variance", TruncatedNormalMoments::variance);
    static final ElementFunction SKEWNESS = function("skewness", TruncatedNormalMoments::skewness);
    static final ElementFunction KURTOSIS = function("kurtosis", TruncatedNormalMoments::kurtosis);

    /** Farther than this from the mode lies a probability of 1e-25, which to the fourth power of the distance adds 1e-19. */
    private static final double REACH = 10.5;

    private static final int PANELS = 6;

    private TruncatedNormalMoments() {}

    /** The side is no number to differentiate in: its slope is 0. */
    private static ElementFunction function(String name, ElementFunction.Ternary values) {
        String full = "truncated normal " + name;
        ElementFunction numeric = NumericSlope.function(full, 3, x -> values.at(x[0], x[1], x[2]));
        return ElementFunction.of(full, values)
                .withSlopes((x, y) -> numeric.slope(0, x, y), (x, y) -> numeric.slope(1, x, y), (x, y) -> y.times(0));
    }

    /** The mean distance from the near end, at side ±1. */
    static double meanFromEnd(double near, double far) {
        return mean(near, far, 1);
    }

    /** E[Z] or E[Z²] of Z = (X − mean)/scale, for X of the normal distribution between two ends. */
    static double ofInterval(int order, double mean, double scale, double low, double high) {
        double side = low >= mean ? 1 : high <= mean ? -1 : 0;
        double near = (side < 0 ? mean - high : low - mean) / scale;
        double far = (side == 0 ? high - mean : high - low) / scale;
        double anchor = side == 0 ? 0 : side * near;
        double first = mean(near, far, side);
        return order == 1 ? anchor + first : anchor * (anchor + 2 * first) + first * first + variance(near, far, side);
    }

    private static double mean(double near, double far, double side) {
        return expectation(near, far, side, t -> t);
    }

    private static double variance(double near, double far, double side) {
        return central(2, near, far, side, 1);
    }

    private static double skewness(double near, double far, double side) {
        double unit = unit(near, side);
        double variance = central(2, near, far, side, unit);
        return central(3, near, far, side, unit) / (variance * Math.sqrt(variance));
    }

    private static double kurtosis(double near, double far, double side) {
        double unit = unit(near, side);
        double variance = central(2, near, far, side, unit);
        return central(4, near, far, side, unit) / (variance * variance) - 3;
    }

    /** About the distance over which the density falls, a power of two, in multiples of which powers do not underflow. */
    private static double unit(double near, double side) {
        return side == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(near + 1));
    }

    private static double central(int order, double near, double far, double side, double unit) {
        double mean = mean(near, far, side);
        return expectation(near, far, side, t -> Math.pow((t - mean) / unit, order));
    }

    private static double expectation(double near, double far, double side, DoubleUnaryOperator of) {
        double reach = side == 0 ? REACH : REACH * REACH / (near + Math.sqrt(near * near + REACH * REACH));
        double low = side == 0 ? near : Math.min(0, side * far);
        double high = side == 0 ? far : Math.max(0, side * far);
        double pull = side == 0 ? 0 : side * near;
        double from = Math.max(low, -reach);
        double to = Math.min(high, reach);
        DoubleUnaryOperator weight = t -> Math.exp(-t * (0.5 * t + pull));
        // Over the same sum of the weights, whose error is then that of both.
        return GaussLegendre.integral(t -> of.applyAsDouble(t) * weight.applyAsDouble(t), from, to, PANELS)
                / GaussLegendre.integral(weight, from, to, PANELS);
    }
}
