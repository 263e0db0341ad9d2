package io.surprisal.optim;

/** to + (from − to)(1 + cos(π·step/steps))/2. */
record CosineRate(double from, double to, long steps) implements Schedule {
    CosineRate {
        Hyperparameters.requireNotNegative("Schedule.cosine", "from", from);
        Hyperparameters.requireNotNegative("Schedule.cosine", "to", to);
        Hyperparameters.requireSteps("Schedule.cosine", "steps", steps);
    }

    @Override
    public double at(long step) {
        return to + (from - to) * (1 + Math.cos(Math.PI * Math.min(1, (double) step / steps))) / 2;
    }
}
