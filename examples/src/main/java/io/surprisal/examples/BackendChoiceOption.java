package io.surprisal.examples;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.surprisal.inject.BackendModule;
import io.surprisal.tensor.Backend;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a backend, and the injector that gives it. */
public final class BackendChoiceOption {
    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "The backend, as `doctor` lists them; by default the best that is available.")
    private @Nullable String name;

    /** For picocli. */
    public BackendChoiceOption() {}

    /** {@return the backend, open, which the caller closes} */
    public Backend open() {
        BackendModule module = name == null ? new BackendModule() : BackendModule.named(name);
        return Guice.createInjector(Stage.PRODUCTION, module).getInstance(Backend.class);
    }
}
