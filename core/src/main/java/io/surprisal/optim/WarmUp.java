package io.surprisal.optim;

/** A straight line up to the first rate of another schedule, which follows. */
record WarmUp(long steps, Schedule after) implements Schedule {
    WarmUp {
        Hyperparameters.requireSteps("Schedule.warmUp", "steps", steps);
    }

    @Override
    public double at(long step) {
        return step < steps ? after.at(0) * (step + 1) / (steps + 1) : after.at(step - steps);
    }
}
