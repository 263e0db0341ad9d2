package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.SpecialOp;
import java.util.List;

/** Derivative rules of the special functions: cotangent g, arguments x, result y. */
final class SpecialDerivatives {
    /** 2/√π. */
    private static final double TWO_OVER_ROOT_PI = 1.12837916709551257390;

    private SpecialDerivatives() {}

    static void pullBack(SpecialOp op, Tensor g, List<Tensor> x, Tensor y, Pullback.Operands to) {
        switch (op) {
            case ERF -> to.give(0, () -> g.times(gaussian(x.get(0))));
            case ERFC -> to.give(0, () -> g.times(gaussian(x.get(0))).neg());
            case LOG_GAMMA ->
                throw new UnsupportedOperationException(
                        "logGamma: of shape " + y.shape() + " has no recorded derivative.");
        }
    }

    private static Tensor gaussian(Tensor x) {
        return x.square().neg().exp().times(TWO_OVER_ROOT_PI);
    }
}
