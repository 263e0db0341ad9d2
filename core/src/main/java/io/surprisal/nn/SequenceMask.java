package io.surprisal.nn;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/** Which places of a batch of sequences of different lengths hold data. */
public final class SequenceMask {
    private SequenceMask() {}

    /**
     * True at the first {@code lengths[i]} places of sequence i.
     *
     * @param backend where the mask lives
     * @param lengths of the sequences, from 0 to {@code time}
     * @param time the number of places
     * @return BOOL [lengths.length, time]
     * @throws IllegalArgumentException if {@code time} is negative, or a length is negative or exceeds it
     */
    public static Tensor ofLengths(Backend backend, int[] lengths, int time) {
        if (time < 0) {
            throw new IllegalArgumentException(
                    "SequenceMask: the number of places must not be negative, but is " + time + ". Use 0 or more.");
        }
        boolean[] mask = new boolean[Shape.of(lengths.length, time).size()];
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < 0 || lengths[i] > time) {
                throw new IllegalArgumentException("SequenceMask: lengths[" + i + "] = " + lengths[i]
                        + " must be from 0 to the number of places " + time + ". Pad or cut the sequences.");
            }
            Arrays.fill(mask, i * time, i * time + lengths[i], true);
        }
        return backend.of(mask, lengths.length, time);
    }
}
