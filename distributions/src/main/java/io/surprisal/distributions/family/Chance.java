package io.surprisal.distributions.family;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The probability p of something, given as p or as its logit log(p/(1 − p)), from which no rounding takes it to 0 or 1: both parametrisations of a
 * family of events.
 *
 * @param parameter what was given
 * @param byLogits whether that is the logit, and not the probability
 */
public record Chance(Tensor parameter, boolean byLogits) {
    /** {@return p} */
    public Tensor probability() {
        return byLogits ? parameter.sigmoid() : parameter;
    }

    /** {@return 1 − p; from logits without the rounding of p} */
    public Tensor complement() {
        return Scope.tidy(
                () -> byLogits ? parameter.neg().sigmoid() : parameter.neg().plus(1));
    }

    /** {@return log p} */
    public Tensor logProbability() {
        return byLogits ? Scope.tidy(() -> parameter.neg().softplus().neg()) : parameter.log();
    }

    /** {@return log(1 − p)} */
    public Tensor logComplement() {
        return Scope.tidy(
                () -> byLogits ? parameter.softplus().neg() : parameter.neg().log1p());
    }

    /** {@return log(p/(1 − p)); ±∞ where the probability is 0 or 1} */
    public Tensor logits() {
        return byLogits ? parameter : Scope.tidy(() -> logProbability().minus(logComplement()));
    }
}
