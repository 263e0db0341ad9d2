package io.surprisal.distributions.continuous;

import io.surprisal.special.ErrorFunction;
import io.surprisal.special.GaussLegendre;
import io.surprisal.special.NormalProbability;

/** Mills' ratio M(a) = (1 − Φ(a))/φ(a) of the normal distribution, and differences of it that do not cancel. */
final class MillsRatio {
    private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);
    private static final double ROOT_TWO = Math.sqrt(2);
    static final double INVERSE_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

    /** ½ log 2π. */
    static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** Where exponents end that are integrated. */
    private static final double END = 42;

    private MillsRatio() {}

    static double at(double a) {
        return ROOT_HALF_PI * ErrorFunction.erfcx(a / ROOT_TWO);
    }

    /** φ(z). */
    static double density(double z) {
        return INVERSE_ROOT_TWO_PI * NormalProbability.gaussian(z);
    }

    /** M(a) − M(a + d) for d ≥ 0: where they are close, the integral of exp(−at − t²/2)(1 − exp(−dt)). */
    static double difference(double a, double d) {
        double near = at(a);
        double far = at(a + d);
        if (far <= 0.5 * near || near == Double.POSITIVE_INFINITY) {
            return near - far;
        }
        double end = 2 * END / (a + Math.sqrt(a * a + 2 * END));
        return GaussLegendre.integral(t -> Math.exp(-t * (a + 0.5 * t)) * -Math.expm1(-d * t), 0, end, 4);
    }

    /** (Φ(u + d) − Φ(u))/φ(u) for u, d ≥ 0: the integral of exp(−ut − t²/2) from 0 to d. */
    static double interval(double u, double d) {
        double far = d == Double.POSITIVE_INFINITY ? 0 : Math.exp(-d * (u + 0.5 * d)) * at(u + d);
        double near = at(u);
        return far <= 0.5 * near ? near - far : GaussLegendre.integral(t -> Math.exp(-t * (u + 0.5 * t)), 0, d, 1);
    }

    /** Φ(b) − Φ(−a) for a, b ≥ 0. */
    static double around(double a, double b) {
        return 0.5 * (ErrorFunction.erf(a / ROOT_TWO) + ErrorFunction.erf(b / ROOT_TWO));
    }
}
