package io.surprisal.backend.nd4j;

import io.surprisal.backend.cpu.Threads;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import io.surprisal.tensor.spi.HostThreads;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.OptionalInt;

/** The backend {@code nd4j}: ND4J's arrays on the processor. */
public final class Nd4jProvider implements BackendProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Nd4jProvider() {}

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public int priority() {
        return 50;
    }

    @Override
    public Availability availability() {
        return Nd4jInstallation.availability(Nd4jFlavour.CPU);
    }

    /** The settings of the number of threads are those of backend {@code cpu}; without one, ND4J's own default stays. */
    @Override
    public TensorBackend<?> open(BackendOptions options) {
        options.requireOnlyDevice(name());
        OptionalInt threads = Threads.asked(options);
        threads.ifPresent(HostThreads::limit);
        BackendOptions asked = threads.isPresent() ? options.withThreads(threads.getAsInt()) : options;
        return Nd4jBackends.open(Nd4jFlavour.CPU, name(), "ND4J on the processor", asked);
    }
}
