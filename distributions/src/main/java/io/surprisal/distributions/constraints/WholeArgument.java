package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;

/** The whole numbers that outcomes were made of, found again where arithmetic has moved them by a few units in the last place. */
public final class WholeArgument {
    private static final double ULPS = 16;

    private WholeArgument() {}

    /**
     * {@return the x with f(x) = y; of a map of numbers the whole number close by, where there is one}
     *
     * @param map f
     * @param y values of f
     * @param rounding the element type of outcomes, which may be coarser than that of y
     */
    public static Tensor of(Bijector map, Tensor y, DType rounding) {
        Tensor x = map.inverse(y);
        if (map.domainRank() > 0) {
            return x;
        }
        Tensor whole = x.stopGradient().round();
        double unit = ULPS * (rounding == DType.FLOAT32 ? 0x1p-23 : 0x1p-52);
        Tensor distance = map.forward(whole).minus(y).abs();
        return Tensor.where(distance.lessEqual(y.abs().times(unit)), whole, x);
    }
}
