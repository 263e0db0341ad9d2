package io.surprisal.backend.cpu;

import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many threads the native libraries compute with: the opener's option, else {@code -Dsurprisal.cpu.threads}, else {@code
 * SURPRISAL_CPU_THREADS}, else {@code OMP_NUM_THREADS}, else one for each processor.
 *
 * <p>The libraries start their threads once in a process: the first {@code cpu} backend decides for those opened after it.
 */
public final class Threads {
    static final String PROPERTY = "surprisal.cpu.threads";
    static final String VARIABLE = "SURPRISAL_CPU_THREADS";

    /** What OpenMP reads when it is loaded. */
    private static final String OPENMP_VARIABLE = "OMP_NUM_THREADS";

    private static final System.Logger LOG = System.getLogger(Threads.class.getName());

    /** The decision of the first opening; 0 before it. */
    private static int ofProcess;

    private Threads() {}

    /**
     * Decides for the process, or says what was decided.
     *
     * @throws BackendException if a setting is not a positive whole number
     */
    static synchronized int fix(BackendOptions options) {
        int wanted = of(options, System.getenv(OPENMP_VARIABLE));
        if (ofProcess == 0) {
            ProcessEnvironment.set(OPENMP_VARIABLE, Integer.toString(wanted));
            ofProcess = wanted;
        } else if (wanted != ofProcess && asked(options).isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cpu: this process computes with {0} threads since its first cpu backend was opened; the {1} asked for now"
                            + " are ignored. Ask for them at the first opening.",
                    ofProcess,
                    wanted);
        }
        return ofProcess;
    }

    /**
     * What is wanted.
     *
     * @param openMp the value of OpenMP's own variable, of which the first number counts; null where it is not set
     * @throws BackendException if a setting is not a positive whole number
     */
    static int of(BackendOptions options, @Nullable String openMp) {
        OptionalInt asked = asked(options);
        if (asked.isPresent()) {
            return asked.getAsInt();
        }
        String first = openMp == null ? "" : openMp.split(",", 2)[0].strip();
        return first.matches("[1-9][0-9]{0,4}")
                ? Integer.parseInt(first)
                : Runtime.getRuntime().availableProcessors();
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
