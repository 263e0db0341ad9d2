package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** The numbers 0, …, k − 1 in any order. */
public record Permutation() implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> {
            Tensor numbers = x.backend().arange(x.shape().dim(-1)).cast(x.dtype());
            return x.expandDims(-1).equalTo(numbers).any(-2).all(-1);
        });
    }

    @Override
    public String rule() {
        return "the numbers from 0 to k − 1 in some order";
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public int eventRank() {
        return 1;
    }

    /** Nothing: orders are discrete. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.empty();
    }
}
