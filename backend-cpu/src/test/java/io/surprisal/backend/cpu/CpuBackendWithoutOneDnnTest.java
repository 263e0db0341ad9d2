package io.surprisal.backend.cpu;

import io.surprisal.tck.BackendContract;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;

/** The contract on {@code cpu} as it is on platforms that oneDNN has no build for. */
class CpuBackendWithoutOneDnnTest extends BackendContract {
    @Override
    protected TensorBackend<?> open() {
        System.setProperty(NativeLibraries.ONEDNN_PROPERTY, "false");
        try {
            return new CpuProvider().open(BackendOptions.defaults());
        } finally {
            System.clearProperty(NativeLibraries.ONEDNN_PROPERTY);
        }
    }
}
