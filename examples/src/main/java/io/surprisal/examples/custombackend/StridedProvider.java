package io.surprisal.examples.custombackend;

import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import io.surprisal.tensor.spi.TensorBackend;

/** Opens the example backend, which nobody gets without asking for it by name. */
public final class StridedProvider implements BackendProvider {
    /** For {@link java.util.ServiceLoader}. */
    public StridedProvider() {}

    @Override
    public String name() {
        return "strided";
    }

    /** Below the reference backend, which is the last resort. */
    @Override
    public int priority() {
        return -100;
    }

    @Override
    public Availability availability() {
        return new Availability.Available("the worked example of a backend, one thread");
    }

    @Override
    public TensorBackend<?> open(BackendOptions options) {
        options.requireOnlyDevice(name());
        return new StridedBackend();
    }
}
