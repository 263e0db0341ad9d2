package io.surprisal.backend.cpu;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Tensors of backend {@code cpu} over native memory of others, without a copy. {@link CpuArray#address()} is the other way. */
public final class ForeignMemory {
    private ForeignMemory() {}

    /**
     * A tensor over elements in row-major order without gaps. They must stay where they are, and as they are, until the tensor and all
     * that share its memory (reshaped tensors) are released; no kernel ever writes to them.
     *
     * @param backend a backend {@code cpu}
     * @param address where the first element lies; BOOL elements are bytes 0 or 1
     * @param shape the shape, of at least one element
     * @param dtype the element type
     * @param onRelease runs once when the memory is no longer used, at the latest when the backend closes; it holds what owns the memory
     * @return a tensor, which is released like any other
     * @throws IllegalArgumentException if the backend is another
     */
    public static Tensor tensor(Backend backend, long address, Shape shape, DType dtype, Runnable onRelease) {
        if (!(backend.kernels() instanceof CpuBackend cpu)) {
            throw new IllegalArgumentException("ForeignMemory: backend " + backend.name()
                    + " does not compute on native memory of this process. Open backend cpu.");
        }
        return backend.adopt(cpu.foreign(address, shape, dtype, onRelease));
    }
}
