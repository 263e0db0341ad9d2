package io.surprisal.tensor.spi;

/**
 * One step of Adam with bias correction and decoupled weight decay:
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², p ← p − η(m·c₁/(√(v·c₂) + ε) + λp).
 *
 * @param learningRate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param weightDecay λ; 0 for plain Adam
 * @param correction1 c₁ = 1/(1 − β₁ᵗ)
 * @param correction2 c₂ = 1/(1 − β₂ᵗ)
 */
public record AdamStep(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double correction1,
        double correction2) {
    /**
     * {@return the step number {@code step}, counted from 1}
     *
     * @param step the number of the step, from 1
     * @param learningRate η
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param weightDecay λ
     */
    public static AdamStep at(
            long step, double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
        return new AdamStep(
                learningRate,
                beta1,
                beta2,
                epsilon,
                weightDecay,
                1 / (1 - Math.pow(beta1, (double) step)),
                1 / (1 - Math.pow(beta2, (double) step)));
    }
}
