package io.surprisal.special;

/**
 * A logarithm as a sum of two doubles, right to about 2⁻⁶⁰: what is multiplied by a large number and then exponentiated, where each unit of the
 * exponent's last place would cost the result as many units as the exponent is large.
 *
 * @param high the logarithm, rounded
 * @param low the rest
 */
record TwoPartLogarithm(double high, double low) {
    /** log 2 in two parts, the first of which times a binary exponent is exact. */
    private static final double LOG_2_HIGH = 0x1.62e42fee00000p-1;

    private static final double LOG_2_LOW = 0x1.a39ef35793c76p-33;

    private static final double ROOT_2 = Math.sqrt(2);

    /** Of the series in squares below 0.03. */
    private static final int TERMS = 12;

    /** Of x(1 + rest), for normal numbers and a rest of about 2⁻⁵³. */
    static TwoPartLogarithm of(double x, double rest) {
        int exponent = Math.getExponent(x);
        double m = Math.scalb(x, -exponent);
        if (m > ROOT_2) {
            m *= 0.5;
            exponent++;
        }
        // log m = 2 artanh s with s = (m − 1)/(m + 1); m − 1 is exact.
        double above = m - 1;
        double below = m + 1;
        double s = above / below;
        double ofBelow = m - (below - 1);
        double ofS = (Math.fma(-s, below, above) - s * ofBelow) / below;
        double square = s * s;
        double series = 0;
        for (int n = TERMS; n >= 1; n--) {
            series = square * (1.0 / (2 * n + 1) + series);
        }
        double whole = exponent * LOG_2_HIGH;
        double sum = whole + 2 * s;
        double lost = Math.abs(whole) > Math.abs(2 * s) ? 2 * s - (sum - whole) : whole - (sum - 2 * s);
        return normalised(sum, lost + 2 * (ofS + s * series) + exponent * LOG_2_LOW + rest);
    }

    /** Of a quotient x/a of normal numbers. */
    static TwoPartLogarithm ofQuotient(double x, double a) {
        double quotient = x / a;
        return of(quotient, Math.fma(-quotient, a, x) / x);
    }

    /** Times a number, plus another, as two parts. */
    TwoPartLogarithm timesPlus(double factor, double addend) {
        double product = factor * high;
        double ofProduct = Math.fma(factor, high, -product) + factor * low;
        double sum = product + addend;
        double part = sum - product;
        double lost = (product - (sum - part)) + (addend - part);
        return normalised(sum, lost + ofProduct);
    }

    /** Plus a − b, which may have been rounded. */
    TwoPartLogarithm plusDifference(double a, double b) {
        double difference = a - b;
        double part = difference - a;
        double lost = (a - (difference - part)) - (b + part);
        TwoPartLogarithm sum = timesPlus(1, difference);
        return normalised(sum.high, sum.low + lost);
    }

    TwoPartLogarithm plus(TwoPartLogarithm other) {
        TwoPartLogarithm sum = timesPlus(1, other.high);
        return normalised(sum.high, sum.low + other.low);
    }

    /** Its exponential times a number, by halves, so that nothing in between is subnormal. */
    double expTimes(double factor) {
        double half = Math.exp(0.5 * high);
        return factor * half * half * (1 + low);
    }

    private static TwoPartLogarithm normalised(double high, double low) {
        double sum = high + low;
        return new TwoPartLogarithm(sum, low - (sum - high));
    }
}
