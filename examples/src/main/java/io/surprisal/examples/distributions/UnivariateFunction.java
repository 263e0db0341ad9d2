package io.surprisal.examples.distributions;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What can be asked of a distribution of numbers: functions of points, and statistics, which not every family has.
 *
 * @param label its name, as the method has it
 * @param ofPoints whether it is a function of points, and not one number of each distribution
 * @param compute its values; nothing where the family does not have it
 */
record UnivariateFunction(String label, boolean ofPoints, BiFunction<Univariate, Tensor, Optional<Tensor>> compute) {
    private static final List<UnivariateFunction> ALL = List.of(
            ofPoints("logProb", Univariate::logProb),
            ofPoints("cdf", Univariate::cdf),
            ofPoints("logCdf", Univariate::logCdf),
            ofPoints("survival", Univariate::survival),
            ofPoints("logSurvival", Univariate::logSurvival),
            ofPoints("quantile", Univariate::quantile),
            ofPoints("quantileOfLog", Univariate::quantileOfLog),
            ofPoints("inverseSurvival", Univariate::inverseSurvival),
            ofPoints("inverseSurvivalOfLog", Univariate::inverseSurvivalOfLog),
            statistic("entropy", HasEntropy.class, HasEntropy::entropy),
            statistic("mean", HasMoments.class, HasMoments::mean),
            statistic("variance", HasMoments.class, HasMoments::variance),
            statistic("standardDeviation", HasMoments.class, HasMoments::standardDeviation),
            statistic("skewness", HasHigherMoments.class, HasHigherMoments::skewness),
            statistic("kurtosis", HasHigherMoments.class, HasHigherMoments::kurtosis),
            statistic("median", Univariate.class, Univariate::median),
            statistic("mode", HasMode.class, HasMode::mode));

    /** What SciPy calls them, or would. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "pdf", "logProb",
            "pmf", "logProb",
            "logpdf", "logProb",
            "logpmf", "logProb",
            "sf", "survival",
            "logsf", "logSurvival",
            "ppf", "quantile",
            "isf", "inverseSurvival",
            "var", "variance",
            "std", "standardDeviation");

    private static UnivariateFunction ofPoints(String label, BiFunction<Univariate, Tensor, Tensor> function) {
        return new UnivariateFunction(
                label, true, (distribution, points) -> Optional.of(function.apply(distribution, points)));
    }

    private static <C> UnivariateFunction statistic(String label, Class<C> capability, Function<C, Tensor> function) {
        return new UnivariateFunction(
                label,
                false,
                (distribution, points) -> distribution.capability(capability).map(function));
    }

    /** {@return the function with this name} */
    static Optional<UnivariateFunction> named(String label) {
        return ALL.stream().filter(function -> function.label.equals(label)).findFirst();
    }

    /** {@return a question that names the function that is probably meant, with a space before it; nothing where none is near} */
    static String question(String wrong) {
        String here = ELSEWHERE.get(wrong.toLowerCase(Locale.ROOT));
        return here == null ? NearestName.question(wrong, labels()) : " Did you mean " + here + "?";
    }

    /** {@return the names in order} */
    static List<String> labels() {
        return ALL.stream().map(UnivariateFunction::label).toList();
    }

    Optional<Tensor> of(Univariate distribution, Tensor points) {
        return compute.apply(distribution, points);
    }
}
