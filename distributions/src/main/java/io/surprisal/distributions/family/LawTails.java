package io.surprisal.distributions.family;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** The eight functions of a law at these shapes, in the order of {@link Tails}. */
record LawTails(List<ElementFunction> functions, List<Tensor> shape) implements Tails {
    private Tensor apply(int function, Tensor first) {
        return functions
                .get(function)
                .of(Stream.concat(Stream.of(first), shape.stream()).toArray(Tensor[]::new));
    }

    @Override
    public Tensor lower(Tensor z) {
        return apply(0, z);
    }

    @Override
    public Tensor upper(Tensor z) {
        return apply(1, z);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return apply(2, z);
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return apply(3, z);
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return apply(4, p);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return apply(5, p);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return apply(6, logP);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return apply(7, logP);
    }
}
