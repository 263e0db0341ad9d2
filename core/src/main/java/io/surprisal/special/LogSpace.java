package io.surprisal.special;

/**
 * Sums, differences and products of numbers that are kept as logarithms.
 *
 * <p>Each function is written for the side on which its plain formula cancels or overflows. Accuracy: at most 3 ulp on the
 * grids of {@code special_references.py}, except where the result itself is a difference of nearly equal numbers
 * ({@link #logAddExp} near zero), which keeps an absolute error of 2⁻⁵².
 *
 * @see <a href="https://cran.r-project.org/package=Rmpfr/vignettes/log1mexp-note.pdf">Mächler, Accurately computing
 *     log(1 − exp(−|a|))</a>
 */
public final class LogSpace {
    private static final double LOG_HALF = -0.6931471805599453;

    private LogSpace() {}

    /**
     * log(1 − eˣ) for x ≤ 0.
     *
     * @param x logarithm of a number in [0, 1]
     * @return the logarithm of the complement: −∞ at 0, −0 at −∞, NaN for x &gt; 0
     */
    public static double log1mexp(double x) {
        return x > LOG_HALF ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }

    /**
     * log(1 + eˣ), the softplus: max(x, 0) + log1p(e^−|x|), which overflows on neither side.
     *
     * @param x any number
     * @return log(1 + eˣ)
     */
    public static double log1pexp(double x) {
        return Math.max(x, 0.0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * log(eˣ + eʸ).
     *
     * @param x a logarithm
     * @param y a logarithm
     * @return the logarithm of the sum; +∞ when either is +∞, and the other one when either is −∞
     */
    public static double logAddExp(double x, double y) {
        if (x == y) {
            return x - LOG_HALF;
        }
        return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
    }

    /**
     * log(eˣ − eʸ) for x ≥ y.
     *
     * @param x a logarithm
     * @param y a logarithm, at most x
     * @return the logarithm of the difference: −∞ when x = y is finite or −∞, NaN when x &lt; y or both are +∞
     */
    public static double logDiffExp(double x, double y) {
        if (x == Double.NEGATIVE_INFINITY && y == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        return x + log1mexp(y - x);
    }

    /**
     * log Σ exp(values[i]), scaled by the largest value and summed with compensation.
     *
     * @param values logarithms, not changed
     * @return the logarithm of the sum: −∞ for an empty array, NaN when a value is NaN
     */
    public static double logSumExp(double... values) {
        int largest = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                return Double.NaN;
            }
            if (largest < 0 || values[i] > values[largest]) {
                largest = i;
            }
        }
        if (largest < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double max = values[largest];
        if (Double.isInfinite(max)) {
            return max;
        }
        // The largest term is exactly 1 and stays out of the sum, so that log1p keeps the small ones.
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < values.length; i++) {
            if (i != largest) {
                double term = Math.exp(values[i] - max) - lost;
                double next = sum + term;
                lost = (next - sum) - term;
                sum = next;
            }
        }
        return max + Math.log1p(sum);
    }

    /**
     * x log y, which is 0 at x = 0 for every y that is not NaN.
     *
     * @param x factor
     * @param y argument of the logarithm, at least 0 unless x = 0
     * @return x log y
     */
    public static double xlogy(double x, double y) {
        return x == 0 && !Double.isNaN(y) ? 0.0 : x * Math.log(y);
    }

    /**
     * x log(1 + y), which is 0 at x = 0 for every y that is not NaN.
     *
     * @param x factor
     * @param y argument of the logarithm less one, at least −1 unless x = 0
     * @return x log(1 + y)
     */
    public static double xlog1py(double x, double y) {
        return x == 0 && !Double.isNaN(y) ? 0.0 : x * Math.log1p(y);
    }

    /**
     * log(1 + x) − x, to full relative accuracy through x = 0 where it is −x²/2.
     *
     * <p>With r = x/(2 + x), log(1 + x) = 2 artanh r, so that log(1 + x) − x = r(2r² Σ r²ᵏ/(2k + 3) − x) (DLMF 4.6.4).
     *
     * @param x at least −1
     * @return log(1 + x) − x: −∞ at −1 and +∞, NaN below −1
     */
    public static double log1pmx(double x) {
        if (!(Math.abs(x) < 0.5)) {
            return x == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : Math.log1p(x) - x;
        }
        double r = x / (2 + x);
        double square = r * r;
        double series = 0;
        for (int k = Math.abs(x) < 0.1 ? 7 : 17; k >= 0; k--) {
            series = series * square + 1.0 / (2 * k + 3);
        }
        return r * (2 * square * series - x);
    }

    /**
     * eˣ − 1 − x, to full relative accuracy through x = 0 where it is x²/2.
     *
     * @param x any number
     * @return eˣ − 1 − x: +∞ at both infinities
     */
    public static double expm1mx(double x) {
        if (!(Math.abs(x) < 0.7)) {
            return x == Double.POSITIVE_INFINITY ? x : Math.expm1(x) - x;
        }
        double series = 1;
        for (int k = Math.abs(x) < 0.05 ? 9 : 18; k >= 3; k--) {
            series = 1 + series * x / k;
        }
        return 0.5 * x * x * series;
    }
}
