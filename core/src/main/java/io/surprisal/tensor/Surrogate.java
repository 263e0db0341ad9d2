package io.surprisal.tensor;

/** Numbers with the derivatives of others: of a formula for the same, or of a smooth function in place of steps. */
public final class Surrogate {
    private static final ElementFunction FUNCTION = ElementFunction.of("surrogate", (value, moving) -> value)
            .withSlopes(
                    (x, y) -> y.backend().scalar(0, y.dtype()),
                    (x, y) -> y.backend().scalar(1, y.dtype()));

    private Surrogate() {}

    /**
     * {@return the first tensor's numbers, which move as those of the second do} The second's own numbers do not matter, nor whether they are finite.
     *
     * @param values the numbers
     * @param moving what has the derivatives, of all orders; of the same floating dtype and backend, and a shape that broadcasts
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    public static Tensor of(Tensor values, Tensor moving) {
        return FUNCTION.of(values.stopGradient(), moving);
    }
}
