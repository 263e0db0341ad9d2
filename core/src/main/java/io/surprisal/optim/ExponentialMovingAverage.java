package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Scope;

/**
 * The running mean of parameters over a training run, often better than the last ones: θ̄ ← θ̄ + (1 − d)(θ − θ̄).
 *
 * @param decay d in [0, 1); 0.999 and 0.9999 are usual
 * @param warmedUp whether step t (from 0) takes min(d, (1 + t)/(10 + t)) in place of d, so that the start is forgotten sooner
 * @see <a href="https://doi.org/10.1137/0330046">Polyak and Juditsky (1992)</a>
 */
public record ExponentialMovingAverage(double decay, boolean warmedUp) {
    /**
     * Checks the decay.
     *
     * @param decay d in [0, 1); 0.999 and 0.9999 are usual
     * @param warmedUp whether step t (from 0) takes min(d, (1 + t)/(10 + t)) in place of d, so that the start is forgotten sooner
     * @throws IllegalArgumentException if it is not in [0, 1)
     */
    public ExponentialMovingAverage {
        Hyperparameters.requireDecay("ExponentialMovingAverage", "decay", decay);
    }

    /**
     * The mean with a constant decay.
     *
     * @param decay d in [0, 1)
     * @return the rule
     * @throws IllegalArgumentException if it is not
     */
    public static ExponentialMovingAverage of(double decay) {
        return new ExponentialMovingAverage(decay, false);
    }

    /** {@return this rule with a decay that grows from 0.1} */
    public ExponentialMovingAverage withWarmUp() {
        return new ExponentialMovingAverage(decay, true);
    }

    /**
     * The mean before the first step.
     *
     * @param parameters the first parameters
     * @return a copy of them, safe from steps that take over their memory
     */
    public Parameters start(Parameters parameters) {
        return parameters.map(parameter -> parameter.times(1));
    }

    /**
     * The mean after one more step.
     *
     * @param average the mean so far
     * @param parameters after the step
     * @param step the number of means taken before, from 0
     * @return the new mean
     * @throws IllegalArgumentException if the names or shapes differ
     */
    public Parameters update(Parameters average, Parameters parameters, long step) {
        requireSameShapes(average, parameters);
        double d = warmedUp ? Math.min(decay, (1.0 + step) / (10.0 + step)) : decay;
        return Scope.tidy(() -> average.zip(
                parameters, (mean, parameter) -> mean.plus(parameter.minus(mean).times(1 - d))));
    }

    private static void requireSameShapes(Parameters average, Parameters parameters) {
        average.asMap().forEach((name, mean) -> {
            if (!mean.shape().equals(parameters.get(name).shape())) {
                throw new IllegalArgumentException("ExponentialMovingAverage: the mean of " + name + " has shape "
                        + mean.shape() + ", but the parameter has shape "
                        + parameters.get(name).shape() + ". Start again with start(parameters).");
            }
        });
    }
}
