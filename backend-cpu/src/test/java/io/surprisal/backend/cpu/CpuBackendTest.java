package io.surprisal.backend.cpu;

import io.surprisal.tck.BackendContract;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;

/** The contract on {@code cpu} with oneDNN, on as many threads as the build sets for this module's tests. */
class CpuBackendTest extends BackendContract {
    @Override
    protected TensorBackend<?> open() {
        return new CpuProvider().open(BackendOptions.defaults());
    }
}
