package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.BiFunction;

/**
 * The tails of a mixture: sums of the components' by their weights.
 *
 * @param weights the weights
 * @param components the components, all {@link Univariate}
 * @param batchShape the shape of the batch
 * @param isDiscrete whether single outcomes have probabilities
 */
record MixtureTails(LogWeights weights, Components components, Shape batchShape, boolean isDiscrete) implements Tails {
    Tensor ofEach(Tensor x, BiFunction<Univariate, Tensor, Tensor> function) {
        return components.ofEach(
                x, (d, y) -> function.apply(d.capability(Univariate.class).orElseThrow(), y));
    }

    private Tensor sum(Tensor terms) {
        return terms.times(weights.weights()).sum(-1);
    }

    /** Of the terms; of the complement where that is the smaller one. */
    private Tensor logSum(Tensor logTerms, Tensor p, Tensor complement) {
        Tensor isSmall = p.less(0.5);
        Tensor large = LogOfProbability.of(p, complement);
        return Tensor.where(isSmall, weights.logSum(logTerms), large);
    }

    Tensor logDensity(Tensor x) {
        return weights.logSum(components.ofEach(x, (d, y) -> d.logProb(y)));
    }

    @Override
    public Tensor lower(Tensor z) {
        return rounded(sum(ofEach(z, Univariate::cdf)), sum(ofEach(z, Univariate::survival)));
    }

    @Override
    public Tensor upper(Tensor z) {
        return rounded(sum(ofEach(z, Univariate::survival)), sum(ofEach(z, Univariate::cdf)));
    }

    /** The complement of what is smaller: weights add up to 1 only up to rounding. */
    private static Tensor rounded(Tensor p, Tensor complement) {
        return Tensor.where(complement.less(p), complement.neg().plus(1), p);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return logSum(ofEach(z, Univariate::logCdf), lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return logSum(ofEach(z, Univariate::logSurvival), upper(z), lower(z));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        Tensor q = p.neg().plus(1);
        Tensor x = MixtureQuantile.of(
                this, ofEach(p, Univariate::quantile), new Target(p, HostMath.log(p), q, HostMath.log1p(p.neg())));
        return isDiscrete ? x : moving(x, p, p);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        Tensor q = p.neg().plus(1);
        Tensor x = MixtureQuantile.of(
                this,
                ofEach(p, Univariate::inverseSurvival),
                new Target(q, HostMath.log1p(p.neg()), p, HostMath.log(p)));
        return isDiscrete ? x : moving(x, p.neg(), p.neg().plus(1));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        Tensor x =
                MixtureQuantile.of(this, ofEach(logP, Univariate::quantileOfLog), Target.ofLogs(logP, logP.log1mexp()));
        if (isDiscrete) {
            return x;
        }
        Tensor isSmall = logP.less(-0.6);
        return Implicit.of(
                x,
                y -> Tensor.where(
                        isSmall,
                        logLower(y).minus(logP),
                        logP.exp().plus(upper(y)).neg()),
                y -> logSlope(isSmall, logLower(y), y));
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        Tensor x = MixtureQuantile.of(
                this, ofEach(logP, Univariate::inverseSurvivalOfLog), Target.ofLogs(logP.log1mexp(), logP));
        if (isDiscrete) {
            return x;
        }
        Tensor isSmall = logP.less(-0.6);
        return Implicit.of(
                x,
                y -> Tensor.where(isSmall, logP.minus(logUpper(y)), logP.exp().plus(lower(y))),
                y -> logSlope(isSmall, logUpper(y), y));
    }

    /** Of the logarithm of a probability, or of the other probability where that is not small. */
    private Tensor logSlope(Tensor isSmall, Tensor log, Tensor x) {
        Tensor density = logDensity(x);
        return Tensor.where(isSmall, density.minus(log), density);
    }

    /** A solution of F(x) = p, which grows with p and falls with F; of the smaller side, in whose derivative nothing cancels. */
    private Tensor moving(Tensor x, Tensor p, Tensor value) {
        Tensor isBelow = value.less(0.5);
        return Implicit.of(
                x,
                y -> Tensor.where(isBelow, lower(y).minus(p), p.plus(upper(y)).neg()),
                this::logDensity);
    }
}
