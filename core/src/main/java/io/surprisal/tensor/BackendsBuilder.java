package io.surprisal.tensor;

import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Discovery under the caller's control; {@link Backends#builder()} makes it. It is mutable and for one thread. */
public final class BackendsBuilder {
    private final List<BackendProvider> providers = new ArrayList<>();
    private boolean discovery = true;
    private @Nullable ClassLoader loader;
    private UnaryOperator<@Nullable String> properties = System::getProperty;
    private UnaryOperator<@Nullable String> environment = System::getenv;

    BackendsBuilder() {}

    /**
     * Adds a provider beside those that are found.
     *
     * @param provider it takes the place of one of the same class that is found
     * @return this builder
     */
    public BackendsBuilder provider(BackendProvider provider) {
        providers.add(provider);
        return this;
    }

    /**
     * Looks through this class loader in place of the thread's context class loader.
     *
     * @param loader for plug-ins, the plug-in's own
     * @return this builder
     */
    public BackendsBuilder classLoader(ClassLoader loader) {
        this.loader = loader;
        return this;
    }

    /**
     * Switches discovery off: only providers that are {@linkplain #provider added} count, the reference backend is none of them.
     *
     * @return this builder
     */
    public BackendsBuilder withoutDiscovery() {
        discovery = false;
        return this;
    }

    /**
     * As {@link Backends#open()}.
     *
     * @return an open backend, which the caller closes
     * @throws BackendException as there
     */
    public Backend open() {
        return BackendChoice.from(list()).open(BackendRequest.configured(properties, environment), defaults());
    }

    /**
     * As {@link Backends#open()}, with options.
     *
     * @param options the device, unless the configured name has it, and the number of threads
     * @return an open backend, which the caller closes
     * @throws BackendException as there
     */
    public Backend open(BackendOptions options) {
        return BackendChoice.from(list()).open(BackendRequest.configured(properties, environment), options);
    }

    /**
     * As {@link Backends#open(String)}.
     *
     * @param name a provider's name, with a device number where there are several
     * @return an open backend, which the caller closes
     * @throws BackendException as there
     */
    public Backend open(String name) {
        return open(name, defaults());
    }

    /**
     * As {@link Backends#open(String, BackendOptions)}.
     *
     * @param name a provider's name, with a device number where there are several
     * @param options the device, unless the name has it, and the number of threads
     * @return an open backend, which the caller closes
     * @throws BackendException as there
     */
    public Backend open(String name, BackendOptions options) {
        return BackendChoice.from(list()).open(BackendRequest.parse(name, BackendRequest.ARGUMENT), options);
    }

    /**
     * As {@link Backends#list()}.
     *
     * @return the state at this moment
     */
    public BackendListing list() {
        BackendDiscovery found = new BackendDiscovery();
        providers.forEach(found::add);
        if (discovery) {
            ClassLoader context =
                    loader != null ? loader : Thread.currentThread().getContextClassLoader();
            found.search(context);
            found.search(Backends.class.getClassLoader());
        }
        return found.listing();
    }

    /** Another source of properties and environment variables, for tests. */
    BackendsBuilder configuration(
            UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
        return this;
    }

    private static BackendOptions defaults() {
        return BackendOptions.defaults();
    }
}
