package io.surprisal.backend.cpu;

import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many threads the native libraries compute with: the opener's option, else {@code -Dsurprisal.cpu.threads}, else {@code
 * SURPRISAL_CPU_THREADS}, else one for each processor.
 */
public final class Threads {
    static final String PROPERTY = "surprisal.cpu.threads";
    static final String VARIABLE = "SURPRISAL_CPU_THREADS";

    private Threads() {}

    /**
     * @throws BackendException if a setting is not a positive whole number
     */
    static int of(BackendOptions options) {
        return asked(options).orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    /**
     * The number of threads that somebody asked for, by the options or a setting.
     *
     * @param options what the opener asks for
     * @return the number, or nothing where nobody asks for one
     * @throws BackendException if a setting is not a positive whole number
     */
    public static OptionalInt asked(BackendOptions options) {
        if (options.threads().isPresent()) {
            return options.threads();
        }
        String property = System.getProperty(PROPERTY);
        if (property != null) {
            return OptionalInt.of(parse("-D" + PROPERTY, property));
        }
        String variable = System.getenv(VARIABLE);
        return variable != null ? OptionalInt.of(parse(VARIABLE, variable)) : OptionalInt.empty();
    }

    private static int parse(String setting, String value) {
        try {
            int threads = Integer.parseInt(value.strip());
            if (threads >= 1) {
                return threads;
            }
        } catch (NumberFormatException e) {
            throw refused(setting, value, e);
        }
        throw refused(setting, value, null);
    }

    private static BackendException refused(String setting, String value, @Nullable Exception cause) {
        return new BackendException(
                "cpu: " + setting + "=" + value
                        + " is not a number of threads. Set a whole number of at least 1, or remove the setting.",
                cause);
    }
}
