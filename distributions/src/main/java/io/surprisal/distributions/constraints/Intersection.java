package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** The numbers of a set that are also in an interval; {@code ends} are those of both together. */
record Intersection(Constraint set, Interval interval, Interval ends) implements Constraint {
    /** The intersection; an interval where the set is one that has its ends, or none. */
    static Constraint of(Constraint set, Interval interval, Tensor like) {
        if (!(set instanceof Interval other)) {
            return new Intersection(set, interval, interval);
        }
        if (other.isUnbounded()) {
            return interval;
        }
        Interval ends = Interval.ofEnds(
                other.low(like).maximum(interval.low(like)), other.high(like).minimum(interval.high(like)));
        boolean hasItsEnds = (other.includesLow() || !other.hasLow()) && (other.includesHigh() || !other.hasHigh());
        Interval both = other.isWhole() ? ends.whole() : ends;
        return hasItsEnds ? both : new Intersection(set, interval, both);
    }

    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> set.holds(x).and(interval.holds(x)));
    }

    @Override
    public String rule() {
        return set.rule() + " and " + interval.rule();
    }

    @Override
    public boolean isWhole() {
        return set.isWhole();
    }

    @Override
    public Optional<Bijector> fromReals() {
        return set.fromReals().isEmpty() ? Optional.empty() : ends.fromReals();
    }
}
