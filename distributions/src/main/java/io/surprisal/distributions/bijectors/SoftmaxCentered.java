package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * From k − 1 real numbers to k positive ones with the sum 1: y = softmax(x₁, …, xₖ₋₁, 0).
 *
 * <p>The determinant is that of the first k − 1 elements of y, Π yᵢ over all k.
 */
public record SoftmaxCentered() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> withZero(x).softmax(-1));
    }

    /** {@return log yᵢ − log yₖ} */
    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> {
            int last = y.shape().dim(-1) - 1;
            Tensor logs = y.log();
            return logs.slice(-1, 0, last).minus(logs.slice(-1, last, last + 1));
        });
    }

    /** {@return Σ log yᵢ} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> withZero(x).logSoftmax(-1).sum(-1));
    }

    /** {@return −Σ log yᵢ} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> y.log().sum(-1).neg());
    }

    @Override
    public boolean hasFreeValues() {
        return false;
    }

    @Override
    public boolean hasFreeElements() {
        return true;
    }

    /** {@return sums over all elements but the last} */
    @Override
    public Tensor sumOverFree(Tensor ofElements) {
        return Scope.tidy(
                () -> ofElements.slice(-1, 0, ofElements.shape().dim(-1) - 1).sum(-1));
    }

    @Override
    public int domainRank() {
        return 1;
    }

    private static Tensor withZero(Tensor x) {
        Tensor zero = x.backend().zeros(x.shape().with(-1, 1), x.dtype());
        return Tensor.concat(List.of(x, zero), -1);
    }
}
