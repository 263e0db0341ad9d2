package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;

/** How far an element may be from the oracle's. NaN and infinities have no distance: they must agree. */
interface Bound {
    /** The largest error allowed at {@code index}; 0 means that the element is the oracle's, rounded once to {@code dtype}. */
    double at(int index, double expected, DType dtype);

    /** Whether 0 and −0 are told apart. */
    default boolean tellsZerosApart() {
        return false;
    }

    /** This error and another one together. */
    default Bound plus(Bound other) {
        return (index, expected, dtype) -> at(index, expected, dtype) + other.at(index, expected, dtype);
    }

    /** The oracle's element, rounded once; zeros keep their sign. */
    static Bound exact() {
        return new Ulps(0, true);
    }

    /** As {@link #exact()}, but either zero will do. */
    static Bound exactButForZeros() {
        return new Ulps(0, false);
    }

    /** So many units in the last place of the oracle's element. */
    static Bound ulps(double ulps) {
        return new Ulps(ulps, true);
    }

    /**
     * {@code factor} roundings of the magnitudes that met in each element: factor · ε · magnitude, plus the smallest normal number, because
     * sums of products may underflow.
     */
    static Bound roundings(double factor, HostArray magnitudes) {
        return (index, expected, dtype) -> roundings(factor, magnitudes.doubleAt(index), dtype);
    }

    /** As above, for FLOAT64 results that the oracle computed from results of type {@code working}. */
    static Bound roundings(double factor, HostArray magnitudes, DType working) {
        return (index, expected, dtype) -> roundings(factor, magnitudes.doubleAt(index), working);
    }

    private static double roundings(double factor, double magnitude, DType dtype) {
        return factor * Elements.epsilon(dtype) * magnitude + Elements.smallestNormal(dtype);
    }
}
