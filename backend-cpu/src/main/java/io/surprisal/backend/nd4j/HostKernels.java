package io.surprisal.backend.nd4j;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The way out for operations that ND4J computes wrongly: to the host, through the reference backend, and back. */
final class HostKernels {
    private final TensorBackend<Object> reference = opened();

    @SuppressWarnings("unchecked") // It is only ever given arrays that it made.
    private static TensorBackend<Object> opened() {
        return (TensorBackend<Object>) new ReferenceProvider().open(BackendOptions.defaults());
    }

    /** Applies a kernel of the reference backend to these arrays. */
    HostArray apply(BiFunction<TensorBackend<Object>, List<Object>, Object> kernel, HostArray... arguments) {
        List<Object> arrays = new ArrayList<>(arguments.length + 1);
        try {
            for (HostArray argument : arguments) {
                arrays.add(reference.fromHost(argument));
            }
            Object result = kernel.apply(reference, List.copyOf(arrays));
            arrays.add(result);
            return reference.toHost(result);
        } finally {
            arrays.forEach(reference::release);
        }
    }
}
