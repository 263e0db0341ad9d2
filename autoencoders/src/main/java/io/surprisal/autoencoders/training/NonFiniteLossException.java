package io.surprisal.autoencoders.training;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A loss or a gradient became NaN or infinite, and training stopped before it could spoil the parameters. */
public final class NonFiniteLossException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Path lastGood;

    NonFiniteLossException(String message, @Nullable Path lastGood) {
        super(message);
        this.lastGood = lastGood;
    }

    /** {@return the last checkpoint written before, if there is one} */
    public Optional<Path> lastGood() {
        return Optional.ofNullable(lastGood);
    }
}
