package io.surprisal.optim;

/** rate · factor^⌊step/every⌋. */
record StairRate(double rate, double factor, long every) implements Schedule {
    StairRate {
        Hyperparameters.requireNotNegative("Schedule.step", "rate", rate);
        Hyperparameters.requireNotNegative("Schedule.step", "factor", factor);
        Hyperparameters.requireSteps("Schedule.step", "every", every);
    }

    @Override
    public double at(long step) {
        long stair = step / every;
        return rate * Math.pow(factor, (double) stair);
    }
}
