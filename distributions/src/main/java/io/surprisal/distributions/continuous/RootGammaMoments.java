package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.LogSpace;
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

    private static final double SMALL = 1;

    private static final int TERMS = 14;

    private static final ElementFunction LOG_RATIO =
            NumericSlope.function("root-gamma mean", RootGammaMoments::logRatio);

    private static final ElementFunction SKEWNESS =
            NumericSlope.function("root-gamma skewness", RootGammaMoments::skewness);

    private static final ElementFunction KURTOSIS =
            NumericSlope.function("root-gamma kurtosis", RootGammaMoments::kurtosis);

    private RootGammaMoments() {}

    /** Γ(a + ½)/Γ(a). */
    static Tensor mean(Tensor a) {
        return ratio(a).times(a.sqrt());
    }

    /** ρ. */
    static Tensor ratio(Tensor a) {
        return LOG_RATIO.of(a).exp();
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

    /** (½ − 2v) mean/v^(3/2). */
    static Tensor skewness(Tensor a) {
        return SKEWNESS.of(a);
    }

    /** (2v(1 − 3v) − 2a(½ − 2v))/v², less 3 already. */
    static Tensor kurtosis(Tensor a) {
        return KURTOSIS.of(a);
    }

    private static double skewness(double a) {
        double logRatio = logRatio(a);
        double variance = -a * Math.expm1(2 * logRatio);
        return Math.exp(logRatio) * Math.sqrt(a / variance) * (excess(a) / variance);
    }

    /** With t = ½ − 2v and t = 1/(16a) + u, 2v(1 − 3v) − 2at is ½t(1 − 3t) − 2au: what is left is small beside no term. */
    private static double kurtosis(double a) {
        double excess = excess(a);
        double variance = -a * Math.expm1(2 * logRatio(a));
        double numerator = a < SMALL
                ? 2 * variance * (1 - 3 * variance) - 2 * a * excess
                : 0.5 * excess * (1 - 3 * excess) - 2 * a * excessRest(a);
        return numerator / (variance * variance);
    }

    /** t = ½ − 2v, which vanishes as 1/(16a): 4aδ + 2a(ρ² − 1 − 2 log ρ), where δ = log ρ + 1/(8a). */
    private static double excess(double a) {
        return 4 * a * logRatioRest(a) + 2 * a * LogSpace.expm1mx(2 * logRatio(a));
    }

    /** t − 1/(16a) for a that are not small, with (2 log ρ)² = 1/(16a²) − δ/a + 4δ². */
    private static double excessRest(double a) {
        double rest = logRatioRest(a);
        double log = 2 * logRatio(a);
        // eˣ − 1 − x − x²/2, by its power series, where |x| < ¼.
        double series = 1;
        for (int n = TERMS; n > 3; n--) {
            series = 1 + log / n * series;
        }
        double third = log * log * log / 6 * series;
        return rest * (4 * a * (1 + rest) - 1) + 2 * a * third;
    }

    private static double logRatio(double a) {
        // ρ(a)/ρ(a + 1) = √(1 + 1/a)/(1 + 1/(2a)).
        double sum = 0;
        double x = a;
        for (; x < LARGE; x++) {
            sum += 0.5 * Math.log1p(1 / x) - Math.log1p(0.5 / x);
        }
        return sum + series(x, 0) / x;
    }

    /** δ = log ρ + 1/(8a). */
    private static double logRatioRest(double a) {
        if (a < 1) {
            return logRatio(a) + 0.125 / a;
        }
        // The same steps, in which with y = 1/(2x + 1)² the first is ½ log(1 − y) and that of 1/(8x) is ½y/(1 − y).
        double sum = 0;
        double x = a;
        for (; x < LARGE; x++) {
            double y = 1 / ((2 * x + 1) * (2 * x + 1));
            sum += 0.5 * (LogSpace.log1pmx(-y) + y * y / (1 - y));
        }
        return sum + series(x, 1) / x;
    }

    /** x times the terms from the first on. */
    private static double series(double x, int first) {
        double square = 1 / (x * x);
        double series = 0;
        for (int i = COEFFICIENTS.length - 1; i >= first; i--) {
            series = series * square + COEFFICIENTS[i];
        }
        return first == 0 ? series : series * square;
    }
}
