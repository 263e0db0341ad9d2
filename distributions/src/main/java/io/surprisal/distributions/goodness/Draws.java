package io.surprisal.distributions.goodness;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/** What the tests do with draws first. */
final class Draws {
    private Draws() {}

    /** A sorted copy. */
    static double[] sorted(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            throw new IllegalArgumentException("goodness of fit: there are no draws. Pass at least one.");
        }
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(
                    "goodness of fit: a draw is NaN. Look for the reason where it was drawn.");
        }
        return sorted;
    }

    static Tensor vector(Univariate law, double[] elements) {
        return law.backend()
                .of(HostArray.wrap(elements, Shape.of(elements.length)))
                .cast(law.dtype());
    }
}
