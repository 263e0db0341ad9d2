package io.surprisal.optim;

/** One rate for ever. */
record ConstantRate(double rate) implements Schedule {
    ConstantRate {
        Hyperparameters.requireNotNegative("Schedule.constant", "rate", rate);
    }

    @Override
    public double at(long step) {
        return rate;
    }
}
