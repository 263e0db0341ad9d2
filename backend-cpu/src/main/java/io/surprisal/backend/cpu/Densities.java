package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;

/** Log-densities of FLOAT32 elements, summed over the last axes as they are computed. */
final class Densities {
    /** ½ log 2π. */
    private static final float HALF_LOG_TWO_PI = 0.9189385332f;

    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Engine engine;
    private final float[] first = new float[Scratch.BLOCK];
    private final float[] second = new float[Scratch.BLOCK];
    private final float[] third = new float[Scratch.BLOCK];

    Densities(CpuArrays arrays, Scratch scratch, Engine engine) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.engine = engine;
    }

    /** Σ x·l − softplus(l), from u = e^(−|l|): (x·l − max(l, 0)) − log(1 + u), the bracket rounded once. */
    CpuArray bernoulli(CpuArray logits, CpuArray x, int summed, Shape out) {
        CpuArray y = bernoulli(logits, x, summed, out, Densities::bernoulliTerms);
        if (!hasNaN(y)) {
            return y;
        }
        arrays.release(y);
        return bernoulli(logits, x, summed, out, Densities::bernoulliTermsOfAnyLogits);
    }

    private CpuArray bernoulli(CpuArray logits, CpuArray x, int summed, Shape out, BernoulliTerms terms) {
        CpuArray exponentials = arrays.make(logits.shape(), DType.FLOAT32);
        // The engine's exponentials lose the last digits of tiny ones, which vanish in a sum and not where elements
        // stand alone.
        boolean given = summed > 0 && engine.expOfNegativeMagnitude(logits, exponentials);
        CpuArray y = sum(out, logits.size(), (index, target, n) -> {
            logits.memory().get(index, first, 0, n);
            x.memory().get(index, second, 0, n);
            if (given) {
                exponentials.memory().get(index, third, 0, n);
                terms.write(first, second, third, target, n);
            } else {
                FloatLogistic logistic = scratch.elementary.logistic();
                logistic.expOfNegativeMagnitude(first, n);
                terms.write(first, second, logistic.exponentials(), target, n);
            }
        });
        arrays.release(exponentials);
        return y;
    }

    private static void bernoulliTerms(float[] logits, float[] x, float[] u, float[] terms, int n) {
        for (int i = 0; i < n; i++) {
            float l = logits[i];
            terms[i] = Math.fma(x[i], l, -Math.max(l, 0f)) - FloatLogistic.log1p(u[i]);
        }
    }

    /** The same where 0·∞ is 0, at a certain outcome: branches, which do not vectorise. */
    private static void bernoulliTermsOfAnyLogits(float[] logits, float[] x, float[] u, float[] terms, int n) {
        for (int i = 0; i < n; i++) {
            float l = logits[i];
            float share = l > 0 ? x[i] - 1 : x[i];
            float certain = Float.isNaN(l) ? l : 0f;
            terms[i] = (share == 0 ? certain : share * l) - FloatLogistic.log1p(u[i]);
        }
    }

    private boolean hasNaN(CpuArray y) {
        int size = y.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            y.memory().get(done, first, 0, n);
            for (int i = 0; i < n; i++) {
                if (Float.isNaN(first[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** cotangent·(x − σ(logits)). */
    CpuArray bernoulliBackward(CpuArray cotangent, CpuArray logits, CpuArray x) {
        CpuArray y = arrays.make(logits.shape(), DType.FLOAT32);
        if (cotangent.size() == 1
                && engine.bernoulliGradient(logits, x, cotangent.memory().getFloat(0), y)) {
            return y;
        }
        Reader cotangents = new Reader(cotangent, Layout.broadcast(cotangent.shape(), logits.shape()));
        int size = logits.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            logits.memory().get(done, first, 0, n);
            x.memory().get(done, second, 0, n);
            cotangents.next(third, n);
            scratch.elementary.logistic().sigmoid(first, scratch.floatsA, n);
            bernoulliGradients(third, second, scratch.floatsA, scratch.floatsB, n);
            y.memory().put(done, scratch.floatsB, 0, n);
        }
        return y;
    }

    private static void bernoulliGradients(float[] cotangents, float[] x, float[] sigmoids, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = cotangents[i] * (x[i] - sigmoids[i]);
        }
    }

    /** Σ −½((x − mean)/scale)² − log scale − ½ log 2π. */
    CpuArray normal(CpuArray x, CpuArray mean, CpuArray scale, Shape out) {
        return sum(out, x.size(), (index, target, n) -> {
            scale.memory().get(index, first, 0, n);
            scratch.elementary.logarithm().log(first, third, n);
            x.memory().get(index, target, 0, n);
            mean.memory().get(index, second, 0, n);
            normalTerms(target, second, first, third, n);
        });
    }

    private static void normalTerms(float[] x, float[] mean, float[] scale, float[] logScale, int n) {
        for (int i = 0; i < n; i++) {
            float z = (x[i] - mean[i]) / scale[i];
            x[i] = -0.5f * (z * z) - logScale[i] - HALF_LOG_TWO_PI;
        }
    }

    /** Sums as many neighbouring terms into each element of {@code out} as there are. */
    private CpuArray sum(Shape out, int size, FloatSource terms) {
        CpuArray y = arrays.make(out, DType.FLOAT32);
        if (out.size() == size) {
            for (long done = 0; done < size; done += Scratch.BLOCK) {
                int n = Scratch.block(done, size);
                terms.load(done, scratch.floatsA, n);
                y.memory().put(done, scratch.floatsA, 0, n);
            }
            return y;
        }
        new FloatSum(terms, y, scratch).reduce(new Lanes(out.size(), size / out.size(), 1));
        return y;
    }

    /** From a block of logits, outcomes and e^−|logit|. */
    @FunctionalInterface
    private interface BernoulliTerms {
        void write(float[] logits, float[] x, float[] u, float[] terms, int n);
    }
}
