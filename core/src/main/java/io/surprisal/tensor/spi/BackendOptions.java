package io.surprisal.tensor.spi;

import io.surprisal.tensor.BackendException;
import java.util.OptionalInt;

/**
 * What the opener of a backend asks for.
 *
 * @param device which of several devices, counted from 0
 * @param threads how many threads to compute with; empty leaves it to the provider's own settings
 */
public record BackendOptions(int device, OptionalInt threads) {
    /**
     * Checks the numbers.
     *
     * @param device which of several devices, counted from 0
     * @param threads how many threads to compute with; empty leaves it to the provider's own settings
     * @throws IllegalArgumentException if the device is negative or the number of threads is not positive
     */
    public BackendOptions {
        if (device < 0) {
            throw new IllegalArgumentException(
                    "BackendOptions: device " + device + " is negative. Devices count from 0.");
        }
        if (threads.isPresent() && threads.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "BackendOptions: " + threads.getAsInt() + " threads. Ask for at least 1.");
        }
    }

    /** {@return device 0, threads left to the provider} */
    public static BackendOptions defaults() {
        return new BackendOptions(0, OptionalInt.empty());
    }

    /**
     * {@return these options for another device}
     *
     * @param device which of several devices, counted from 0
     */
    public BackendOptions withDevice(int device) {
        return new BackendOptions(device, threads);
    }

    /**
     * {@return these options with a number of threads}
     *
     * @param threads the number of threads
     */
    public BackendOptions withThreads(int threads) {
        return new BackendOptions(device, OptionalInt.of(threads));
    }

    /**
     * For a provider that has one device: refuses any other, so that {@code cpu:1} is an error and not silently {@code cpu}.
     *
     * @param backend the provider's name
     * @throws BackendException if a device other than 0 is asked for
     */
    public void requireOnlyDevice(String backend) {
        if (device != 0) {
            throw new BackendException(backend + ": there is no device " + device
                    + ", because this backend has one alone. Ask for " + backend + ", without a number.");
        }
    }
}
