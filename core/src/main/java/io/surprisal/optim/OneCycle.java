package io.surprisal.optim;

/** Half a cosine up over the first 30 % of the steps, and half a cosine down over the rest. */
record OneCycle(double peak, long steps) implements Schedule {
    OneCycle {
        Hyperparameters.requireNotNegative("Schedule.oneCycle", "peak", peak);
        if (steps < 2) {
            throw new IllegalArgumentException("Schedule.oneCycle: steps must be at least 2, but is " + steps
                    + ". There is a way up and a way down.");
        }
    }

    @Override
    public double at(long step) {
        long up = Math.max(1, Math.round(0.3 * steps));
        return step < up
                ? new CosineRate(peak / 25, peak, up).at(step)
                : new CosineRate(peak, peak / 250_000, steps - up).at(step - up);
    }
}
