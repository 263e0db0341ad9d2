package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.AdaptiveIntegral;
import io.surprisal.distributions.family.CentralMoments;
import java.util.function.DoubleUnaryOperator;

/**
 * Moments of the wrapped Cauchy variable on [−π, π] around 0. With c = (1 − r)/(1 + r), the angle that a probability v lies beyond is
 * 2 atan(c cot πv): expectations are integrals over v.
 */
final class WrappedCauchyMoments {
    /** Of 1 − r, a tenth of which is a step that stays inside the domain. */
    static final CentralMoments MOMENTS =
            CentralMoments.of("WrappedCauchy", 1, gap -> 0, (of, gap) -> expectation(of, gap[0]));

    private WrappedCauchyMoments() {}

    private static double expectation(DoubleUnaryOperator of, double gap) {
        double ratio = gap / (2 - gap);
        // Where the angle turns from π to 0, v is of the size of c.
        double[] ends = {0, Math.min(ratio, 0.5), Math.min(30 * ratio, 0.5), 0.5};
        return AdaptiveIntegral.over(
                v -> {
                    double z = 2 * Math.atan(ratio / Math.tan(Math.PI * v));
                    return of.applyAsDouble(z) + of.applyAsDouble(-z);
                },
                ends);
    }
}
