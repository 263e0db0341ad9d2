package io.surprisal.distributions.bijectors;

import io.surprisal.distributions.family.TrailingAxes;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One map after another. Where one takes arguments of more axes than the other has there, the other works on each element of those axes, and its
 * logarithms of determinants are summed over them; over those that the determinant is of, where elements depend on each other.
 */
record Chain(Bijector first, Bijector second) implements Bijector {
    Chain {
        boolean takesParts = second.domainRank() < first.imageRank() && !first.hasFreeValues();
        if (takesParts && !(second.domainRank() == 0 && first.hasFreeElements())) {
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

    /** Sums of the second map's logarithms of determinants over the elements that the first map's is of. */
    private Tensor ofSecond(Tensor logDeterminants) {
        return second.domainRank() == 0
                ? first.sumOverFree(logDeterminants)
                : TrailingAxes.sum(logDeterminants, axesOfSecond());
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
                .plus(ofSecond(second.logDeterminant(first.forward(x)))));
    }

    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> ofSecond(second.inverseLogDeterminant(y))
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
    public boolean hasFreeElements() {
        return first.hasFreeElements() && second.hasFreeElements();
    }

    @Override
    public Tensor sumOverFree(Tensor ofElements) {
        return second.domainRank() == 0 && second.imageRank() == 0
                ? first.sumOverFree(ofElements)
                : TrailingAxes.sum(second.sumOverFree(ofElements), axesOfSecond());
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
