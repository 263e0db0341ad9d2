package io.surprisal.optim;

import org.jspecify.annotations.Nullable;

/**
 * A step along a direction of descent that satisfies the strong Wolfe conditions f(α) ≤ f(0) + c₁αf′(0) and |f′(α)| ≤ c₂|f′(0)|:
 * Nocedal and Wright, algorithms 3.5 (bracket) and 3.6 (zoom, with cubic interpolation kept off the ends).
 */
final class WolfeSearch {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int TRIALS = 30;

    private final FlatParameters loss;
    private final LossPoint start;
    private final double[] direction;
    private final double slope;

    WolfeSearch(FlatParameters loss, LossPoint start, double[] direction) {
        this.loss = loss;
        this.start = start;
        this.direction = direction;
        this.slope = start.slope(direction);
    }

    /** A trial step: its length, where it leads, and the slope along the direction there. */
    private record Trial(double length, LossPoint point, double slope) {}

    /** Where the step leads; null where none was found. */
    @Nullable
    LossPoint from(double firstLength) {
        Trial previous = new Trial(0, start, slope);
        double length = firstLength;
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = trial(length);
            if (!trial.point.isFinite()) {
                // Beyond the function's domain: back towards what is known to be inside.
                length = (previous.length + length) / 2;
                continue;
            }
            if (tooHigh(trial) || (i > 0 && trial.point.value() >= previous.point.value())) {
                return zoom(previous, trial);
            }
            if (flat(trial)) {
                return trial.point;
            }
            if (trial.slope >= 0) {
                return zoom(trial, previous);
            }
            previous = trial;
            length *= 2;
        }
        return previous.length > 0 ? previous.point : null;
    }

    /** Between the lowest point so far and one on the far side of a minimum. */
    private @Nullable LossPoint zoom(Trial low, Trial high) {
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = trial(between(low, high));
            if (!trial.point.isFinite() || tooHigh(trial) || trial.point.value() >= low.point.value()) {
                high = trial;
            } else {
                if (flat(trial)) {
                    return trial.point;
                }
                if (trial.slope * (high.length - low.length) >= 0) {
                    high = low;
                }
                low = trial;
            }
        }
        // Rounding hides the curvature near a minimum: a lower point is still a step.
        return low.length > 0 && low.point.value() < start.value() ? low.point : null;
    }

    /** The minimum of the cubic through both ends (equation 3.59), at least a tenth of the way from each. */
    private static double between(Trial a, Trial b) {
        double way = b.length - a.length;
        double d1 = a.slope + b.slope - 3 * (a.point.value() - b.point.value()) / (a.length - b.length);
        double d2 = Math.signum(way) * Math.sqrt(d1 * d1 - a.slope * b.slope);
        double fraction = 1 - (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
        double safe = Double.isFinite(fraction) ? Math.min(Math.max(fraction, 0.1), 0.9) : 0.5;
        return a.length + safe * way;
    }

    private Trial trial(double length) {
        double[] x = start.x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += length * direction[i];
        }
        LossPoint point = loss.at(x);
        return new Trial(length, point, point.slope(direction));
    }

    private boolean tooHigh(Trial trial) {
        return trial.point.value() > start.value() + SUFFICIENT_DECREASE * trial.length * slope;
    }

    private boolean flat(Trial trial) {
        return Math.abs(trial.slope) <= CURVATURE * Math.abs(slope);
    }
}
