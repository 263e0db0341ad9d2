package io.surprisal.distributions.family;

import java.util.function.DoubleUnaryOperator;

/**
 * Where an increasing function of one number is 0, by a {@link RootSearch}. About ten evaluations near the guess, at most a
 * few hundred at any scale.
 */
public final class MonotoneRoot {
    private MonotoneRoot() {}

    /**
     * {@return the root of an increasing function}
     *
     * @param f the function, increasing; −∞ and +∞ are values like others
     * @param slope its derivative, positive; what is not finite is not used
     * @param low the lower end of the bracket; f need not be computable there
     * @param high the upper end
     * @param guess where to begin, between the ends
     */
    public static double of(DoubleUnaryOperator f, DoubleUnaryOperator slope, double low, double high, double guess) {
        RootSearch search = new RootSearch(low, high, guess);
        for (int i = 0; i < RootSearch.LONGEST && !search.isDone(); i++) {
            double x = search.x();
            search.next(f.applyAsDouble(x), slope.applyAsDouble(x));
        }
        return search.x();
    }
}
