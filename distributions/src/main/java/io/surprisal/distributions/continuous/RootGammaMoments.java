package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * Moments of the root of a gamma variable of shape a. The mean √a ρ has ρ = Γ(a + ½)/(Γ(a)√a), of which log ρ is −1/(8a) + 1/(192a³) − …
 * (DLMF 5.11.8 at ½ less 5.11.1); the variance a(1 − ρ²) is formed from log ρ, as the difference of two large terms it would be lost.
 */
final class RootGammaMoments {
    /** −(2 − 2¹⁻ⁿ)Bₙ/(n(n − 1)) for n = 2, 4, …. */
    private static final double[] COEFFICIENTS = {
        -1.0 / 8, 1.0 / 192, -1.0 / 640, 17.0 / 14336, -31.0 / 18432, 691.0 / 180224, -5461.0 / 425984
    };

    private static final double LARGE = 16;

    private static final ElementFunction LOG_RATIO =
            NumericSlope.function("root-gamma mean", RootGammaMoments::logRatio);

    private RootGammaMoments() {}

    /** Γ(a + ½)/Γ(a). */
    static Tensor mean(Tensor a) {
        return LOG_RATIO.of(a).exp().times(a.sqrt());
    }

    /** a − mean². */
    static Tensor variance(Tensor a) {
        return LOG_RATIO.of(a).times(2).expm1().neg().times(a);
    }

    /** a + log Γ(a) − (a − ½)ψ(a) − log 2. */
    static Tensor entropy(Tensor a) {
        return GammaMath.entropy(a).minus(a.digamma().times(0.5)).minus(Math.log(2));
    }

    /** √(a − ½), and 0 for a ≤ ½. */
    static Tensor mode(Tensor a) {
        Tensor isInside = a.greater(0.5);
        Tensor one = a.backend().scalar(1, a.dtype());
        return Tensor.where(isInside, Tensor.where(isInside, a, one).minus(0.5).sqrt(), a.times(0));
    }

    private static double logRatio(double a) {
        // ρ(a)/ρ(a + 1) = √(1 + 1/a)/(1 + 1/(2a)).
        double sum = 0;
        double x = a;
        for (; x < LARGE; x++) {
            sum += 0.5 * Math.log1p(1 / x) - Math.log1p(0.5 / x);
        }
        double square = 1 / (x * x);
        double series = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            series = series * square + COEFFICIENTS[i];
        }
        return sum + series / x;
    }
}
