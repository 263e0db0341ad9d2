package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.family.DiscreteFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** Distributions over the levels 0, …, n − 1, whose statistics are sums over all of them. */
abstract class LevelFamily extends DiscreteFamily implements HasEntropy, HasHigherMoments, HasMode, EnumerableSupport {
    LevelFamily(Family<?> family, List<Tensor> parameters) {
        super(family, parameters);
    }

    /** {@return the parameter n as it was given} */
    public abstract Tensor levels();

    /** {@return −Σ p log p in nats} */
    @Override
    public final Tensor entropy() {
        return statistic(this, d -> d.overLevels().entropy());
    }

    /** {@return Σ kpₖ} */
    @Override
    public final Tensor mean() {
        return statistic(this, d -> d.overLevels().mean());
    }

    /** {@return Σ (k − mean)²pₖ} */
    @Override
    public final Tensor variance() {
        return statistic(this, d -> d.overLevels().variance());
    }

    /** {@return Σ (k − mean)³pₖ/variance^(3/2); NaN where the outcome is certain} */
    @Override
    public final Tensor skewness() {
        return statistic(this, d -> d.overLevels().skewness());
    }

    /** {@return Σ (k − mean)⁴pₖ/variance² − 3; NaN where the outcome is certain} */
    @Override
    public final Tensor kurtosis() {
        return statistic(this, d -> d.overLevels().kurtosis());
    }

    /** {@return the least of the most likely levels} */
    @Override
    public final Tensor mode() {
        return statistic(this, d -> d.overLevels().mode());
    }

    /**
     * {@return 0, …, n − 1}
     *
     * @throws IllegalStateException if the distributions of the batch have different numbers of levels
     */
    @Override
    public final Tensor enumerateSupport() {
        Tensor first = backend().scalar(0, dtype());
        return FiniteSupport.from(family().name(), first, "levels", levels().minus(1), batchShape());
    }

    private LevelStatistics overLevels() {
        return LevelStatistics.of(this::logProb, levels(), batchShape());
    }
}
