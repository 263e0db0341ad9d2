package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** From vectors of n real numbers to increasing ones: y₁ = x₁ and yᵢ = yᵢ₋₁ + exp(xᵢ). */
public record Ordered() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(
                () -> Tensor.concat(List.of(first(x), rest(x).exp()), -1).cumsum(-1));
    }

    /** {@return y₁ and the logarithms of the differences; NaN where elements decrease} */
    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> Tensor.concat(List.of(first(y), differences(y).log()), -1));
    }

    /** {@return x₂ + … + xₙ} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> rest(x).sum(-1));
    }

    /** {@return −Σ log(yᵢ − yᵢ₋₁)} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> differences(y).log().sum(-1).neg());
    }

    @Override
    public int domainRank() {
        return 1;
    }

    private static Tensor first(Tensor x) {
        return x.slice(-1, 0, 1);
    }

    private static Tensor rest(Tensor x) {
        return x.slice(-1, 1, x.shape().dim(-1));
    }

    private static Tensor differences(Tensor y) {
        return rest(y).minus(y.slice(-1, 0, y.shape().dim(-1) - 1));
    }
}
