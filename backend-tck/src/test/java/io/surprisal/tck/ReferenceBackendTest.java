package io.surprisal.tck;

import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;

/** The reference backend keeps the contract. */
class ReferenceBackendTest extends BackendContract {
    @Override
    protected TensorBackend<?> open() {
        return new ReferenceProvider().open(BackendOptions.defaults());
    }
}
