package io.surprisal.random;

/**
 * The standard normal quantile in single precision: algorithm AS241, routine PPND7.
 *
 * <p>With q = u − ½: for |q| ≤ 0.425, z = q·A(r)/B(r) with r = 0.180625 − q²; otherwise z = ±C(t)/D(t) with
 * t = √(−log min(u, 1 − u)) − 1.6. The published relative error is 10⁻⁷; with the rounding of FLOAT32, see {@link HostDraws}.
 *
 * <p>The loops compute both branches and blend them by weights that are exactly 0 or ±1, which gives the bits of the branch itself: no
 * term is infinite or 0.
 *
 * @see <a href="https://doi.org/10.2307/2347330">Wichura, Algorithm AS 241: The percentage points of the normal distribution, Applied
 *     Statistics 37 (1988)</a>
 */
final class FloatNormal {
    private static final float CENTRAL_HALF_WIDTH = 0.425f;
    /** CENTRAL_HALF_WIDTH². */
    private static final float CENTRAL_SQUARE = 0.180625f;

    private static final float TAIL_ORIGIN = 1.6f;
    /** 1.5·2²³: adding a number of magnitude below 2²² to it rounds that number to an integer, halves to 0. */
    private static final float SHIFTER = 0x1.8p23f;
    /** q·THRESHOLD rounds to 0 for every |q| ≤ 0.425f of the grid, and to ±1 for all others. */
    private static final float THRESHOLD = 0x1.2d2d2ap+0f;

    private static final float A0 = 3.3871326f;
    private static final float A1 = 50.434273f;
    private static final float A2 = 159.29114f;
    private static final float A3 = 59.109375f;
    private static final float B1 = 17.89517f;
    private static final float B2 = 78.75776f;
    private static final float B3 = 67.18756f;
    private static final float C0 = 1.4234372f;
    private static final float C1 = 2.7568154f;
    private static final float C2 = 1.3067285f;
    private static final float C3 = 0.17023821f;
    private static final float D1 = 0.73700166f;
    private static final float D2 = 0.12021133f;

    private FloatNormal() {}

    /** Φ⁻¹(u) for one u of the FLOAT32 grid. */
    static float quantile(float u) {
        float q = u - 0.5f;
        if (Math.abs(q) <= CENTRAL_HALF_WIDTH) {
            float r = Math.fma(-q, q, CENTRAL_SQUARE);
            return q * centralNumerator(r) / centralDenominator(r);
        }
        float t = tailArgument(FloatLog.log(0.5f - Math.abs(q)));
        float z = tailNumerator(t) / tailDenominator(t);
        return Math.copySign(z, q);
    }

    /** q = u − ½ and min(u, 1 − u), both exact. */
    static void fold(float[] uniform, float[] q, float[] nearest, int count) {
        for (int i = 0; i < count; i++) {
            float centred = uniform[i] - 0.5f;
            q[i] = centred;
            nearest[i] = 0.5f - Math.abs(centred);
        }
    }

    /** t of the tails from the parts of min(u, 1 − u) that {@link FloatLog#split} made. */
    static void tailArguments(float[] exponents, float[] mantissas, float[] t, int count) {
        for (int i = 0; i < count; i++) {
            t[i] = tailArgument(FloatLog.combine(exponents[i], mantissas[i]));
        }
    }

    /** z from q and t, by weights that are exactly 0 or ±1. */
    static void quantiles(float[] q, float[] t, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            float centred = q[i];
            float r = Math.fma(-centred, centred, CENTRAL_SQUARE);
            float side = Math.fma(centred, THRESHOLD, SHIFTER) - SHIFTER;
            float tail = Math.abs(side);
            float central = 1f - tail;
            float numerator = Math.fma(side, tailNumerator(t[i]), central * (centred * centralNumerator(r)));
            float denominator = Math.fma(tail, tailDenominator(t[i]), central * centralDenominator(r));
            z[i] = numerator / denominator;
        }
    }

    private static float centralNumerator(float r) {
        return Math.fma(Math.fma(Math.fma(A3, r, A2), r, A1), r, A0);
    }

    private static float centralDenominator(float r) {
        return Math.fma(Math.fma(Math.fma(B3, r, B2), r, B1), r, 1f);
    }

    private static float tailArgument(float log) {
        return (float) Math.sqrt(-log) - TAIL_ORIGIN;
    }

    private static float tailNumerator(float t) {
        return Math.fma(Math.fma(Math.fma(C3, t, C2), t, C1), t, C0);
    }

    private static float tailDenominator(float t) {
        return Math.fma(Math.fma(D2, t, D1), t, 1f);
    }
}
