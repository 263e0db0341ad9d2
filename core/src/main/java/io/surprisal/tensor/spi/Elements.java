package io.surprisal.tensor.spi;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An argument's elements in the order of the result that it broadcasts to; without offsets where it has that shape already, or is one
 * number.
 */
final class Elements {
    private final double[] values;
    private final int @Nullable [] offsets;
    private final int stride;

    private Elements(double[] values, int @Nullable [] offsets, int stride) {
        this.values = values;
        this.offsets = offsets;
        this.stride = stride;
    }

    static Elements of(HostArray argument, Shape out) {
        double[] values = argument.dtype() == DType.FLOAT64 ? argument.doubles() : argument.toDoubles();
        boolean isAligned = values.length == 1 || argument.shape().equals(out);
        return new Elements(
                values, isAligned ? null : Offsets.broadcast(argument.shape(), out), values.length == 1 ? 0 : 1);
    }

    /** A copy of the first {@code size} elements. */
    double[] toArray(int size) {
        double[] result = new double[size];
        Arrays.setAll(result, this::at);
        return result;
    }

    double at(int i) {
        return values[offsets == null ? i * stride : offsets[i]];
    }
}
