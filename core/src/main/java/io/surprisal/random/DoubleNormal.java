package io.surprisal.random;

/**
 * The standard normal quantile in double precision: algorithm AS241, routine PPND16.
 *
 * <p>With q = u − ½: for |q| ≤ 0.425, z = q·A(r)/B(r) with r = 0.180625 − q²; otherwise, with t = √(−log min(u, 1 − u)),
 * z = ±C(t − 1.6)/D(t − 1.6) for t ≤ 5 and z = ±E(t − 5)/F(t − 5) beyond, that is for |z| &gt; 6.66. The published relative error is
 * 10⁻¹⁶.
 *
 * @see <a href="https://doi.org/10.2307/2347330">Wichura, Algorithm AS 241: The percentage points of the normal distribution, Applied
 *     Statistics 37 (1988)</a>
 */
final class DoubleNormal {
    private static final double CENTRAL_HALF_WIDTH = 0.425;
    /** CENTRAL_HALF_WIDTH². */
    private static final double CENTRAL_SQUARE = 0.180625;

    private static final double TAIL_ORIGIN = 1.6;
    private static final double FAR_TAIL_ORIGIN = 5;
    /** 1.5·2⁵²: adding a number of magnitude below 2⁵¹ to it rounds that number to an integer, halves to 0. */
    private static final double SHIFTER = 0x1.8p52;
    /** q·THRESHOLD rounds to 0 for every |q| ≤ 0.425 of the grid, and to ±1 for all others. */
    private static final double THRESHOLD = 0x1.2d2d2d2d2d2d2p+0;

    private static final double A0 = 3.3871328727963666080e0;
    private static final double A1 = 1.3314166789178437745e+2;
    private static final double A2 = 1.9715909503065514427e+3;
    private static final double A3 = 1.3731693765509461125e+4;
    private static final double A4 = 4.5921953931549871457e+4;
    private static final double A5 = 6.7265770927008700853e+4;
    private static final double A6 = 3.3430575583588128105e+4;
    private static final double A7 = 2.5090809287301226727e+3;
    private static final double B1 = 4.2313330701600911252e+1;
    private static final double B2 = 6.8718700749205790830e+2;
    private static final double B3 = 5.3941960214247511077e+3;
    private static final double B4 = 2.1213794301586595867e+4;
    private static final double B5 = 3.9307895800092710610e+4;
    private static final double B6 = 2.8729085735721942674e+4;
    private static final double B7 = 5.2264952788528545610e+3;
    private static final double C0 = 1.42343711074968357734e0;
    private static final double C1 = 4.63033784615654529590e0;
    private static final double C2 = 5.76949722146069140550e0;
    private static final double C3 = 3.64784832476320460504e0;
    private static final double C4 = 1.27045825245236838258e0;
    private static final double C5 = 2.41780725177450611770e-1;
    private static final double C6 = 2.27238449892691845833e-2;
    private static final double C7 = 7.74545014278341407640e-4;
    private static final double D1 = 2.05319162663775882187e0;
    private static final double D2 = 1.67638483018380384940e0;
    private static final double D3 = 6.89767334985100004550e-1;
    private static final double D4 = 1.48103976427480074590e-1;
    private static final double D5 = 1.51986665636164571966e-2;
    private static final double D6 = 5.47593808499534494600e-4;
    private static final double D7 = 1.05075007164441684324e-9;
    private static final double E0 = 6.65790464350110377720e0;
    private static final double E1 = 5.46378491116411436990e0;
    private static final double E2 = 1.78482653991729133580e0;
    private static final double E3 = 2.96560571828504891230e-1;
    private static final double E4 = 2.65321895265761230930e-2;
    private static final double E5 = 1.24266094738807843860e-3;
    private static final double E6 = 2.71155556874348757815e-5;
    private static final double E7 = 2.01033439929228813265e-7;
    private static final double F1 = 5.99832206555887937690e-1;
    private static final double F2 = 1.36929880922735805310e-1;
    private static final double F3 = 1.48753612908506148525e-2;
    private static final double F4 = 7.86869131145613259100e-4;
    private static final double F5 = 1.84631831751005468180e-5;
    private static final double F6 = 1.42151175831644588870e-7;
    private static final double F7 = 2.04426310338993978564e-15;

