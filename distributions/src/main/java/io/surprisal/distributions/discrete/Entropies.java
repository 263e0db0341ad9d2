package io.surprisal.distributions.discrete;

import java.util.function.DoubleUnaryOperator;

/** −Σ p log p of counts without a closed form. */
final class Entropies {
    /** More outcomes than that take seconds to sum over. */
    private static final double MOST = 1e9;

    private Entropies() {}

    /** Over the whole numbers from one end to the other, beyond which nothing counts; summed with compensation, NaN for more than 10⁹. */
    static double ofMasses(double from, double to, DoubleUnaryOperator logMass) {
        if (!(to - from <= MOST)) {
            return Double.NaN;
        }
        double sum = 0;
        double lost = 0;
        for (double k = from; k <= to; k++) {
            double log = logMass.applyAsDouble(k);
            double term = log == Double.NEGATIVE_INFINITY ? -lost : -Math.exp(log) * log - lost;
            double next = sum + term;
            lost = (next - sum) - term;
            sum = next;
        }
        return sum;
    }
}
