package io.surprisal.optim;

/** A straight line from one rate to another. */
record LinearRate(double from, double to, long steps) implements Schedule {
    LinearRate {
        Hyperparameters.requireNotNegative("Schedule.linear", "from", from);
        Hyperparameters.requireNotNegative("Schedule.linear", "to", to);
        Hyperparameters.requireSteps("Schedule.linear", "steps", steps);
    }

    @Override
    public double at(long step) {
        double way = Math.min(1, (double) step / steps);
        return from * (1 - way) + to * way;
    }
}