    private DoubleNormal() {}

    /** Φ⁻¹(u) for one u of the FLOAT64 grid. */
    static double quantile(double u) {
        double q = u - 0.5;
        if (Math.abs(q) <= CENTRAL_HALF_WIDTH) {
            double r = Math.fma(-q, q, CENTRAL_SQUARE);
            return q * centralNumerator(r) / centralDenominator(r);
        }
        double root = Math.sqrt(-DoubleLog.log(0.5 - Math.abs(q)));
        double t = root - TAIL_ORIGIN;
        double z = root <= FAR_TAIL_ORIGIN ? tailNumerator(t) / tailDenominator(t) : farTail(root);
        return Math.copySign(z, q);
    }

    /** q = u − ½ and min(u, 1 − u), both exact. */
    static void fold(double[] uniform, double[] q, double[] nearest, int count) {
        for (int i = 0; i < count; i++) {
            double centred = uniform[i] - 0.5;
            q[i] = centred;
            nearest[i] = 0.5 - Math.abs(centred);
        }
    }

    /** √(−log min(u, 1 − u)) from the parts of min(u, 1 − u) that {@link DoubleLog#split} made. */
    static void roots(double[] exponents, double[] mantissas, double[] roots, int count) {
        for (int i = 0; i < count; i++) {
            roots[i] = Math.sqrt(-DoubleLog.combine(exponents[i], mantissas[i]));
        }
    }

    /** z from q and √(−log min(u, 1 − u)), by weights that are exactly 0 or ±1. */
    static void quantiles(double[] q, double[] roots, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            double centred = q[i];
            double r = Math.fma(-centred, centred, CENTRAL_SQUARE);
            z[i] = centred * centralNumerator(r) / centralDenominator(r);
        }
        for (int i = 0; i < count; i++) {
            double t = roots[i] - TAIL_ORIGIN;
            double side = Math.fma(q[i], THRESHOLD, SHIFTER) - SHIFTER;
            z[i] = Math.fma(side, tailNumerator(t) / tailDenominator(t), (1 - Math.abs(side)) * z[i]);
        }
        // One element in 36 billion: a branch that is never taken costs less than a third rational function.
        for (int i = 0; i < count; i++) {
            if (roots[i] > FAR_TAIL_ORIGIN) {
                z[i] = Math.copySign(farTail(roots[i]), q[i]);
            }
        }
    }

    private static double centralNumerator(double r) {
        return septic(r, A7, A6, A5, A4, A3, A2, A1, A0);
    }

    private static double centralDenominator(double r) {
        return septic(r, B7, B6, B5, B4, B3, B2, B1, 1);
    }

    private static double tailNumerator(double t) {
        return septic(t, C7, C6, C5, C4, C3, C2, C1, C0);
    }

    private static double tailDenominator(double t) {
        return septic(t, D7, D6, D5, D4, D3, D2, D1, 1);
    }

    private static double farTail(double root) {
        double t = root - FAR_TAIL_ORIGIN;
        return septic(t, E7, E6, E5, E4, E3, E2, E1, E0) / septic(t, F7, F6, F5, F4, F3, F2, F1, 1);
    }

    private static double septic(
            double x, double p7, double p6, double p5, double p4, double p3, double p2, double p1, double p0) {
        double upper = Math.fma(Math.fma(Math.fma(p7, x, p6), x, p5), x, p4);
        return Math.fma(Math.fma(Math.fma(Math.fma(upper, x, p3), x, p2), x, p1), x, p0);
    }
}
