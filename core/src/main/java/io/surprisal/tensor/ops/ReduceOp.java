package io.surprisal.tensor.ops;

import io.surprisal.tensor.DType;

/** Reductions over axes. Sums and products of integers and BOOL are INT64; the axes reduced are never empty here. */
public enum ReduceOp {
    /** Σ x, of any type. Floating sums are compensated or pairwise: 2²⁴ + 1,000 ones in FLOAT32 are counted right. */
    SUM,
    /** Π x, of numbers. */
    PRODUCT,
    /** The largest, of numbers; NaN where one is NaN. Of BOOL: whether any is true. */
    MAX,
    /** The smallest, of numbers; NaN where one is NaN. Of BOOL: whether all are true. */
    MIN;

    private final String label = Label.of(name());

    /** {@return the operation's name in messages and in the API} */
    public String label() {
        return label;
    }

    /**
     * {@return the element type of the result: INT64 for sums and products of anything but floating elements}
     *
     * @param argument the argument's element type, one that the operation takes
     */
    public DType resultType(DType argument) {
        boolean widens = this == SUM || this == PRODUCT;
        return widens && !argument.isFloating() ? DType.INT64 : argument;
    }
}
