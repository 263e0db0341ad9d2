package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * Sums, differences and products of numbers that are kept as logarithms, element by element.
 *
 * <p>Arguments have this tensor's floating dtype and backend, and broadcast; others are refused with an {@link
 * IllegalArgumentException}. Values are computed in double precision, with the special values and the measured accuracy
 * that {@link io.surprisal.special.LogSpace} states.
 */
public sealed interface LogSpaceMath permits SpecialMath {
    /**
     * log(1 − eˣ), the logarithm of the complement of a probability, for x ≤ 0: −∞ at 0, −0 at −∞, NaN above 0.
     *
     * <p>Its derivative is −eˣ/(1 − eˣ).
     *
     * @return log(1 − eˣ)
     */
    default Tensor log1mexp() {
        return Tensor.special(SpecialOp.LOG1MEXP, List.of((Tensor) this));
    }

    /**
     * log(eˣ + eʸ), which overflows nowhere: the other one where either is −∞, +∞ where either is +∞.
     *
     * <p>Its derivatives are the shares of the terms, σ(x − y) and σ(y − x); ½ each where both are the same infinity.
     *
     * @param y the other logarithm
     * @return log(eˣ + eʸ)
     */
    default Tensor logAddExp(Tensor y) {
        return Tensor.special(SpecialOp.LOG_ADD_EXP, List.of((Tensor) this, y));
    }

    /**
     * log(eˣ − eʸ) for x ≥ y: −∞ at x = y, NaN below.
     *
     * <p>Its derivatives are 1/(1 − e^(y−x)) and −e^(y−x)/(1 − e^(y−x)).
     *
     * @param y the logarithm that is taken off, at most x
     * @return log(eˣ − eʸ)
     */
    default Tensor logDiffExp(Tensor y) {
        return Tensor.special(SpecialOp.LOG_DIFF_EXP, List.of((Tensor) this, y));
    }

    /**
     * x log y, which is 0 at x = 0 for every y that is not NaN; elsewhere y ≥ 0.
     *
     * <p>Its derivatives are log y, and x/y with 0 for 0/0.
     *
     * @param y the argument of the logarithm
     * @return x log y
     */
    default Tensor xlogy(Tensor y) {
        return Tensor.special(SpecialOp.XLOGY, List.of((Tensor) this, y));
    }

    /**
     * x log(1 + y), which is 0 at x = 0 for every y that is not NaN; elsewhere y ≥ −1.
     *
     * <p>Its derivatives are log(1 + y), and x/(1 + y) with 0 for 0/0.
     *
     * @param y the argument of the logarithm less one
     * @return x log(1 + y)
     */
    default Tensor xlog1py(Tensor y) {
        return Tensor.special(SpecialOp.XLOG1PY, List.of((Tensor) this, y));
    }
}
