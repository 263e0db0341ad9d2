package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;

/** A {@link Validated} distribution of numbers with known tails. */
sealed class ValidatedUnivariate extends Validated implements Univariate permits ValidatedReparameterizedUnivariate {
    private final Univariate numbers;

    ValidatedUnivariate(Univariate numbers) {
        super(numbers);
        this.numbers = numbers;
    }

    @Override
    public final Tensor cdf(Tensor x) {
        return numbers.cdf(x);
    }

    @Override
    public final Tensor logCdf(Tensor x) {
        return numbers.logCdf(x);
    }

    @Override
    public final Tensor survival(Tensor x) {
        return numbers.survival(x);
    }

    @Override
    public final Tensor logSurvival(Tensor x) {
        return numbers.logSurvival(x);
    }

    @Override
    public final Tensor quantile(Tensor p) {
        return numbers.quantile(p);
    }

    @Override
    public final Tensor quantileOfLog(Tensor logP) {
        return numbers.quantileOfLog(logP);
    }

    @Override
    public final Tensor inverseSurvival(Tensor p) {
        return numbers.inverseSurvival(p);
    }

    @Override
    public final Tensor inverseSurvivalOfLog(Tensor logP) {
        return numbers.inverseSurvivalOfLog(logP);
    }

    @Override
    public final Tensor median() {
        return numbers.median();
    }

    @Override
    public final Tensor logProbInterval(Tensor low, Tensor high) {
        return numbers.logProbInterval(low, high);
    }
}
