package io.surprisal.tensor;

import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import io.surprisal.tensor.spi.TensorBackend;

/** Providers that tests put into jars: they are made by ServiceLoader, so they are public and stand on the library alone. */
final class PluginProviders {
    private PluginProviders() {}

    /** What the plug-ins share; public, because the jar that a plug-in comes from makes another run-time package. */
    public abstract static class Plugin implements BackendProvider {
        @Override
        public int priority() {
            return -5;
        }

        @Override
        public Availability availability() {
            return new Availability.Available("");
        }

        @Override
        public TensorBackend<?> open(BackendOptions options) {
            throw new BackendException(name() + ": the device is lost. Plug it in again.");
        }
    }

    /** Works. */
    public static final class Good extends Plugin {
        @Override
        public String name() {
            return "good";
        }
    }

    /** Has the name of another. */
    public static final class AlsoGood extends Plugin {
        @Override
        public String name() {
            return "good";
        }
    }

    /** Cannot be made. */
    public static final class ThrowsInConstructor extends Plugin {
        /** Breaks the promise that it does nothing. */
        public ThrowsInConstructor() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public String name() {
            return "unlicensed";
        }
    }

    /** Cannot be initialised. */
    public static final class ThrowsInStaticInitialiser extends Plugin {
        private static final int CORES = Integer.parseInt("many");

        @Override
        public String name() {
            return "static" + CORES;
        }
    }

    /** Breaks the promise that asking never throws. */
    public static final class ThrowsWhenAsked extends Plugin {
        @Override
        public String name() {
            return "moody";
        }

        @Override
        public Availability availability() {
            throw new UnsatisfiedLinkError("libmoody.so");
        }
    }

    /** Fails an assertion of its own, without a word. */
    public static final class FailsAnAssertion extends Plugin {
        @Override
        public String name() {
            throw new AssertionError();
        }
    }

    /** Ends as one does that asks itself. */
    public static final class AsksItself extends Plugin {
        @Override
        public String name() {
            return "deep";
        }

        @Override
        public Availability availability() {
            throw new StackOverflowError();
        }
    }

    /** Says nothing when it fails, as another does. */
    public static final class FailsSilently extends Plugin {
        @Override
        public String name() {
            throw new IllegalStateException();
        }
    }

    /** Says nothing when it fails. */
    public static final class AlsoFailsSilently extends Plugin {
        @Override
        public String name() {
            throw new IllegalStateException();
        }
    }

    /** Would never be reached, since a colon begins the device. */
    public static final class BadName extends Plugin {
        @Override
        public String name() {
            return "good:1";
        }
    }

    /** Opens with an error of the linker. */
    public static final class FailsToOpen extends Plugin {
        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public TensorBackend<?> open(BackendOptions options) {
            throw new UnsatisfiedLinkError("libfragile.so");
        }
    }
}
