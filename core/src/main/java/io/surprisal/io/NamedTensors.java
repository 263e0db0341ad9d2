package io.surprisal.io;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies named arrays between files' side, the host, and a backend. */
public final class NamedTensors {
    private NamedTensors() {}

    /**
     * Copies arrays to a backend.
     *
     * @param backend where the tensors live
     * @param arrays by name
     * @return new tensors by name, in the same order
     */
    public static Map<String, Tensor> onto(Backend backend, Map<String, HostArray> arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, backend.of(array)));
        return Collections.unmodifiableMap(tensors);
    }

    /**
     * Copies tensors to the host.
     *
     * @param tensors by name
     * @return new arrays by name, in the same order
     */
    public static Map<String, HostArray> toHost(Map<String, Tensor> tensors) {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> arrays.put(name, tensor.toHost()));
        return Collections.unmodifiableMap(arrays);
    }
}
