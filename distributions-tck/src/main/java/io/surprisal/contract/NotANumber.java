package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** NaN, and probabilities that are none. */
final class NotANumber {
    private NotANumber() {}

    static void verify(Subject subject) {
        Tensor draw = subject.distribution().sample(subject.key(), Shape.scalar());
        if (draw.dtype().isFloating()) {
            Tensor nan = draw.times(0).plus(Double.NaN);
            require(subject, "logProb(NaN)", subject.distribution().logProb(nan));
        }
        Univariate own = subject.univariate().orElse(null);
        if (own == null) {
            return;
        }
        Tensor nan = subject.vector(Double.NaN);
        require(subject, "cdf(NaN)", own.cdf(nan));
        require(subject, "survival(NaN)", own.survival(nan));
        require(subject, "logCdf(NaN)", own.logCdf(nan));
        require(subject, "logSurvival(NaN)", own.logSurvival(nan));
        require(subject, "quantile(NaN)", own.quantile(nan));
        require(subject, "quantile(−0.1)", own.quantile(subject.vector(-0.1)));
        require(subject, "quantile(1.1)", own.quantile(subject.vector(1.1)));
        require(subject, "inverseSurvival(1.1)", own.inverseSurvival(subject.vector(1.1)));
        require(subject, "quantileOfLog(0.1)", own.quantileOfLog(subject.vector(0.1)));
    }

    private static void require(Subject subject, String what, Tensor result) {
        double value = result.toDoubles()[0];
        Check.NOT_A_NUMBER.require(Double.isNaN(value), subject, "%s is %s, but should be NaN.", what, value);
    }
}
