package io.surprisal.tensor;

import org.jspecify.annotations.Nullable;

/** A backend cannot be found, opened or used; the message says what to do. */
public class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * With a message that names the backend, the rule and the next step.
     *
     * @param message what happened, the rule and the next step
     */
    public BackendException(String message) {
        super(message);
    }

    /** A tensor for which the heap has no room. */
    static BackendException outOfMemory(
            String operation, Shape shape, DType dtype, String backend, OutOfMemoryError cause) {
        return new BackendException(
                operation + ": " + shape + " " + dtype + " takes " + (((long) shape.size() * dtype.bytes()) >> 20)
                        + " MiB, for which backend " + backend
                        + " has no memory. Release what is no longer used, raise -Xmx, or work on parts.",
                cause);
    }

    /**
     * As above, with what caused it.
     *
     * @param message what happened, the rule and the next step
     * @param cause what caused it
     */
    public BackendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
