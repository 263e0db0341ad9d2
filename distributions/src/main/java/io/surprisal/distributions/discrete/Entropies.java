package io.surprisal.distributions.discrete;

import java.util.function.DoubleUnaryOperator;

/** −Σ p log p of counts without a closed form. */
final class Entropies {
    private Entropies() {}

    /** Over the whole numbers from one end to the other, beyond which nothing counts, with the likeliest ones in the middle. */
    static double ofMasses(double from, double middle, double to, DoubleUnaryOperator logMass) {
        return SmoothSum.of(from, middle, to, k -> {
            double log = logMass.applyAsDouble(k);
            return log == Double.NEGATIVE_INFINITY ? 0 : -Math.exp(log) * log;
        });
    }
}
