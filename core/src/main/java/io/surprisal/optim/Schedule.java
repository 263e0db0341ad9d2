package io.surprisal.optim;

/** A learning rate as a function of the step. Steps are counted from 0. */
@FunctionalInterface
public interface Schedule {
    /**
     * The rate of one step.
     *
     * @param step the number of updates done before, at least 0
     * @return the rate
     */
    double at(long step);

    /**
     * One rate for ever.
     *
     * @param rate the rate, finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    static Schedule constant(double rate) {
        return new ConstantRate(rate);
    }
}
