package io.surprisal.tensor.spi;

/**
 * The entry point of a backend, found by {@link java.util.ServiceLoader}. It has a public constructor without arguments that does
 * nothing; nothing is loaded before {@link #availability()} is asked.
 */
public interface BackendProvider {
    /** {@return a unique lower-case name: {@code reference}, {@code cpu}, {@code cuda}} */
    String name();

    /**
     * {@return the highest among the available is chosen when nobody names one: reference 0, nd4j 50, cpu 100,
     * nd4j-cuda 150, cuda 200}
     */
    int priority();

    /** {@return whether {@link #open} would work: cheap, repeatable, never throws} */
    Availability availability();

    /**
     * Opens the backend.
     *
     * @param options device and threads
     * @return what was opened
     * @throws io.surprisal.tensor.BackendException if the device fails
     */
    TensorBackend<?> open(BackendOptions options);
}
