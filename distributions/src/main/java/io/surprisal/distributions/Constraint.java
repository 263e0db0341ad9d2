package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What the elements of a parameter must be, on a tensor and on one number. */
enum Constraint {
    /** A location or logit. */
    FINITE,
    /** A scale, rate or concentration. */
    POSITIVE,
    /** A probability, its ends included. */
    PROBABILITY;

    /** Whether each element is inside, as BOOL; false for NaN. */
    Tensor holds(Tensor x) {
        return switch (this) {
            case FINITE -> x.isFinite();
            case POSITIVE -> x.greater(0).and(x.isFinite());
            case PROBABILITY -> x.greaterEqual(0).and(x.lessEqual(1));
        };
    }

    /** The rule that a number breaks, in words after "must be"; null if it breaks none. */
    @Nullable
    String brokenBy(double x) {
        return switch (this) {
            case FINITE -> Double.isFinite(x) ? null : "finite";
            case POSITIVE -> x > 0 ? (x == Double.POSITIVE_INFINITY ? "finite" : null) : "positive";
            case PROBABILITY -> x >= 0 && x <= 1 ? null : "in [0, 1]";
        };
    }
}
