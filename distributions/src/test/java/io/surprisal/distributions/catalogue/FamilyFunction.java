package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function of distributions of numbers by the name that its method has. */
enum FamilyFunction {
    LOG_PROB("logProb", null),
    CDF("cdf", null),
    SURVIVAL("survival", null),
    LOG_CDF("logCdf", null),
    LOG_SURVIVAL("logSurvival", null),
    QUANTILE("quantile", null),
    INVERSE_SURVIVAL("inverseSurvival", null),
    QUANTILE_OF_LOG("quantileOfLog", null),
    INVERSE_SURVIVAL_OF_LOG("inverseSurvivalOfLog", null),
    MEDIAN("median", Univariate.class),
    ENTROPY("entropy", HasEntropy.class),
    MEAN("mean", HasMoments.class),
    VARIANCE("variance", HasMoments.class),
    SKEWNESS("skewness", HasHigherMoments.class),
    KURTOSIS("kurtosis", HasHigherMoments.class),
    MODE("mode", HasMode.class);

    private final String method;
    private final @Nullable Class<?> capability;

    FamilyFunction(String method, @Nullable Class<?> capability) {
        this.method = method;
        this.capability = capability;
    }

    static FamilyFunction named(String method) {
        for (FamilyFunction function : values()) {
            if (function.method.equals(method)) {
                return function;
            }
        }
        throw new IllegalArgumentException("There is no function " + method + ".");
    }

    String method() {
        return method;
    }

    /** Whether it is a function of the parameters alone. */
    boolean isStatistic() {
        return capability != null;
    }

    boolean isOf(Univariate distribution) {
        return capability == null || distribution.capability(capability).isPresent();
    }

    /** The values; nothing where the distribution has no such function. The argument of a statistic is not looked at. */
    Optional<Tensor> of(Univariate distribution, Tensor x) {
        return isOf(distribution) ? Optional.of(value(distribution, x)) : Optional.empty();
    }

    private Tensor value(Univariate d, Tensor x) {
        return switch (this) {
            case LOG_PROB -> d.logProb(x);
            case CDF -> d.cdf(x);
            case SURVIVAL -> d.survival(x);
            case LOG_CDF -> d.logCdf(x);
            case LOG_SURVIVAL -> d.logSurvival(x);
            case QUANTILE -> d.quantile(x);
            case INVERSE_SURVIVAL -> d.inverseSurvival(x);
            case QUANTILE_OF_LOG -> d.quantileOfLog(x);
            case INVERSE_SURVIVAL_OF_LOG -> d.inverseSurvivalOfLog(x);
            case MEDIAN -> d.median();
            case ENTROPY -> d.capability(HasEntropy.class).orElseThrow().entropy();
            case MEAN -> d.capability(HasMoments.class).orElseThrow().mean();
            case VARIANCE -> d.capability(HasMoments.class).orElseThrow().variance();
            case SKEWNESS -> d.capability(HasHigherMoments.class).orElseThrow().skewness();
            case KURTOSIS -> d.capability(HasHigherMoments.class).orElseThrow().kurtosis();
            case MODE -> d.capability(HasMode.class).orElseThrow().mode();
        };
    }
}
