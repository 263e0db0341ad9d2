package io.surprisal.backend.cpu;

import io.surprisal.tck.BackendContract;
import io.surprisal.tck.Tolerances;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;

/** The contract on {@code cpu} with oneDNN, on as many threads as the build sets for this module's tests. */
class CpuBackendTest extends BackendContract {
    @Override
    protected TensorBackend<?> open() {
        return new CpuProvider().open(BackendOptions.defaults());
    }

    /** {@link OneDnnUnary} says where its exp of large arrays errs by more than the standard. */
    @Override
    protected Tolerances tolerances() {
        return super.tolerances().with(UnaryOp.EXP, DType.FLOAT32, 6);
    }
}
