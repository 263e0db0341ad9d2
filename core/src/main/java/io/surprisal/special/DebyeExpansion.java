package io.surprisal.special;

/**
 * The uniform expansion of I_ν(x) (DLMF 10.41.3) in q = 1/√(ν² + x²), for q ≤ 1/30:
 * I_ν(x) = e^{√(ν²+x²)} (x/(ν + √(ν²+x²)))^ν (q/2π)^½ Σ Uₖ(p)/νᵏ with p = νq.
 *
 * <p>Uₖ(p) = pᵏ uₖ(p²), so that Uₖ(p)/νᵏ = qᵏ uₖ(p²) stays finite as ν → 0, where the series becomes Hankel's (10.40.1).
 * The polynomials come from their recurrence 10.41.9, whose terms have one sign.
 */
final class DebyeExpansion {
    private static final double SMALLEST_RADIUS = 30;
    private static final int ORDERS = 19;
    private static final double LARGEST_QUOTIENT = 1e100;
    private static final double HALF_LOG_2_PI = StirlingSeries.HALF_LOG_2_PI;

    /** U[k][j] and V[k][j] are the coefficients of pᵏ⁺²ʲ in Uₖ and Vₖ (DLMF 10.41.10 and 10.41.11). */
    private static final double[][] U = new double[ORDERS][];

    private static final double[][] V = new double[ORDERS][];

    static {
        U[0] = new double[] {1};
        V[0] = new double[] {1};
        for (int k = 0; k + 1 < ORDERS; k++) {
            U[k + 1] = new double[k + 2];
            V[k + 1] = new double[k + 2];
            for (int j = 0; j <= k; j++) {
                double c = U[k][j];
                int m = k + 2 * j;
                // Uₖ₊₁ = ½p²(1 − p²)Uₖ′ + ⅛∫(1 − 5t²)Uₖ, Vₖ₊₁ = Uₖ₊₁ − ½p(1 − p²)Uₖ − p²(1 − p²)Uₖ′.
                double rising = c * (0.5 * m + 0.125 / (m + 1));
                double falling = c * (-0.5 * m - 0.625 / (m + 3));
                U[k + 1][j] += rising;
                U[k + 1][j + 1] += falling;
                V[k + 1][j] += rising - c * (0.5 + m);
                V[k + 1][j + 1] += falling + c * (0.5 + m);
            }
        }
    }

    private DebyeExpansion() {}

    /** Whether q ≤ 1/30. */
    static boolean holds(double order, double x) {
        return Math.hypot(order, x) >= SMALLEST_RADIUS;
    }

    /** log of e⁻ˣ I_ν(x) less the logarithm of {@link #sum}: √(ν² + x²) − x = ν²/(√(ν² + x²) + x) does not cancel. */
    static double logPrefix(double order, double x) {
        double radius = Math.hypot(order, x);
        return order * (order / (radius + x)) - orderTerm(order, x, radius) - 0.5 * Math.log(radius) - HALF_LOG_2_PI;
    }

    /** log I_ν(x) less the logarithm of {@link #sum}. */
    static double logPrefixUnscaled(double order, double x) {
        double radius = Math.hypot(order, x);
        return (radius - orderTerm(order, x, radius)) - 0.5 * Math.log(radius) - HALF_LOG_2_PI;
    }

    /** ν arsinh(ν/x). */
    private static double orderTerm(double order, double x, double radius) {
        if (order > LARGEST_QUOTIENT * x) {
            return order * (Math.log(order + radius) - Math.log(x));
        }
        // (ν + r)/x = 1 + t + t²/(1 + r/x) with t = ν/x.
        double t = order / x;
        return order * Math.log1p(t + t * t / (1 + radius / x));
    }

    /** Σ Uₖ(p)/νᵏ. */
    static double sum(double order, double x) {
        return sum(U, order, x);
    }

    /** Σ Vₖ(p)/νᵏ, for which I_ν′(x) = I_ν(x) √(ν² + x²)/x times the quotient of the two sums (DLMF 10.41.5). */
    static double derivativeSum(double order, double x) {
        return sum(V, order, x);
    }

    private static double sum(double[][] table, double order, double x) {
        double q = 1 / Math.hypot(order, x);
        double square = order * q * (order * q);
        double power = 1;
        double sum = 0;
        for (int k = 0; k < ORDERS; k++) {
            double[] coefficients = table[k];
            double polynomial = 0;
            for (int j = coefficients.length - 1; j >= 0; j--) {
                polynomial = polynomial * square + coefficients[j];
            }
            double term = power * polynomial;
            sum += term;
            power *= q;
            if (k > 1 && power * coefficients[0] < 0x1p-60 && Math.abs(term) < 0x1p-60) {
                break;
            }
        }
        return sum;
    }
}
