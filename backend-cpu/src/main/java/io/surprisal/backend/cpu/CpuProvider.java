package io.surprisal.backend.cpu;

import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import io.surprisal.tensor.spi.HostThreads;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/** Provides {@code cpu}, the default backend on machines without a GPU. */
public final class CpuProvider implements BackendProvider {
    private static final int PRIORITY = 100;

    /** For {@link java.util.ServiceLoader}. */
    public CpuProvider() {}

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    /** Whether JavaCPP's own library, which allocates the memory, loads here; all other libraries are optional. */
    @Override
    public Availability availability() {
        try {
            Loader.load(Pointer.class);
            return new Availability.Available("native memory through JavaCPP on " + Loader.Detector.getPlatform());
        } catch (LinkageError | RuntimeException e) {
            return new Availability.Unavailable(
                    "JavaCPP has no library for " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + " (" + e.getMessage() + ")",
                    "Add org.bytedeco:javacpp with the platform's classifier, or set -Dsurprisal.backend=reference.");
        }
    }

    /**
     * Opens the backend.
     *
     * @throws BackendException if JavaCPP's library does not load, a setting is refused, or a device other than 0 is
     *     asked for
     */
    @Override
    public TensorBackend<?> open(BackendOptions options) {
        if (availability() instanceof Availability.Unavailable missing) {
            throw new BackendException("cpu: unavailable, " + missing.reason() + ". " + missing.nextStep());
        }
        options.requireOnlyDevice(name());
        int threads = Threads.fix(options);
        HostThreads.limit(threads);
        NativeLibraries libraries = NativeLibraries.load(threads);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("threads", Integer.toString(threads));
        details.putAll(libraries.engine().details());
        details.put("OpenBLAS", libraries.multiplier().description());
        String device =
                Loader.Detector.getPlatform() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
        return new CpuBackend(new BackendInfo(name(), device, details), libraries);
    }
}
