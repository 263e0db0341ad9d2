package io.surprisal.examples.custombackend;

import io.surprisal.tck.BackendContract;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;

class StridedBackendTest extends BackendContract {
    @Override
    protected TensorBackend<?> open() {
        return new StridedProvider().open(BackendOptions.defaults());
    }
}
