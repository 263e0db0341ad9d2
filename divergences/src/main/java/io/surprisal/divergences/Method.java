package io.surprisal.divergences;

import io.surprisal.tensor.Tensor;

/** How a number was found, and how far from the truth that may leave it. */
public sealed interface Method {
    /**
     * {@return the standard error of a value found in this way, of its shape; 0 where nothing was drawn}
     *
     * @param value the value
     */
    Tensor standardErrorOf(Tensor value);

    /**
     * {@return this method for the value times a factor}
     *
     * @param factor the factor, positive
     */
    Method times(double factor);

    /** A formula or a finite sum: exact up to rounding. */
    record ClosedForm() implements Method {
        @Override
        public Tensor standardErrorOf(Tensor value) {
            return value.backend().zeros(value.shape(), value.dtype());
        }

        @Override
        public Method times(double factor) {
            return this;
        }
    }

    /**
     * A mean over draws.
     *
     * @param standardError the estimated standard deviation of the mean, of its shape
     * @param draws how many draws each mean is over
     */
    record MonteCarlo(Tensor standardError, int draws) implements Method {
        @Override
        public Tensor standardErrorOf(Tensor value) {
            return standardError;
        }

        @Override
        public Method times(double factor) {
            return new MonteCarlo(standardError.times(factor), draws);
        }
    }
}
