package io.surprisal.backend.cpu;

import io.surprisal.tck.BackendContract;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;

/** The contract on {@code cpu} with oneDNN. */
class CpuBackendTest extends BackendContract {
    @Override
    protected TensorBackend<?> open() {
        return open(1);
    }

    @Override
    protected TensorBackend<?> open(int threads) {
        return new CpuProvider().open(BackendOptions.defaults().withThreads(threads));
    }
}
