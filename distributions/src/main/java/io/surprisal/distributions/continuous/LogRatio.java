package io.surprisal.distributions.continuous;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/** log(x/y) of positive numbers, to full relative accuracy also where x and y are close, and where their ratio overflows. */
final class LogRatio {
    private static final ElementFunction FUNCTION = ElementFunction.of("log ratio", LogRatio::of)
            .withSlopes(
                    (x, y) -> x.get(0).reciprocal(),
                    (x, y) -> x.get(1).reciprocal().neg());

    private LogRatio() {}

    static Tensor of(Tensor x, Tensor y) {
        return FUNCTION.of(x, y);
    }

    static double of(double x, double y) {
        // Within a factor of 2 the difference is exact.
        if (x >= 0.5 * y && x <= 2 * y) {
            return StrictMath.log1p((x - y) / y);
        }
        double ratio = x / y;
        boolean isNormal = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
        return isNormal ? StrictMath.log(ratio) : StrictMath.log(x) - StrictMath.log(y);
    }
}
