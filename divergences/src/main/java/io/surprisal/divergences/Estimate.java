package io.surprisal.divergences;

import io.surprisal.divergences.Method.ClosedForm;
import io.surprisal.divergences.Method.MonteCarlo;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * A measure, with the way in which it was found and the uncertainty that comes with it.
 *
 * @param value the numbers, in nats where they are amounts of information and no other unit was asked for
 * @param method how they were found
 */
public record Estimate(Tensor value, Method method) implements TensorTree {
    /**
     * {@return numbers that are exact up to rounding}
     *
     * @param value the numbers
     */
    public static Estimate exact(Tensor value) {
        return new Estimate(value, new ClosedForm());
    }

    /**
     * {@return this estimate, which is in nats, in another unit}
     *
     * @param base the unit
     */
    public Estimate in(Base base) {
        return base == Base.NATS ? this : new Estimate(value.div(base.nats()), method.times(1 / base.nats()));
    }

    /** {@return the standard error, of the value's shape; 0 where nothing was drawn} */
    public Tensor standardError() {
        return method.standardErrorOf(value);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(value);
        if (method instanceof MonteCarlo monteCarlo) {
            visitor.accept(monteCarlo.standardError());
        }
    }
}
