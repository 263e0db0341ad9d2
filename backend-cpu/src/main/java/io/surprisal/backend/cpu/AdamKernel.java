package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.AdamStep;

/** Steps of Adam on FLOAT32 parameters, in place: one pass over the four arrays. */
final class AdamKernel {
    private final float[] parameter = new float[Scratch.BLOCK];
    private final float[] gradient = new float[Scratch.BLOCK];
    private final float[] mean = new float[Scratch.BLOCK];
    private final float[] square = new float[Scratch.BLOCK];

    void step(CpuArray p, CpuArray g, CpuArray m, CpuArray v, AdamStep step) {
        int size = p.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            p.memory().get(done, parameter, 0, n);
            g.memory().get(done, gradient, 0, n);
            m.memory().get(done, mean, 0, n);
            v.memory().get(done, square, 0, n);
            average(gradient, mean, (float) step.beta1(), (float) (1 - step.beta1()), n);
            averageSquares(gradient, square, (float) step.beta2(), (float) (1 - step.beta2()), n);
            move(
                    parameter,
                    mean,
                    square,
                    (float) (step.learningRate() * step.correction1()),
                    (float) step.correction2(),
                    (float) step.epsilon(),
                    (float) (step.learningRate() * step.weightDecay()),
                    n);
            p.memory().put(done, parameter, 0, n);
            m.memory().put(done, mean, 0, n);
            v.memory().put(done, square, 0, n);
        }
    }

    private static void average(float[] g, float[] m, float keep, float take, int n) {
        for (int i = 0; i < n; i++) {
            m[i] = keep * m[i] + take * g[i];
        }
    }

    private static void averageSquares(float[] g, float[] v, float keep, float take, int n) {
        for (int i = 0; i < n; i++) {
            v[i] = keep * v[i] + take * (g[i] * g[i]);
        }
    }

    private static void move(
            float[] p, float[] m, float[] v, float rate, float correction, float epsilon, float decay, int n) {
        for (int i = 0; i < n; i++) {
            float denominator = (float) Math.sqrt(v[i] * correction) + epsilon;
            p[i] = p[i] - (rate * m[i] / denominator + decay * p[i]);
        }
    }
}
