package io.surprisal.inject;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.Backends;
import java.util.function.Supplier;

/**
 * Binds {@link Backend}, so that an application names its backend in one place and injects it everywhere.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(BackendModule.named("cpu"), new MyModule());
 * try (Backend backend = injector.getInstance(Backend.class)) {
 *     injector.getInstance(Trainer.class).run();
 * }
 * }</pre>
 *
 * <ul>
 *   <li>The backend is opened when it is first injected, in {@link com.google.inject.Stage#PRODUCTION} too, and once per injector:
 *       every injection gives the same one. The binding has no scope, because an eager singleton would start a device that another
 *       module overrides.
 *   <li>It is a default. Another module replaces it, and then this one opens nothing:
 *       {@code OptionalBinder.newOptionalBinder(binder(), Backend.class).setBinding().toInstance(mine)}.
 *   <li>Guice closes nothing: the application closes the backend at its end, as above. Later injections would give the closed one.
 *   <li>A backend that cannot be opened is a {@link com.google.inject.ProvisionException} with the {@link BackendException} as its
 *       cause; the next injection tries again.
 * </ul>
 */
public final class BackendModule extends AbstractModule {
    private static final Supplier<Backend> BEST = Backends::open;

    private final Object identity;
    private final Supplier<Backend> opener;

    /** Binds what {@link Backends#open()} finds. */
    public BackendModule() {
        this(BEST, BEST);
    }

    private BackendModule(Object identity, Supplier<Backend> opener) {
        this.identity = identity;
        this.opener = opener;
    }

    /**
     * Binds the backend of a name.
     *
     * @param name as {@link Backends#open(String)} takes it: {@code cpu}, {@code cuda:1}
     * @return a module for one or several injectors
     */
    public static BackendModule named(String name) {
        return new BackendModule(name, () -> Backends.open(name));
    }

    /**
     * Binds the backend that a function opens.
     *
     * @param opener called when an injector first needs a backend, and again only if it threw
     * @return a module for one or several injectors
     */
    public static BackendModule opening(Supplier<Backend> opener) {
        return new BackendModule(opener, opener);
    }

    /** Binds the default. */
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), Backend.class).setDefault().toProvider(new OpenOnce(opener));
    }

    /** Equal modules open the same backend; Guice installs one of them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BackendModule module && module.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }
}
