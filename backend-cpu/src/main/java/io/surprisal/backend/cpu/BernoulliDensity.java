package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;

/** Log-probabilities of FLOAT32 outcomes in their logits, summed over the last axes as they are computed. */
final class BernoulliDensity {
    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Engine engine;
    private final TermSum sum;
    private final float[] first = new float[Scratch.BLOCK];
    private final float[] second = new float[Scratch.BLOCK];
    private final float[] third = new float[Scratch.BLOCK];

    BernoulliDensity(CpuArrays arrays, Scratch scratch, Engine engine) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.engine = engine;
        this.sum = new TermSum(arrays, scratch);
    }

    /** Σ x·l − softplus(l), from u = e^(−|l|): (x·l − max(l, 0)) − log(1 + u), the bracket rounded once. */
    CpuArray logProb(CpuArray logits, CpuArray x, int summed, Shape out) {
        CpuArray y = logProb(logits, x, summed, out, BernoulliDensity::terms);
        if (!hasNaN(y)) {
            return y;
        }
        arrays.release(y);
        return logProb(logits, x, summed, out, BernoulliDensity::termsOfAnyLogits);
    }

    private CpuArray logProb(CpuArray logits, CpuArray x, int summed, Shape out, Terms terms) {
        CpuArray exponentials = arrays.make(logits.shape(), DType.FLOAT32);
        // The engine's exponentials lose the last digits of tiny ones, which vanish in a sum and not where elements
        // stand alone.
        boolean given = summed > 0 && engine.expOfNegativeMagnitude(logits, exponentials);
        CpuArray y = sum.of(out, logits.size(), (index, target, n) -> {
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

    private static void terms(float[] logits, float[] x, float[] u, float[] terms, int n) {
        for (int i = 0; i < n; i++) {
            float l = logits[i];
            terms[i] = Math.fma(x[i], l, -Math.max(l, 0f)) - FloatLogistic.log1p(u[i]);
        }
    }

    /** The same where 0·∞ is 0, at a certain outcome: branches, which do not vectorise. */
    private static void termsOfAnyLogits(float[] logits, float[] x, float[] u, float[] terms, int n) {
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
    CpuArray backward(CpuArray cotangent, CpuArray logits, CpuArray x) {
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
            gradients(third, second, scratch.floatsA, scratch.floatsB, n);
            y.memory().put(done, scratch.floatsB, 0, n);
        }
        return y;
    }

    private static void gradients(float[] cotangents, float[] x, float[] sigmoids, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = cotangents[i] * (x[i] - sigmoids[i]);
        }
    }

    /** From a block of logits, outcomes and e^−|logit|. */
    @FunctionalInterface
    private interface Terms {
        void write(float[] logits, float[] x, float[] u, float[] terms, int n);
    }
}
