package io.surprisal.tensor.reference;

import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import io.surprisal.tensor.spi.TensorBackend;

/** Opens the plain-Java backend {@code reference}, which works wherever Java does and is chosen last. */
public final class ReferenceProvider implements BackendProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ReferenceProvider() {}

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return new Availability.Available("plain Java, one thread");
    }

    /**
     * Opens a backend, which computes on the thread that calls it whatever number is asked for.
     *
     * @param options device 0; the number of threads is not read
     * @return a new backend, independent of every other
     * @throws BackendException if another device is asked for
     */
    @Override
    public TensorBackend<?> open(BackendOptions options) {
        options.requireOnlyDevice(name());
        return new ReferenceBackend();
    }
}
