package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** Arrays whose elements are all inside one set. */
record Product(Constraint element, int axes) implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> {
            int[] last = new int[axes];
            for (int i = 0; i < axes; i++) {
                last[i] = -1 - i;
            }
            return element.holds(x).all(last);
        });
    }

    @Override
    public String rule() {
        return element.rule() + " in every element";
    }

    /** Of the first element that is not inside, by its own place. */
    @Override
    public String refusal(String name, Shape shape, int position, double[] value) {
        if (element instanceof Interval interval) {
            for (int i = 0; i < value.length; i++) {
                if (!interval.admits(value[i])) {
                    return interval.refusal(name, shape, position + i, new double[] {value[i]});
                }
            }
        }
        return Constraint.super.refusal(name, shape, position, value);
    }

    @Override
    public boolean isWhole() {
        return element.isWhole();
    }

    @Override
    public int eventRank() {
        return element.eventRank() + axes;
    }

    @Override
    public Optional<Bijector> fromReals() {
        return element.fromReals();
    }
}
