package io.surprisal.distributions;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * Bernoulli distributions: 1 with probability p, 0 with probability 1 − p; by p or by its logit log(p/(1 − p)).
 *
 * <p>Outcomes are zeros and ones of the parameter's dtype. Between them {@link #logProb} is x log p + (1 − x) log(1 − p), the
 * cross-entropy that image models use on grey levels; it is a log-probability at 0 and 1 only. Outcomes outside [0, 1] have no meaning
 * and are not looked for.
 */
public final class Bernoulli extends ScalarFamily implements HasEntropy, HasMoments {
    private final Tensor parameter;
    private final boolean byLogits;

    private Bernoulli(Tensor parameter, boolean byLogits) {
        super(parameter.shape(), parameter);
        this.parameter = parameter;
        this.byLogits = byLogits;
    }

    /**
     * {@return the Bernoulli distributions with these probabilities of 1} Values are checked, but not inside a gradient call.
     *
     * @param probability p, in [0, 1]
     * @throws IllegalArgumentException if a value is outside [0, 1], or the dtype is not floating
     */
    public static Bernoulli of(Tensor probability) {
        new Parameter("Bernoulli", "probability", probability).requireFloating().requireAll(Constraint.PROBABILITY);
        return new Bernoulli(probability, false);
    }

    /**
     * {@return one Bernoulli distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param probability p, in [0, 1]
     * @throws IllegalArgumentException if the probability is outside [0, 1]
     */
    public static Bernoulli of(Backend backend, double probability) {
        return of(backend.scalar(probability));
    }

    /**
     * {@return the Bernoulli distributions with these logits, which no rounding takes to probability 0 or 1} Values are checked, but not
     * inside a gradient call.
     *
     * @param logits log(p/(1 − p)), finite
     * @throws IllegalArgumentException if a value is not finite, or the dtype is not floating
     */
    public static Bernoulli fromLogits(Tensor logits) {
        new Parameter("Bernoulli", "logits", logits).requireFloating().requireAll(Constraint.FINITE);
        return new Bernoulli(logits, true);
    }

    /**
     * {@return as {@link #fromLogits}, without a look at the values: where a synchronisation with the device would be felt}
     *
     * @param logits log(p/(1 − p)), finite
     * @throws IllegalArgumentException if the dtype is not floating
     */
    public static Bernoulli fromLogitsUnchecked(Tensor logits) {
        new Parameter("Bernoulli", "logits", logits).requireFloating();
        return new Bernoulli(logits, true);
    }

    /** {@return whether the parameter is the logit, and not the probability} */
    public boolean isByLogits() {
        return byLogits;
    }

    /** {@return p} */
    public Tensor probability() {
        return byLogits ? parameter.sigmoid() : parameter;
    }

    /** {@return 1 − p; from logits without the rounding of p} */
    public Tensor complement() {
        return byLogits
                ? Scope.tidy(() -> parameter.neg().sigmoid())
                : Scope.tidy(() -> parameter.neg().plus(1));
    }

    /** {@return log(p/(1 − p)); ±∞ where the probability is 0 or 1} */
    public Tensor logits() {
        return byLogits ? parameter : Scope.tidy(() -> logProbability().minus(logComplement()));
    }

    /** {@return log p} */
    public Tensor logProbability() {
        return byLogits ? Scope.tidy(() -> parameter.neg().softplus().neg()) : parameter.log();
    }

    /** {@return log(1 − p)} */
    public Tensor logComplement() {
        return byLogits
                ? Scope.tidy(() -> parameter.softplus().neg())
                : Scope.tidy(() -> parameter.neg().log1p());
    }

    @Override
    Tensor logProbSummed(Tensor x, int axes) {
        return byLogits
                ? parameter.bernoulliLogProb(x, axes)
                : Scope.tidy(() -> TrailingAxes.sum(logProbByProbability(x), axes));
    }

    /** 0 · log 0 is 0, and has the derivative 0: the factor that is not wanted is computed at a harmless probability. */
    private Tensor logProbByProbability(Tensor x) {
        Tensor one = backend().scalar(1, dtype());
        Tensor zero = backend().scalar(0, dtype());
        Tensor ofOne = Tensor.where(x.equalTo(0), one, parameter).log().times(x);
        Tensor ofZero = Tensor.where(x.equalTo(1), zero, parameter).neg().log1p();
        return ofOne.plus(ofZero.times(x.neg().plus(1)));
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        Shape shape = sampleShape.then(batchShape());
        return Scope.tidy(() -> Draws.bernoulli(key, probability().stopGradient(), shape));
    }

    /** {@return −p log p − (1 − p) log(1 − p), in nats} */
    @Override
    public Tensor entropy() {
        if (byLogits) {
            return Scope.tidy(() -> {
                Tensor opposite = parameter.neg();
                return parameter
                        .sigmoid()
                        .times(opposite.softplus())
                        .plus(opposite.sigmoid().times(parameter.softplus()));
            });
        }
        // 0 − x, where −x would make −0 of a certain outcome.
        return Scope.tidy(() -> backend().scalar(0, dtype()).minus(logProbByProbability(parameter)));
    }

    /** {@return p} */
    @Override
    public Tensor mean() {
        return probability();
    }

    /** {@return p(1 − p)} */
    @Override
    public Tensor variance() {
        return Scope.tidy(() -> probability().times(complement()));
    }
}
