package io.surprisal.distributions.discrete;

import io.surprisal.special.HurwitzZeta;

/** Sums of powers times logarithms or powers of k − 1: the moments of Zipf's distribution. */
final class ZipfSums {
    /** B₂ⱼ/(2j)!, j = 1 … 8. */
    private static final double[] BERNOULLI = {
        0.08333333333333333,
        -0.001388888888888889,
        3.306878306878307e-05,
        -8.267195767195768e-07,
        2.08767569878681e-08,
        -5.284190138687493e-10,
        1.3382536530684679e-11,
        -3.3896802963225827e-13,
    };

    /** From s plus this many on the eight terms reach the last bit. */
    private static final double EULER_MACLAURIN_FROM = 30;

    private static final double NEGLIGIBLE = 1e-20;

    /** Moments are summed to here one by one. */
    private static final int HEAD = 30;

    private static final double[][] BINOMIAL = {{1}, {1, 1}, {1, 2, 1}, {1, 3, 3, 1}, {1, 4, 6, 4, 1}};

    private ZipfSums() {}

    /** E[log X | X ≥ q] = Σ_{j ≥ 0} log(q + j) (q + j)⁻ˢ/ζ(s, q), by Euler and Maclaurin's formula (DLMF 2.10.1). */
    static double meanLog(double s, double q) {
        double weights = 0;
        double logs = 0;
        double a = q;
        for (; a < s + EULER_MACLAURIN_FROM; a++) {
            double weight = Math.pow(a / q, -s);
            weights += weight;
            logs += weight * Math.log(a);
            boolean isCertain = a > q && weight == 0;
            if (isCertain || (weight * (1 + a / (s - 1)) < NEGLIGIBLE * weights && logs > 0)) {
                return logs / weights;
            }
        }
        double power = Math.pow(a / q, -s);
        double log = Math.log(a);
        double integral = a / (s - 1);
        double weight = integral + 0.5;
        double sum = integral * (log + 1 / (s - 1)) + 0.5 * log;
        // (s)ₘ/aᵐ and the sum of 1/(s + i) over i < m, for m = 2j − 1.
        double rising = s / a;
        double reciprocals = 1 / s;
        for (int j = 0; j < BERNOULLI.length; j++) {
            weight += BERNOULLI[j] * rising;
            sum += BERNOULLI[j] * rising * (log - reciprocals);
            double next = s + 2 * j + 1;
            rising *= next / a * ((next + 1) / a);
            reciprocals += 1 / next + 1 / (next + 1);
        }
        return (logs + power * sum) / (weights + power * weight);
    }

    /** E[(X − 1)ʲ]; ∞ for s ≤ j + 1. */
    static double moment(int j, double s) {
        return scaled(j, s) * Math.pow(2, -s);
    }

    /** 2ˢ E[(X − 1)ʲ], which does not underflow for large s. */
    private static double scaled(int j, double s) {
        if (s <= j + 1) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i <= j; i++) {
            double sign = (j - i) % 2 == 0 ? 1 : -1;
            sum += sign * BINOMIAL[j][i] * HurwitzZeta.scaled(s - i, HEAD + 1) * Math.pow(HEAD + 1, i);
        }
        sum *= Math.pow(2.0 / (HEAD + 1), s);
        for (int k = HEAD; k >= 2; k--) {
            sum += Math.pow(k - 1, j) * Math.pow(2.0 / k, s);
        }
        return sum / (1 + HurwitzZeta.value(s, 2));
    }

    private static double scaledVariance(double s) {
        double first = scaled(1, s);
        return scaled(2, s) - Math.pow(2, -s) * first * first;
    }

    static double variance(double s) {
        return s <= 3 ? Double.POSITIVE_INFINITY : scaledVariance(s) * Math.pow(2, -s);
    }

    static double skewness(double s) {
        if (s <= 4) {
            return s > 3 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double c = Math.pow(2, -s);
        double m1 = scaled(1, s);
        double third = scaled(3, s) - c * m1 * (3 * scaled(2, s) - 2 * c * m1 * m1);
        return third / Math.pow(scaledVariance(s), 1.5) * Math.pow(2, 0.5 * s);
    }

    static double kurtosis(double s) {
        if (s <= 5) {
            return s > 3 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double c = Math.pow(2, -s);
        double m1 = scaled(1, s);
        double fourth = scaled(4, s) - c * m1 * (4 * scaled(3, s) - c * m1 * (6 * scaled(2, s) - 3 * c * m1 * m1));
        double variance = scaledVariance(s);
        return fourth / (variance * variance) * Math.pow(2, s) - 3;
    }
}
