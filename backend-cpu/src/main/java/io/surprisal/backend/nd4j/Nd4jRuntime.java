package io.surprisal.backend.nd4j;

import io.surprisal.tensor.BackendException;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.context.Nd4jContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Starts ND4J, once in the life of the process. Initialising the class {@code Nd4j} chooses the build and loads its natives; nothing can
 * undo that, and if it fails every later use fails too. So the choice is pinned before the class is touched, and a failure is remembered.
 */
final class Nd4jRuntime {
    /** The key under which the chosen build, and no other code, tells ND4J about its classes. */
    private static final String FACTORY = "ndarrayfactory.class";

    /** What went wrong at the start, if it did. */
    private static @Nullable String failure;

    private Nd4jRuntime() {}

    /**
     * Starts the build, or finds it running already.
     *
     * @throws BackendException if another build runs in this process, or the start fails or failed before
     */
    static synchronized void start(Nd4jFlavour wanted) {
        if (failure != null) {
            throw failed(wanted, failure, null);
        }
        Nd4jFlavour running = running();
        if (running != null && running != wanted) {
            throw taken(wanted, running);
        }
        try {
            if (running == null) {
                ND4JClassLoading.setNd4jClassloader(new PinnedServices(wanted, loader()));
            }
            initialise();
        } catch (LinkageError | RuntimeException problem) {
            failure = rootOf(problem).toString();
            throw failed(wanted, failure, problem);
        }
        Nd4jFlavour chosen = running();
        if (chosen != wanted) {
            throw taken(wanted, chosen);
        }
    }

    /** The build that runs in this process, whoever started it; asking does not start one. */
    static @Nullable Nd4jFlavour running() {
        String factory = Nd4jContext.getInstance().getConf().getProperty(FACTORY, "");
        for (Nd4jFlavour flavour : Nd4jFlavour.values()) {
            if (factory.startsWith(flavour.packagePrefix())) {
                return flavour;
            }
        }
        return null;
    }

    /** Touches {@code Nd4j}. Its notes on threads and libraries are for those who ask for them by ND4J's own property. */
    private static void initialise() {
        boolean quiet = System.getProperty(ND4JSystemProperties.LOG_INITIALIZATION) == null;
        if (quiet) {
            System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
        }
        try {
            if (Nd4j.factory() == null) {
                throw new IllegalStateException("ND4J does not support this platform, or the system property"
                        + " \"backends\" excludes the build");
            }
        } finally {
            if (quiet) {
                System.clearProperty(ND4JSystemProperties.LOG_INITIALIZATION);
            }
        }
    }

    /** The loader that sees both this library and ND4J. */
    private static ClassLoader loader() {
        ClassLoader own = Nd4jRuntime.class.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    private static BackendException taken(Nd4jFlavour wanted, @Nullable Nd4jFlavour running) {
        String other = running == null ? "an unknown build of ND4J" : running.artifact();
        return new BackendException(
                "ND4J: " + wanted.artifact() + " cannot start, because " + other
                        + " runs in this process already and ND4J hosts one build per process. Use that one, or start another process.");
    }

    private static BackendException failed(Nd4jFlavour wanted, String reason, @Nullable Throwable problem) {
        return new BackendException(
                "ND4J: " + wanted.artifact() + " did not start (" + reason
                        + "), and ND4J cannot be started twice in one process. Put right what the cause says, or choose another"
                        + " backend, and restart the program.",
                problem);
    }

    private static Throwable rootOf(Throwable problem) {
        Throwable root = problem;
        for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
