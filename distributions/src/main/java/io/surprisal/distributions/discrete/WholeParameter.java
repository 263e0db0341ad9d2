package io.surprisal.distributions.discrete;

import io.surprisal.tensor.ElementFunction;

/** Arguments that are whole numbers, in which nothing has a derivative. */
final class WholeParameter {
    /** The slope 0 in outcomes, which do not move. */
    static final ElementFunction.Slope STILL = (x, y) -> y.backend().scalar(0, y.dtype());

    private WholeParameter() {}

    /** The error that says so. */
    static UnsupportedOperationException noSlope(String family, String parameter) {
        return new UnsupportedOperationException(family + ": has no derivative in " + parameter
                + ", which are whole numbers. Cut them off with stopGradient().");
    }

    /** A slope that throws it. */
    static ElementFunction.Slope none(String family, String parameter) {
        return (x, y) -> {
            throw noSlope(family, parameter);
        };
    }
}
