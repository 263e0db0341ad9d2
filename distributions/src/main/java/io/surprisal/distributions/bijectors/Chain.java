package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One map after another. Where the second takes arguments of more axes than the first makes, the first works on each element of those
 * axes, and its logarithms of determinants are summed over them.
 */
record Chain(Bijector first, Bijector second) implements Bijector {
    Chain {
        if (second.domainRank() < first.imageRank()) {
            throw new IllegalArgumentException("Chain: " + second + " takes arguments of " + second.domainRank()
                    + " axes, but " + first + " makes values of " + first.imageRank()
                    + ". Exchange them, or leave out one.");
        }
    }

    private int axesAdded() {
        return second.domainRank() - first.imageRank();
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> second.forward(first.forward(x)));
    }

    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> first.inverse(second.inverse(y)));
    }

    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> overAxesAdded(first.logDeterminant(x)).plus(second.logDeterminant(first.forward(x))));
    }

    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() ->
                second.inverseLogDeterminant(y).plus(overAxesAdded(first.inverseLogDeterminant(second.inverse(y)))));
    }

    private Tensor overAxesAdded(Tensor logDeterminant) {
        Tensor sum = logDeterminant;
        for (int i = 0; i < axesAdded(); i++) {
            sum = sum.sum(-1);
        }
        return sum;
    }

    @Override
    public int domainRank() {
        return first.domainRank() + axesAdded();
    }

    @Override
    public int imageRank() {
        return second.imageRank();
    }

    @Override
    public Optional<Direction> direction() {
        return first.direction().flatMap(earlier -> second.direction().map(earlier::then));
    }

    @Override
    public Bijector mapTensors(UnaryOperator<Tensor> change) {
        return new Chain(first.mapTensors(change), second.mapTensors(change));
    }
}
