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
