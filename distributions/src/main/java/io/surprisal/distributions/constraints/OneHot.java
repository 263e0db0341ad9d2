package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** Vectors of zeros with a single one. */
public record OneHot() implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> {
            Tensor isOne = x.equalTo(1);
            return isOne.or(x.equalTo(0)).all(-1).and(isOne.sum(-1).equalTo(1));
        });
    }

    @Override
    public String rule() {
        return "a vector of zeros with a single one";
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public int eventRank() {
        return 1;
    }

    /** Nothing: such vectors are discrete. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.empty();
    }
}
