package io.surprisal.tensor;

import io.surprisal.tensor.spi.BackendOptions;

/**
 * Finds backends and opens one.
 *
 * <p>Which one is opened is settled by the first of: the argument, the system property {@code surprisal.backend}, the environment
 * variable {@code SURPRISAL_BACKEND}, the highest priority among the available. A name may carry a device: {@code cuda:1}. A
 * backend that was named and cannot be opened is an error, never a reason to take another. Every opening logs one line that says
 * what was chosen and what was not, and why.
 *
 * <p>Providers are found by {@link java.util.ServiceLoader}, through the thread's context class loader, then through the loader of
 * this library; a provider that cannot be loaded is reported and does not disturb the others.
 */
public final class Backends {
    private Backends() {}

    /**
     * Opens the backend that the property or the environment names, or else the best that is available.
     *
     * @return an open backend, which the caller closes
     * @throws BackendException if the backend that was named is unknown or unavailable, if two providers share a name, or if the
     *     device fails
     */
    public static Backend open() {
        return builder().open();
    }

    /**
     * Opens the backend of this name.
     *
     * @param name a provider's name, with a device number where there are several: {@code cpu}, {@code cuda:1}
     * @return an open backend, which the caller closes
     * @throws BackendException if no provider has this name or the one that has is unavailable, if two providers share a name, or
     *     if the device fails
     */
    public static Backend open(String name) {
        return builder().open(name);
    }

    /**
     * Opens the backend of this name with these options.
     *
     * @param name a provider's name, with a device number where there are several: {@code cpu}, {@code cuda:1}
     * @param options the device, unless the name has it, and the number of threads
     * @return an open backend, which the caller closes
     * @throws BackendException as for {@link #open(String)}, or if the name and the options ask for different devices
     */
    public static Backend open(String name, BackendOptions options) {
        return builder().open(name, options);
    }

    /**
     * What is installed here: every provider with its availability, those that cannot be loaded, and those that are known but
     * absent.
     *
     * @return the state at this moment
     */
    public static BackendListing list() {
        return builder().list();
    }

    /**
     * Discovery under the caller's control: other class loaders, further providers, or none but those.
     *
     * @return a builder that does what the other methods here do until it is told otherwise
     */
    public static BackendsBuilder builder() {
        return new BackendsBuilder();
    }
}
