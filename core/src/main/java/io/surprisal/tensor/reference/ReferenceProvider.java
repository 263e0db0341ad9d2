package io.surprisal.tensor.reference;

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

    /** Opens a backend; the options are for devices and threads, of which it has one each. */
    @Override
    public TensorBackend<?> open(BackendOptions options) {
        return new ReferenceBackend();
    }
}
