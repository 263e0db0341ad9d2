package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;

/** Which matrices meet in a batched operation whose leading axes broadcast: for each of the result, the numbers of the two. */
final class BatchPairs {
    private final int[] left;
    private final int[] right;

    private BatchPairs(int[] left, int[] right) {
        this.left = left;
        this.right = right;
    }

    static BatchPairs of(Shape a, Shape b, Shape out) {
        Shape batch = leading(out);
        return new BatchPairs(Offsets.broadcast(leading(a), batch), Offsets.broadcast(leading(b), batch));
    }

    private static Shape leading(Shape shape) {
        return shape.axes(0, shape.rank() - 2);
    }

    int count() {
        return left.length;
    }

    long left(int i) {
        return left[i];
    }

    long right(int i) {
        return right[i];
    }
}
