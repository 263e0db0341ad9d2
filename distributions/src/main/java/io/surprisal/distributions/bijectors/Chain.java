package io.surprisal.distributions.bijectors;

import io.surprisal.distributions.family.TrailingAxes;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One map after another. Where one takes arguments of more axes than the other has there, the other works on each element of those axes, and its
 * logarithms of determinants are summed over them.
 */
record Chain(Bijector first, Bijector second) implements Bijector {
    Chain {
        if (second.domainRank() < first.imageRank() && !first.hasFreeValues()) {
            throw new IllegalArgumentException("Chain: " + second + " takes arguments of " + second.domainRank()
                    + " axes, but " + first + " makes values of " + first.imageRank()
                    + " whose elements depend on each other, so that determinants do not multiply. Apply it before, to "
                    + "the arguments.");
        }
    }

    /** Over how many axes the first map is repeated. */
    private int axesOfFirst() {
        return Math.max(0, second.domainRank() - first.imageRank());
    }

    /** Over how many axes the second map is repeated. */
    private int axesOfSecond() {
        return Math.max(0, first.imageRank() - second.domainRank());
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
        return Scope.tidy(() -> TrailingAxes.sum(first.logDeterminant(x), axesOfFirst())
                .plus(TrailingAxes.sum(second.logDeterminant(first.forward(x)), axesOfSecond())));
    }

    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> TrailingAxes.sum(second.inverseLogDeterminant(y), axesOfSecond())
                .plus(TrailingAxes.sum(first.inverseLogDeterminant(second.inverse(y)), axesOfFirst())));
    }

    @Override
    public int domainRank() {
        return first.domainRank() + axesOfFirst();
    }

    @Override
    public int imageRank() {
        return second.imageRank() + axesOfSecond();
    }

    @Override
    public boolean hasFreeValues() {
        return first.hasFreeValues() && second.hasFreeValues();
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
