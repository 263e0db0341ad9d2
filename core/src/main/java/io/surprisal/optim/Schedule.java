package io.surprisal.optim;

/**
 * A learning rate as a function of the step. Steps are counted from 0; after its last step a schedule stays where it ended.
 *
 * <p>The text of each schedule tells its settings, by which checkpoints are recognised; write your own as records.
 */
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
     * @param rate finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    static Schedule constant(double rate) {
        return new ConstantRate(rate);
    }

    /**
     * rate · factor^⌊step/every⌋: a staircase.
     *
     * @param rate of the first stair
     * @param factor from one stair to the next, finite and not negative
     * @param every the length of a stair in steps, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is outside its domain
     */
    static Schedule step(double rate, double factor, long every) {
        return new StairRate(rate, factor, every);
    }

    /**
     * rate · factor^step.
     *
     * @param rate of step 0
     * @param factor from one step to the next, finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if an argument is outside its domain
     */
    static Schedule exponential(double rate, double factor) {
        return step(rate, factor, 1);
    }

    /**
     * A straight line from one rate to another.
     *
     * @param from the rate of step 0
     * @param to the rate from {@code steps} on
     * @param steps the length of the way, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is outside its domain
     */
    static Schedule linear(double from, double to, long steps) {
        return new LinearRate(from, to, steps);
    }

    /**
     * Half a cosine from one rate to another: to + (from − to)(1 + cos(π·step/steps))/2.
     *
     * @param from the rate of step 0
     * @param to the rate from {@code steps} on
     * @param steps the length of the way, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is outside its domain
     * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter (2017), equation 5</a>
     */
    static Schedule cosine(double from, double to, long steps) {
        return new CosineRate(from, to, steps);
    }

    /**
     * A straight line up to the first rate of another schedule, which follows: step s &lt; {@code steps} has the rate
     * (s + 1)/(steps + 1) of it.
     *
     * @param steps the length of the way up, at least 1
     * @param after what follows, with its own step 0 at {@code steps}
     * @return the schedule
     * @throws IllegalArgumentException if {@code steps} is less than 1
     */
    static Schedule warmUp(long steps, Schedule after) {
        return new WarmUp(steps, after);
    }

    /**
     * The one-cycle policy: half a cosine from peak/25 up to the peak over the first 30 % of the steps, and half a cosine down to
     * peak/250,000 over the rest.
     *
     * @param peak the largest rate
     * @param steps the length of the cycle, at least 2
     * @return the schedule
     * @throws IllegalArgumentException if an argument is outside its domain
     * @see <a href="https://arxiv.org/abs/1708.07120">Smith and Topin (2018), with the cosines and ratios of PyTorch's OneCycleLR</a>
     */
    static Schedule oneCycle(double peak, long steps) {
        return new OneCycle(peak, steps);
    }
}
