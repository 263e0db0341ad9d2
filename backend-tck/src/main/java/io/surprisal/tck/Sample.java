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

    /** For reports. */
    @Override
    public String toString() {
        return name;
    }
}
