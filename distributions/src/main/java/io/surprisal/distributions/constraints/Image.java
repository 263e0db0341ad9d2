package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Direction;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** What a bijection makes of a set. */
record Image(Constraint set, Bijector map) implements Constraint {
    /** The image; of an interval under a map of numbers, the interval between the images of its ends. */
    static Constraint of(Constraint set, Bijector map, Tensor like) {
        Optional<Direction> direction = map.direction();
        boolean hasEnds = set instanceof Interval interval && !interval.isWhole();
        if (!hasEnds || map.domainRank() > 0 || direction.isEmpty()) {
            return new Image(set, map);
        }
        Interval interval = (Interval) set;
        boolean turns = direction.get().equals(Direction.DECREASING);
        if (interval.includesLow() != interval.includesHigh() && direction.get().isOfEach()) {
            return new Image(set, map);
        }
        Tensor doubles = like.backend().scalar(0, DType.FLOAT64);
        Bijector precise = map.mapTensors(t -> t.cast(DType.FLOAT64));
        Tensor ofLow = precise.forward(interval.low(doubles));
        Tensor ofHigh = precise.forward(interval.high(doubles));
        Tensor low = direction.get().choose(() -> ofLow, () -> ofHigh).cast(like.dtype());
        Tensor high = direction.get().choose(() -> ofHigh, () -> ofLow).cast(like.dtype());
        return Interval.of(
                Bound.simplest(low),
                Bound.simplest(high),
                turns ? interval.includesHigh() : interval.includesLow(),
                turns ? interval.includesLow() : interval.includesHigh());
    }

    @Override
    public Tensor holds(Tensor y) {
        return Scope.tidy(() -> {
            Tensor isFinite = y.isFinite();
            for (int i = 0; i < eventRank(); i++) {
                isFinite = isFinite.all(-1);
            }
            Tensor x = set.isWhole() ? WholeArgument.of(map, y, y.dtype()) : map.inverse(y);
            return set.holds(x).and(isFinite);
        });
    }

    @Override
    public String rule() {
        return "the image under " + map + " of what is " + set.rule();
    }

    @Override
    public int eventRank() {
        return set.eventRank() - map.domainRank() + map.imageRank();
    }

    @Override
    public Optional<Bijector> fromReals() {
        return set.fromReals().map(reals -> reals.then(map));
    }
}
