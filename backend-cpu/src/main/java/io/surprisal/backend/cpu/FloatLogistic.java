package io.surprisal.backend.cpu;

/** The logistic family of a block of floats, made of {@link FloatExponential}: below 4 ulp (measured in FloatElementaryTest). */
final class FloatLogistic {
    /** tanh x rounds to ±1 beyond half of it. */
    private static final float LARGE = 20f;
    /** Makes a step from 0 to 1 of any x at which e^(−|x|) does not round to 1. */
    private static final float STEEP = 1e20f;

    private final FloatExponential exponential;
    private final float[] argument = new float[Scratch.BLOCK];
    private final float[] exponentials = new float[Scratch.BLOCK];

    FloatLogistic(FloatExponential exponential) {
        this.exponential = exponential;
    }

    /** y[i] = 1/(1 + e^−x[i]), as e^x/(1 + e^x) below 0: full relative accuracy in both tails. */
    void sigmoid(float[] x, float[] y, int n) {
        expOfNegativeMagnitude(x, n);
        for (int i = 0; i < n; i++) {
            float u = exponentials[i];
            float step = Math.min(Math.max(x[i] * STEEP, 0f), 1f);
            y[i] = Math.max(u, step) / (1f + u);
        }
    }

    /** y[i] = σ(x)·σ(−x) = u/(1 + u)² with u = e^−|x|, relatively accurate in both tails. */
    void slope(float[] x, float[] y, int n) {
        expOfNegativeMagnitude(x, n);
        for (int i = 0; i < n; i++) {
            float u = exponentials[i];
            float above = 1f + u;
            y[i] = u / (above * above);
        }
    }

    /** y[i] = max(x[i], 0) + log(1 + e^−|x[i]|): no overflow for large |x|. */
    void softplus(float[] x, float[] y, int n) {
        expOfNegativeMagnitude(x, n);
        System.arraycopy(exponentials, 0, y, 0, n);
        softplusOfExponentials(x, y, n);
    }

    /** The same where {@code y} holds e^−|x|, which is overwritten. */
    static void softplusOfExponentials(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(x[i], 0f) + log1p(y[i]);
        }
    }

    /** y[i] = tanh x[i] = e/(e + 2) with e = e^(2x) − 1. */
    void tanh(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            argument[i] = Math.min(Math.max(2f * x[i], -LARGE), LARGE);
        }
        exponential.expm1(argument, exponentials, n);
        for (int i = 0; i < n; i++) {
            float e = exponentials[i];
            y[i] = e / (e + 2f);
        }
    }

    /** The block of e^(−|x|) that the last {@link #expOfNegativeMagnitude} made. */
    float[] exponentials() {
        return exponentials;
    }

    void expOfNegativeMagnitude(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            argument[i] = -Math.abs(x[i]);
        }
        exponential.exp(argument, exponentials, n);
    }

    /** log(1 + u) for 0 ≤ u ≤ 1, as 2 artanh s by its series in s = u/(2 + u) ≤ ⅓: the next term is below 10⁻⁸ of the sum. */
    static float log1p(float u) {
        float s = u / (2f + u);
        float z = s * s;
        float p = Math.fma(z, 1f / 15f, 1f / 13f);
        p = Math.fma(p, z, 1f / 11f);
        p = Math.fma(p, z, 1f / 9f);
        p = Math.fma(p, z, 1f / 7f);
        p = Math.fma(p, z, 0.2f);
        p = Math.fma(p, z, 1f / 3f);
        return 2f * Math.fma(p * z, s, s);
    }
}
