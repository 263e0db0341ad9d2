package io.surprisal.backend.cpu;

/** Scalar functions that {@link Math} lacks, in double precision, each within 2 ulp. */
final class RealArithmetic {
    private static final double LOG_2 = 0.693147180559945309417;

    /** Beyond it x² + 1 rounds to x². */
    private static final double LARGE = 0x1p28;

    private static final double HUGE_EXPONENT = 0x1p31;

    private RealArithmetic() {}

    /** The remainder with the divisor's sign: {@code %} is exact, and one addition moves it to the other side of 0. */
    static double remainder(double a, double b) {
        double truncated = a % b;
        if (truncated == 0) {
            return Math.copySign(0, b);
        }
        return truncated < 0 == b < 0 ? truncated : truncated + b;
    }

    /** aᵇ as IEEE 754 has it; Java makes NaN of 1 to the power of NaN, and of ±1 to the power of ±∞. */
    static double pow(double a, double b) {
        if (a == 1 || (a == -1 && Double.isInfinite(b))) {
            return 1;
        }
        // The intrinsic of JDK 17 takes some huge half-integers for whole numbers: (−∞)^(−2⁵² + ½) is 0 and not −0.
        return !(a > 0) && Math.abs(b) > HUGE_EXPONENT ? StrictMath.pow(a, b) : Math.pow(a, b);
    }

    /** 1/(1 + e⁻ˣ); below 0 as eˣ/(1 + eˣ), which keeps the left tail's relative accuracy. */
    static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** log(1 + eˣ) = max(x, 0) + log1p(e^(−|x|)): no overflow for large x. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** ± log(|x| + √(x² + 1)), by log1p of the distance from 1 for small x (fdlibm, s_asinh.c). */
    static double asinh(double x) {
        double a = Math.abs(x);
        double magnitude;
        if (a > LARGE) {
            magnitude = Math.log(a) + LOG_2;
        } else if (a > 2) {
            magnitude = Math.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
        } else {
            double square = a * a;
            magnitude = Math.log1p(a + square / (1 + Math.sqrt(1 + square)));
        }
        return Math.copySign(magnitude, x);
    }

    /** log(x + √(x² − 1)); NaN below 1 (fdlibm, e_acosh.c). */
    static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        if (x > LARGE) {
            return Math.log(x) + LOG_2;
        }
        if (x > 2) {
            return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
        }
        double t = x - 1;
        return Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    /** ½ log((1 + x)/(1 − x)); ±∞ at ±1, NaN beyond (fdlibm, e_atanh.c). */
    static double atanh(double x) {
        double a = Math.abs(x);
        double t = 2 * a;
        double distance = a < 0.5 ? t + t * a / (1 - a) : t / (1 - a);
        return a > 1 ? Double.NaN : Math.copySign(0.5 * Math.log1p(distance), x);
    }
}
