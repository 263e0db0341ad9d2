package io.surprisal.distributions.continuous;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The ends of truncated normal distributions in units of the scale, from where nothing is rounded off.
 *
 * @param anchor from where x is measured: the mean where it is inside, otherwise the end next to it
 * @param near the distance of the mean from the interval; the lower end less the mean where that is inside
 * @param far the length of the interval; the upper end less the mean where that is inside
 * @param side 1 where all is above the mean, −1 where all is below, 0 otherwise
 */
record TruncatedNormalEnds(Tensor anchor, Tensor near, Tensor far, Tensor side) {
    private static final ElementFunction LOG_MASS = ElementFunction.of(
                    "truncated normal mass", 3, x -> logMass(x[0], x[1], x[2]))
            .withSlopes(
                    (x, y) -> TruncatedNormalEnds.NEAR_SLOPE.of(x.toArray(new Tensor[0])),
                    (x, y) -> TruncatedNormalEnds.FAR_SLOPE.of(x.toArray(new Tensor[0])),
                    (x, y) -> y.times(0));

    private static final ElementFunction NEAR_SLOPE = ElementFunction.of(
            "truncated normal mass slope",
            3,
            x -> x[2] == 0
                    ? -Math.exp(-0.5 * x[0] * x[0] - logMass(x[0], x[1], 0))
                    : -TruncatedNormalMoments.meanFromEnd(x[0], x[1]));

    private static final ElementFunction FAR_SLOPE = ElementFunction.of(
            "truncated normal mass slope",
            3,
            x -> Math.exp(-x[1] * ((x[2] == 0 ? 0 : x[0]) + 0.5 * x[1]) - logMass(x[0], x[1], x[2])));

    /** In place of ∞, which times a slope of 0 is NaN. */
    private static final double FAR = 1e200;

    /** Of mean, scale, low and high. */
    static TruncatedNormalEnds of(List<Tensor> shape) {
        Tensor mean = shape.get(0);
        Tensor scale = shape.get(1);
        Tensor low = shape.get(2).maximum(-FAR);
        Tensor high = shape.get(3).minimum(FAR);
        Tensor isLeft = high.lessEqual(mean);
        Tensor isRight = low.greaterEqual(mean);
        Tensor zero = mean.backend().scalar(0, mean.dtype());
        Tensor near = Tensor.where(isLeft, mean.minus(high), low.minus(mean)).div(scale);
        Tensor far = Tensor.where(isLeft.or(isRight), high.minus(low), high.minus(mean))
                .div(scale);
        Tensor side = Tensor.where(isRight, zero.plus(1), Tensor.where(isLeft, zero.minus(1), zero));
        return new TruncatedNormalEnds(mean.maximum(low).minimum(high), near, far, side);
    }

    /** The logarithm of the integral of what the density is proportional to, relative to its value at the anchor. */
    Tensor logMass() {
        return at(LOG_MASS);
    }

    /** A function of near, far and side. */
    Tensor at(ElementFunction function) {
        return function.of(near, far, side);
    }

    static double logMass(double near, double far, double side) {
        return side == 0
                ? Math.log(MillsRatio.around(-near, far)) + MillsRatio.HALF_LOG_TWO_PI
                : Math.log(MillsRatio.interval(near, far));
    }
}
