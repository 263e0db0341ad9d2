package io.surprisal.tck;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What every tensor backend must do, as tests. The author of a backend writes one class with one method:
 *
 * <pre>{@code
 * class MyBackendTest extends BackendContract {
 *     @Override
 *     protected TensorBackend<?> open() {
 *         return new MyBackend();
 *     }
 * }
 * }</pre>
 *
 * <p>The oracle is the reference backend in FLOAT64: FLOAT32 arguments are widened exactly, and results are compared in units in the last
 * place, or against an error bound of the algorithm where rounding accumulates. Each nested class is one group of promises and stands in
 * its own file. Exhaustive sweeps carry the tag {@code nightly}; a backend that needs a GPU carries {@code @Tag("gpu")} on its class.
 *
 * <p>One backend is opened for the whole class, and its tests run on one thread, because they count live arrays.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
public abstract class BackendContract {
    private @Nullable Backend backend;
    private @Nullable Backend oracle;

    /** For the author's class. */
    protected BackendContract() {}

    /**
     * Opens the backend under test. It is called several times, and several instances are open at once.
     *
     * @return a new open instance, which the contract closes
     */
    protected abstract TensorBackend<?> open();

    /**
     * Opens the backend under test with a number of threads. A backend whose threads cannot be set leaves this as it is.
     *
     * @param threads how many threads to compute with: 1, 2 or 8
     * @return a new open instance, which the contract closes
     */
    protected TensorBackend<?> open(int threads) {
        return open();
    }

    /**
     * The largest errors allowed. Override it only where the device documents larger ones, and name that document.
     *
     * @return the tolerances, {@link Tolerances#standard()} by default
     */
    protected Tolerances tolerances() {
        return Tolerances.standard();
    }

    @BeforeAll
    final void openBackends() {
        oracle = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
        backend = Backend.over(open());
    }

    @AfterAll
    final void closeBackends() {
        if (backend != null) {
            backend.close();
        }
        if (oracle != null) {
            oracle.close();
        }
    }

    /** The backend under test. */
    final Backend backend() {
        return opened(backend);
    }

    /** The reference backend. */
    final Backend oracle() {
        return opened(oracle);
    }

    private static Backend opened(@Nullable Backend backend) {
        if (backend == null) {
            throw new IllegalStateException("BackendContract: the backend is not open. Run the tests through JUnit.");
        }
        return backend;
    }

    /** To the device and back. */
    @Nested
    final class Transfer extends TransferContract {
        Transfer() {
            super(BackendContract.this);
        }
    }

    /** Functions of each element, and of pairs. */
    @Nested
    final class Elementwise extends ElementwiseContract {
        Elementwise() {
            super(BackendContract.this);
        }
    }

    /** NumPy's rule of shapes. */
    @Nested
    final class Broadcasting extends BroadcastingContract {
        Broadcasting() {
            super(BackendContract.this);
        }
    }

    /** Sums, products and extremes. */
    @Nested
    final class Reduction extends ReductionContract {
        Reduction() {
            super(BackendContract.this);
        }
    }

    /** Running sums and orders. */
    @Nested
    final class Ordering extends OrderingContract {
        Ordering() {
            super(BackendContract.this);
        }
    }

    /** Moving elements. */
    @Nested
    final class Shape extends ShapeContract {
        Shape() {
            super(BackendContract.this);
        }
    }

    /** Derivatives in the tails. */
    @Nested
    final class Slopes extends SlopeContract {
        Slopes() {
            super(BackendContract.this);
        }
    }

    /** As many axes as core allows. */
    @Nested
    final class ManyAxes extends ManyAxesContract {
        ManyAxes() {
            super(BackendContract.this);
        }
    }

    /** Taking and adding by index. */
    @Nested
    final class Indexing extends IndexingContract {
        Indexing() {
            super(BackendContract.this);
        }
    }

    /** Matrix products. */
    @Nested
    final class Matmul extends MatmulContract {
        Matmul() {
            super(BackendContract.this);
        }
    }

    /** Cholesky factors and triangular solutions. */
    @Nested
    final class Factorisation extends FactorisationContract {
        Factorisation() {
            super(BackendContract.this);
        }
    }

    /** Special functions. */
    @Nested
    final class Special extends SpecialContract {
        Special() {
            super(BackendContract.this);
        }
    }

    /** Affine maps, softmaxes and distances in one kernel. */
    @Nested
    final class Fused extends FusedContract {
        Fused() {
            super(BackendContract.this);
        }
    }

    /** Log-densities in one kernel. */
    @Nested
    final class Density extends DensityContract {
        Density() {
            super(BackendContract.this);
        }
    }

    /** Layer normalisation in one kernel. */
    @Nested
    final class Normalisation extends NormalisationContract {
        Normalisation() {
            super(BackendContract.this);
        }
    }

    /** LSTMs in one kernel. */
    @Nested
    final class Recurrence extends RecurrenceContract {
        Recurrence() {
            super(BackendContract.this);
        }
    }

    /** Convolutions in one kernel. */
    @Nested
    final class Convolution extends ConvolutionContract {
        Convolution() {
            super(BackendContract.this);
        }
    }

    /** Steps that write into donated memory. */
    @Nested
    final class Optimiser extends OptimiserContract {
        Optimiser() {
            super(BackendContract.this);
        }
    }

    /** Derivatives. */
    @Nested
    final class Gradient extends GradientContract {
        Gradient() {
            super(BackendContract.this);
        }
    }

    /** Draws. */
    @Nested
    final class Random extends RandomContract {
        Random() {
            super(BackendContract.this);
        }
    }

    /** The lifetime of arrays. */
    @Nested
    final class Memory extends MemoryContract {
        Memory() {
            super(BackendContract.this);
        }
    }

    /** Many threads. */
    @Nested
    final class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(BackendContract.this);
        }
    }

    /** Misuse. */
    @Nested
    final class Errors extends ErrorContract {
        Errors() {
            super(BackendContract.this);
        }
    }
}
