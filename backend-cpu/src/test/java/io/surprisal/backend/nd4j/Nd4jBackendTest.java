package io.surprisal.backend.nd4j;

import io.surprisal.tck.BackendContract;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;

/** The backend on ND4J's arrays keeps the contract. */
class Nd4jBackendTest extends BackendContract {
    @Override
    protected TensorBackend<?> open() {
        return new Nd4jProvider().open(BackendOptions.defaults());
    }

    @Override
    protected TensorBackend<?> open(int threads) {
        return new Nd4jProvider().open(BackendOptions.defaults().withThreads(threads));
    }
}
