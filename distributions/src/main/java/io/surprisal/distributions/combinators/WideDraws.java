package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Function;

/** Draws for a batch to which that of a distribution broadcasts: independent ones, where the distribution's would be repeated. */
final class WideDraws {
    private WideDraws() {}

    /**
     * Draws of sampleShape + batch + event shape.
     *
     * @param distribution what is drawn from
     * @param sampleShape how many draws of each
     * @param batch the wider batch
     * @param draw the distribution's draws for a sample shape
     */
    static Tensor of(Distribution distribution, Shape sampleShape, Shape batch, Function<Shape, Tensor> draw) {
        Shape own = distribution.batchShape();
        int lead = batch.rank() - own.rank();
        int[] repeats = new int[own.rank()];
        Shape more = sampleShape.then(batch.axes(0, lead));
        int before = more.rank();
        for (int i = 0; i < own.rank(); i++) {
            boolean isRepeated = own.at(i) != batch.at(lead + i);
            repeats[i] = isRepeated ? more.rank() : -1;
            more = isRepeated ? more.then(Shape.of(batch.at(lead + i))) : more;
        }
        Tensor drawn = draw.apply(more);
        if (more.rank() == before) {
            return drawn;
        }
        return drawn.transpose(order(drawn.rank(), before, more.rank(), repeats))
                .reshape(sampleShape.then(batch).then(distribution.eventShape()));
    }

    /** Each repeated axis goes to the place before the axis of length 1 that it repeats. */
    private static int[] order(int rank, int before, int own, int[] repeats) {
        int[] order = new int[rank];
        Arrays.setAll(order, i -> i);
        int next = before;
        for (int i = 0; i < repeats.length; i++) {
            if (repeats[i] >= 0) {
                order[next++] = repeats[i];
            }
            order[next++] = own + i;
        }
        return order;
    }
}
