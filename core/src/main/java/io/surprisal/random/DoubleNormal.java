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

    private static final double A0 = 3.3871328727963665;
    private static final double A1 = 133.14166789178438;
    private static final double A2 = 1971.5909503065513;
    private static final double A3 = 13731.69376550946;
    private static final double A4 = 45921.95393154987;
    private static final double A5 = 67265.7709270087;
    private static final double A6 = 33430.57558358813;
    private static final double A7 = 2509.0809287301227;
    private static final double B1 = 42.31333070160091;
    private static final double B2 = 687.1870074920579;
    private static final double B3 = 5394.196021424751;
    private static final double B4 = 21213.794301586597;
    private static final double B5 = 39307.89580009271;
    private static final double B6 = 28729.085735721943;
    private static final double B7 = 5226.495278852854;
    private static final double C0 = 1.4234371107496835;
    private static final double C1 = 4.630337846156546;
    private static final double C2 = 5.769497221460691;
    private static final double C3 = 3.6478483247632045;
    private static final double C4 = 1.2704582524523684;
    private static final double C5 = 0.2417807251774506;
    private static final double C6 = 0.022723844989269184;
    private static final double C7 = 0.0007745450142783414;
    private static final double D1 = 2.053191626637759;
    private static final double D2 = 1.6763848301838038;
    private static final double D3 = 0.6897673349851;
    private static final double D4 = 0.14810397642748008;
    private static final double D5 = 0.015198666563616457;
    private static final double D6 = 0.0005475938084995345;
    private static final double D7 = 1.0507500716444169e-09;
    private static final double E0 = 6.657904643501103;
    private static final double E1 = 5.463784911164114;
    private static final double E2 = 1.7848265399172913;
    private static final double E3 = 0.29656057182850487;
    private static final double E4 = 0.026532189526576124;
    private static final double E5 = 0.0012426609473880784;
    private static final double E6 = 2.7115555687434876e-05;
    private static final double E7 = 2.0103343992922881e-07;
    private static final double F1 = 0.599832206555888;
    private static final double F2 = 0.1369298809227358;
    private static final double F3 = 0.014875361290850615;
    private static final double F4 = 0.0007868691311456133;
    private static final double F5 = 1.8463183175100548e-05;
    private static final double F6 = 1.421511758316446e-07;
    private static final double F7 = 2.0442631033899397e-15;

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
