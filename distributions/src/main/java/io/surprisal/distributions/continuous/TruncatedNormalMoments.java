package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.GaussLegendre;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/**
 * Moments of the standardised distance from the anchor of {@link TruncatedNormalEnds}, as functions of near, far and side, by quadrature
 * where the density is not negligible.
 */
final class TruncatedNormalMoments {
    static final ElementFunction MEAN = withNumericSlopes("truncated normal mean", x -> mean(x[0], x[1], x[2]));
    static final ElementFunction VARIANCE =
            withNumericSlopes("truncated normal variance", x -> variance(x[0], x[1], x[2]));

    /** Farther than this from the mode lies a probability of 1e-20. */
    private static final double REACH = 9.5;

    private static final int PANELS = 6;

    private TruncatedNormalMoments() {}

    /** The mean distance from the near end, at side ±1. */
    static double meanFromEnd(double near, double far) {
        return mean(near, far, 1);
    }

    /** E[Z] or E[Z²] of Z = (X − mean)/scale, for X of the normal distribution between two ends. */
    static double ofInterval(int order, double mean, double scale, double low, double high) {
        double side = low >= mean ? 1 : high <= mean ? -1 : 0;
        double near = (side < 0 ? mean - high : low - mean) / scale;
        double far = (side == 0 ? high - mean : high - low) / scale;
        double anchor = side * near;
        double first = mean(near, far, side);
        return order == 1 ? anchor + first : anchor * (anchor + 2 * first) + first * first + variance(near, far, side);
    }

    private static double mean(double near, double far, double side) {
        return expectation(near, far, side, t -> t);
    }

    private static double variance(double near, double far, double side) {
        double mean = mean(near, far, side);
        return expectation(near, far, side, t -> (t - mean) * (t - mean));
    }

    private static double expectation(double near, double far, double side, DoubleUnaryOperator of) {
        double logMass = TruncatedNormalEnds.logMass(near, far, side);
        double reach = side == 0 ? REACH : REACH * REACH / (near + Math.sqrt(near * near + REACH * REACH));
        double low = side == 0 ? near : Math.min(0, side * far);
        double high = side == 0 ? far : Math.max(0, side * far);
        double pull = side * near;
        return GaussLegendre.integral(
                t -> of.applyAsDouble(t) * Math.exp(-t * (0.5 * t + pull) - logMass),
                Math.max(low, -reach),
                Math.min(high, reach),
                PANELS);
    }

    private static ElementFunction withNumericSlopes(String name, ElementFunction.Values values) {
        return ElementFunction.of(name, 3, values)
                .withSlopes(slope(name, values, 0), slope(name, values, 1), (x, y) -> y.times(0));
    }

    private static ElementFunction.Slope slope(String name, ElementFunction.Values values, int k) {
        ElementFunction slope = ElementFunction.of(
                name + " slope",
                3,
                x -> NumericSlope.of(
                        moved -> {
                            double[] shape = x.clone();
                            shape[k] = moved;
                            return values.at(shape);
                        },
                        x[k]));
        return (x, y) -> slope.of(x.toArray(new Tensor[0]));
    }
}
