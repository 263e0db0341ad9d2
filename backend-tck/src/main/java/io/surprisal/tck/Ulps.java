package io.surprisal.tck;

import io.surprisal.tensor.DType;

/**
 * A bound in units in the last place of the expected element. Where an approximation underflows, flushing to zero is allowed, which errs
 * by the whole element and no more; an operation that IEEE 754 rounds correctly (0 ulps) also underflows gradually.
 */
record Ulps(double ulps, boolean tellsZerosApart) implements Bound {
    @Override
    public double at(int index, double expected, DType dtype) {
        if (ulps == 0) {
            return 0;
        }
        double allowed = ulps * Elements.ulp(expected, dtype);
        double flushed = 2 * Elements.smallestNormal(dtype);
        return Math.abs(expected) < flushed ? Math.max(allowed, Math.abs(expected)) : allowed;
    }
}
