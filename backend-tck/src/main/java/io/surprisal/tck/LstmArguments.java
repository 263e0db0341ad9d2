package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.function.Consumer;

/**
 * The arguments of one run of an LSTM.
 *
 * @param dtype their type
 * @param size time, batch and units
 * @param spread the inputs lie between ± this
 * @param shown which places count
 */
record LstmArguments(DType dtype, Shape size, double spread, Shown shown) {
    /** Which places count. */
    enum Shown {
        ALL,
        /** Sequence n ends after n mod (time + 1) places; the first is empty. */
        BEGINNINGS,
        /** Every third place is left out. */
        PAUSED
    }

    /** Runs of every floating type and size. */
    static void each(double spread, Shown shown, Iterable<Shape> sizes, Consumer<LstmArguments> test) {
        for (DType dtype : Domains.FLOATING) {
            for (Shape size : sizes) {
                test.accept(new LstmArguments(dtype, size, spread, shown));
            }
        }
    }

    /** The inputs, the recurrent weight, the hidden and the cell state, and the mask. */
    HostArray[] all() {
        int units = size.at(2);
        Shape state = size.axes(1, 3);
        // A wide recurrence of large weights would be chaotic, and its rounding errors would grow from place to place.
        double weight = 1 / Math.sqrt(units);
        return new HostArray[] {
            Samples.of(162).uniform(dtype, size.with(2, 4 * units), -spread, spread),
            Samples.of(163).uniform(dtype, Shape.of(units, 4 * units), -weight, weight),
            Samples.of(164).uniform(dtype, state, -1, 1),
            Samples.of(165).ordinary(dtype, state),
            HostArray.wrap(mask(), size.axes(0, 2))
        };
    }

    /** The same, with NaN and ∞ among the inputs where the mask is false. */
    HostArray[] spoiltWhereMasked() {
        HostArray[] arguments = all();
        double[] inputs = arguments[0].toDoubles();
        boolean[] mask = mask();
        for (int i = 0; i < inputs.length; i++) {
            if (!mask[i / (4 * size.at(2))]) {
                inputs[i] = i % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
            }
        }
        arguments[0] = Elements.of(dtype, arguments[0].shape(), inputs);
        return arguments;
    }

    private boolean[] mask() {
        int time = size.at(0);
        int batch = size.at(1);
        boolean[] mask = new boolean[time * batch];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = switch (shown) {
                case ALL -> true;
                case BEGINNINGS -> i / batch < i % batch % (time + 1);
                case PAUSED -> i % 3 != 1;
            };
        }
        return mask;
    }
}
