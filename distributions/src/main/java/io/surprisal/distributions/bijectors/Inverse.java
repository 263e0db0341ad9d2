package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A map read backwards. */
record Inverse(Bijector map) implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return map.inverse(x);
    }

    @Override
    public Tensor inverse(Tensor y) {
        return map.forward(y);
    }

    @Override
    public Tensor logDeterminant(Tensor x) {
        return map.inverseLogDeterminant(x);
    }

    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return map.logDeterminant(y);
    }

    @Override
    public int domainRank() {
        return map.imageRank();
    }

    @Override
    public int imageRank() {
        return map.domainRank();
    }

    /** Arguments that are numbers or vectors of them are free; of matrices it is not known. */
    @Override
    public boolean hasFreeValues() {
        return map.domainRank() < 2;
    }

    @Override
    public Bijector inverted() {
        return map;
    }

    @Override
    public Optional<Direction> direction() {
        return map.direction();
    }

    @Override
    public Bijector mapTensors(UnaryOperator<Tensor> change) {
        return new Inverse(map.mapTensors(change));
    }
}
