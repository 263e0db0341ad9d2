package io.surprisal.nn;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The windows along an axis, side by side: [… length …] becomes [… windows, size …]. */
final class Windows {
    private Windows() {}

    static Tensor along(Tensor x, int axis, int size, int stride) {
        int count = (x.shape().at(axis) - size) / stride + 1;
        if (size == stride) {
            Shape before = x.shape().axes(0, axis);
            Shape after = x.shape().axes(axis + 1, x.rank());
            return x.slice(axis, 0, count * size)
                    .reshape(before.then(Shape.of(count, size)).then(after));
        }
        List<Tensor> taps = new ArrayList<>(size);
        for (int tap = 0; tap < size; tap++) {
            int[] starts = new int[x.rank()];
            int[] ends = x.shape().dims();
            int[] steps = new int[x.rank()];
            Arrays.fill(steps, 1);
            starts[axis] = tap;
            ends[axis] = tap + (count - 1) * stride + 1;
            steps[axis] = stride;
            taps.add(x.slice(starts, ends, steps));
        }
        return Tensor.stack(taps, axis + 1);
    }
}
