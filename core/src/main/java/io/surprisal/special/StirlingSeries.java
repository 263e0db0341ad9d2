package io.surprisal.special;

/**
 * What Stirling's formula leaves over: δ(x) = log Γ(x) − [(x − ½) log x − x + ½ log 2π] = Σ B₂ₖ/(2k(2k − 1)x²ᵏ⁻¹) (DLMF 5.11.1),
 * and the matching series of the digamma function.
 *
 * <p>Nine terms reach 2⁻⁵⁴ from x = {@link #FROM}.
 */
final class StirlingSeries {
    /** Smallest argument of every series here. */
    static final double FROM = 10;

    /** ½ log 2π. */
    static final double HALF_LOG_2_PI = 0.9189385332046728;

    /** B₂ₖ/(2k(2k − 1)), k = 1 … 9. */
    private static final double[] LOG_GAMMA = {
        0.08333333333333333,
        -0.002777777777777778,
        0.0007936507936507937,
        -0.0005952380952380953,
        0.0008417508417508417,
        -0.0019175269175269176,
        0.00641025641025641,
        -0.029550653594771242,
        0.17964437236883057,
    };

    /** B₂ₖ/(2k), k = 1 … 9. */
    private static final double[] DIGAMMA = {
        0.08333333333333333,
        -0.008333333333333333,
        0.003968253968253968,
        -0.004166666666666667,
        0.007575757575757576,
        -0.021092796092796094,
        0.08333333333333333,
        -0.4432598039215686,
        3.0539543302701198,
    };

    private StirlingSeries() {}

    /** δ(x) for x ≥ 10. */
    static double correction(double x) {
        double inverse = 1 / x;
        return inverse * horner(LOG_GAMMA, inverse * inverse);
    }

    /**
     * δ(x) for ¼ ≤ x &lt; 10: δ(x) − δ(x + 1) = (x + ½) log(1 + 1/x) − 1 = Σ_{k≥1} r²ᵏ/(2k + 1) with r = 1/(2x + 1).
     */
    static double shiftedCorrection(double x) {
        double sum = 0;
        double shifted = x;
        while (shifted < FROM) {
            double r = 1 / (2 * shifted + 1);
            double power = r * r;
            double term = power / 3;
            for (int k = 2; k < 60 && term > 0x1p-60; k++) {
                sum += term;
                power *= r * r;
                term = power / (2 * k + 1);
            }
            shifted += 1;
        }
        return Double.isNaN(x) ? x : sum + correction(shifted);
    }

    /** log Γ(x + step) − log Γ(x) − step log x for x ≥ 10 and step ≥ 0, both finite: what Γ(x + step)/Γ(x) ≈ x^step leaves over. */
    static double ratioExcess(double x, double step) {
        return (x + step - 0.5) * Math.log1p(step / x) - step + correctionDifference(x, step);
    }

    /** log x − 1/(2x) − ψ(x) for x ≥ 10 (DLMF 5.11.2). */
    static double digammaCorrection(double x) {
        double square = 1 / x / x;
        return square * horner(DIGAMMA, square);
    }

    /**
     * δ(x + step) − δ(x) for x ≥ 10 and step ≥ 0, to full relative accuracy for small steps: the differences
     * dₖ = w²ᵏ⁺¹ − v²ᵏ⁺¹ of v = 1/x, w = 1/(x + step) obey dₖ = w² dₖ₋₁ + v²ᵏ⁻¹(w² − v²).
     */
    static double correctionDifference(double x, double step) {
        double v = 1 / x;
        double w = 1 / (x + step);
        double gap = -step * v * w;
        double squareGap = gap * (v + w);
        double difference = gap;
        double power = v;
        double sum = LOG_GAMMA[0] * difference;
        for (int k = 1; k < LOG_GAMMA.length; k++) {
            difference = w * w * difference + power * squareGap;
            power *= v * v;
            sum += LOG_GAMMA[k] * difference;
        }
        return sum;
    }

    /** {@link #digammaCorrection}(x) − {@link #digammaCorrection}(x + step), in the same way. */
    static double digammaCorrectionDifference(double x, double step) {
        double v = 1 / x;
        double w = 1 / (x + step);
        double squareGap = step * v * w * (v + w);
        double difference = squareGap;
        double power = v * v;
        double sum = DIGAMMA[0] * difference;
        for (int k = 1; k < DIGAMMA.length; k++) {
            difference = w * w * difference + power * squareGap;
            power *= v * v;
            sum += DIGAMMA[k] * difference;
        }
        return sum;
    }

    private static double horner(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }
}
