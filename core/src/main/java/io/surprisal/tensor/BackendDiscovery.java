package io.surprisal.tensor;

import io.surprisal.tensor.BackendListing.Absent;
import io.surprisal.tensor.BackendListing.Broken;
import io.surprisal.tensor.BackendListing.Found;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendProvider;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Collects providers, each on its own: what one of them throws, while it is located, loaded, made or asked, is kept as a {@link
 * Broken} entry, and the search goes on.
 */
final class BackendDiscovery {
    private static final String UNKNOWN = "an unknown place";

    private final List<Found> found = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();

    /** Takes a provider that the caller made. */
    void add(BackendProvider provider) {
        ask(provider);
    }

    /** Adds what the services files visible to {@code loader} (null: the system's) list. */
    void search(@Nullable ClassLoader loader) {
        Iterator<ServiceLoader.Provider<BackendProvider>> providers =
                ServiceLoader.load(BackendProvider.class, loader).stream().iterator();
        String previous = null;
        while (true) {
            ServiceLoader.Provider<BackendProvider> provider;
            try {
                if (!providers.hasNext()) {
                    return;
                }
                provider = providers.next();
            } catch (ServiceConfigurationError | LinkageError e) {
                // ServiceLoader goes on behind a broken entry; one that repeats itself (a loader that fails) it does
                // not get past.
                if (String.valueOf(e.getMessage()).equals(previous)) {
                    return;
                }
                previous = String.valueOf(e.getMessage());
                addBroken("a services file of " + loader, UNKNOWN, e);
                continue;
            }
            make(provider);
        }
    }

    BackendListing listing() {
        found.sort(Comparator.comparingInt(Found::priority).reversed().thenComparing(Found::name));
        List<Absent> absent = new ArrayList<>();
        for (String name : BackendArtifacts.names()) {
            if (found.stream().noneMatch(f -> f.name().equals(name))) {
                absent.add(new Absent(name, Objects.requireNonNull(BackendArtifacts.of(name))));
            }
        }
        return new BackendListing(found, broken, absent);
    }

    private void make(ServiceLoader.Provider<BackendProvider> provider) {
        Class<? extends BackendProvider> type = provider.type();
        String location = locationOf(type);
        // Two loaders show one class, or, where the second does not ask the first, one jar's class twice.
        if (found.stream()
                .anyMatch(f -> f.provider().getClass() == type
                        || (f.provider().getClass().getName().equals(type.getName())
                                && !location.equals(UNKNOWN)
                                && f.location().equals(location)))) {
            return;
        }
        try {
            ask(provider.get());
        } catch (Throwable e) {
            addBroken(type.getName(), location, bearable(e));
        }
    }

    /** A provider promises to answer without throwing; a broken one is no reason to lose the others. */
    private void ask(BackendProvider provider) {
        Class<?> type = provider.getClass();
        String location = locationOf(type);
        try {
            String name = Objects.requireNonNull(provider.name(), "name() is null");
            Availability availability = Objects.requireNonNull(provider.availability(), "availability() is null");
            if (!BackendRequest.isName(name)) {
                throw new BackendException(
                        "\"" + name
                                + "\" is no name for a backend. Start with a lower-case letter, go on with these, digits, '-', '.' and '_'.");
            }
            found.add(new Found(name, provider.priority(), availability, provider, location));
        } catch (Throwable e) {
            addBroken(type.getName(), location, bearable(e));
        }
    }

    /** Anything a provider may throw, a failed assertion included; not a virtual machine that cannot go on. */
    private static Throwable bearable(Throwable e) {
        if (e instanceof VirtualMachineError end && !(e instanceof StackOverflowError)) {
            throw end;
        }
        return e;
    }

    /** Both loaders may meet one broken entry, whose message names it, or one broken class. */
    private void addBroken(String what, String location, Throwable error) {
        boolean entry = location.equals(UNKNOWN) && error.getMessage() != null;
        boolean known = broken.stream()
                .anyMatch(b -> b.location().equals(location)
                        && (entry || b.what().equals(what))
                        && Objects.equals(b.error().getMessage(), error.getMessage()));
        if (!known) {
            broken.add(new Broken(what, location, error));
        }
    }

    private static String locationOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? UNKNOWN
                : source.getLocation().toString();
    }
}
