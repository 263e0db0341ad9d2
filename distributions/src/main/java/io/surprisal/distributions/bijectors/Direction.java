package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Tensor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a monotone map of numbers keeps their order or turns it round; in a batch of maps, each for itself. */
public final class Direction {
    /** The order is kept. */
    public static final Direction INCREASING = new Direction(false, null);
    /** The order is turned round. */
    public static final Direction DECREASING = new Direction(true, null);

    /** Of all maps; without effect where there is a sign. */
    private final boolean turns;

    /** A number for each map, negative where the order is turned round. */
    private final @Nullable Tensor sign;

    private Direction(boolean turns, @Nullable Tensor sign) {
        this.turns = turns;
        this.sign = sign;
    }

    /**
     * {@return the direction of maps whose slopes have given signs}
     *
     * @param slope numbers, negative where the order is turned round; never 0
     */
    public static Direction of(Tensor slope) {
        return new Direction(false, slope);
    }

    /**
     * {@return the direction of a map of this direction followed by another one}
     *
     * @param next the direction of the other
     */
    public Direction then(Direction next) {
        if (sign == null) {
            return turns ? next.reversed() : next;
        }
        if (next.sign == null) {
            return next.turns ? reversed() : this;
        }
        return new Direction(false, sign.sign().times(next.sign.sign()));
    }

    /** {@return whether each map of a batch has a direction of its own} */
    public boolean isOfEach() {
        return sign != null;
    }

    private Direction reversed() {
        return sign == null ? (turns ? INCREASING : DECREASING) : new Direction(false, sign.neg());
    }

    /**
     * {@return one of two tensors, or of each the elements of the maps that it is for; only what is needed is computed}
     *
     * @param increasing for maps that keep the order
     * @param decreasing for maps that turn it round
     */
    public Tensor choose(Supplier<Tensor> increasing, Supplier<Tensor> decreasing) {
        if (sign == null) {
            return turns ? decreasing.get() : increasing.get();
        }
        return Tensor.where(sign.less(0), decreasing.get(), increasing.get());
    }

    /** {@return what it is, in a word} */
    @Override
    public String toString() {
        return sign != null ? "by the sign of each slope" : turns ? "decreasing" : "increasing";
    }
}
