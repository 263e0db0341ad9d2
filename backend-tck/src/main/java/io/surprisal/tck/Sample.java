package io.surprisal.tck;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A call of one operation, with inputs inside its domain and away from its kinks.
 *
 * @param name the operation
 * @param inputs what it is called with
 * @param function the call
 */
record Sample(String name, List<HostArray> inputs, Function<List<Tensor>, Tensor> function) {
    static Sample of(String name, Function<List<Tensor>, Tensor> function, HostArray... inputs) {
        return new Sample(name, List.of(inputs), function);
    }

    /** The inputs on a backend. */
    List<Tensor> on(Backend backend) {
        List<Tensor> tensors = new ArrayList<>(inputs.size());
        for (HostArray input : inputs) {
            tensors.add(backend.of(input));
        }
        return tensors;
    }

    /** The same call with its floating inputs in another floating type. */
    Sample as(DType dtype) {
        List<HostArray> converted = inputs.stream()
                .map(input -> input.dtype().isFloating() ? Elements.of(dtype, input.shape(), input.toDoubles()) : input)
                .toList();
        return new Sample(name, converted, function);
    }

    /**
     * The same call with each floating number scaled by 1 ± {@code share}, the signs in one of many patterns. Whole numbers, which may
     * be orders, stay.
     */
    Sample scaled(double share, int pattern) {
        List<HostArray> scaled = new ArrayList<>(inputs.size());
        for (HostArray input : inputs) {
            if (!input.dtype().isFloating()) {
                scaled.add(input);
                continue;
            }
            double[] values = input.toDoubles();
            for (int i = 0; i < values.length; i++) {
                double turn = (0.6180339887498949 * (i + 1) * pattern + 0.4142135623730951 * scaled.size()) % 1;
                values[i] *= values[i] == Math.rint(values[i]) ? 1 : turn < 0.5 ? 1 + share : 1 - share;
            }
            scaled.add(Elements.of(input.dtype(), input.shape(), values));
        }
        return new Sample(name, scaled, function);
    }

    /** For reports. */
    @Override
    public String toString() {
        return name;
    }
}
