package io.surprisal.tensor;

import io.surprisal.tensor.BackendListing.Broken;
import io.surprisal.tensor.BackendListing.Found;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Settles which of the providers is opened, opens it, and says so in one line of the log. */
final class BackendChoice {
    private static final System.Logger LOG = System.getLogger("io.surprisal.tensor");

    private final BackendListing listing;

    private BackendChoice(BackendListing listing) {
        this.listing = listing;
    }

    /**
     * A choice among these.
     *
     * @throws BackendException if two of them have one name
     */
    static BackendChoice from(BackendListing listing) {
        Map<String, Found> byName = new HashMap<>();
        for (Found provider : listing.found()) {
            Found other = byName.put(provider.name(), provider);
            if (other != null) {
                throw new BackendException("Backends.open: two providers have the name " + provider.name() + ": "
                        + place(other) + " and " + place(provider) + ". Remove one of the two from the class path.");
            }
        }
        return new BackendChoice(listing);
    }

    /** Opens what the request names; without one, the best that is available. */
    Backend open(@Nullable BackendRequest request, BackendOptions options) {
        Found chosen = request == null ? best() : named(request);
        BackendOptions wanted = request == null ? options : request.applyTo(options);
        Backend backend = open(chosen, wanted);
        if (request == null && chosen.name().equals(BackendArtifacts.REFERENCE)) {
            LOG.log(System.Logger.Level.WARNING, () -> slow(chosen));
        } else {
            String why = request == null ? "highest priority among the available" : "asked for by " + request.source();
            LOG.log(
                    System.Logger.Level.INFO,
                    () -> "backend " + backend.name() + " on " + backend.info().device() + ": " + why + others(chosen));
        }
        return backend;
    }

    private static Backend open(Found chosen, BackendOptions options) {
        try {
            return Backend.over(chosen.provider().open(options));
        } catch (BackendException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new BackendException(
                    chosen.name() + ": opening failed, " + e + ", in " + place(chosen)
                            + ". See the cause, or set -Dsurprisal.backend to another backend.",
                    e);
        }
    }

    private Found best() {
        return listing.found().stream()
                .filter(Found::isAvailable)
                .findFirst()
                .orElseThrow(() -> new BackendException("Backends.open: no backend is available" + others(null)
                        + ". Add " + BackendArtifacts.CPU + " to the dependencies."));
    }

    private Found named(BackendRequest request) {
        for (Found provider : listing.found()) {
            if (provider.name().equals(request.name())) {
                if (provider.availability() instanceof Availability.Unavailable unavailable) {
                    throw new BackendException(unavailable(request, unavailable));
                }
                return provider;
            }
        }
        throw new BackendException(unknown(request));
    }

    private String unavailable(BackendRequest request, Availability.Unavailable unavailable) {
        return request + ": unavailable, " + unavailable.reason() + ". " + unavailable.nextStep() + " It was named by "
                + request.source() + ", so no other is taken; available here: " + available() + ".";
    }

    private String unknown(BackendRequest request) {
        String artifact = BackendArtifacts.of(request.name());
        String next = artifact == null
                ? "Check the spelling, or add the jar that brings it."
                : "Add " + artifact + " to the dependencies.";
        return request + ": no provider of this name is installed (named by " + request.source() + "); available here: "
                + available() + broken() + ". " + next;
    }

    private String available() {
        StringJoiner names = new StringJoiner(", ").setEmptyValue("none");
        listing.found().stream().filter(Found::isAvailable).forEach(provider -> names.add(provider.name()));
        return names.toString();
    }

    private String slow(Found reference) {
        return "backend " + reference.name() + " in plain Java, which is slow, because no other is available"
                + others(reference) + ". Add " + BackendArtifacts.CPU
                + " to the dependencies; -Dsurprisal.backend=" + reference.name() + " silences this.";
    }

    /** Every provider that was not chosen, with the reason. */
    private String others(@Nullable Found chosen) {
        StringJoiner skipped = new StringJoiner(", ", "; passed over ", "").setEmptyValue("");
        for (Found provider : listing.found()) {
            if (!provider.equals(chosen)) {
                String why = provider.availability() instanceof Availability.Unavailable unavailable
                        ? unavailable.reason()
                        : "priority " + provider.priority();
                skipped.add(provider.name() + " (" + why + ")");
            }
        }
        return skipped + broken();
    }

    private String broken() {
        StringJoiner broken = new StringJoiner("; ", "; not loaded: ", "").setEmptyValue("");
        for (Broken entry : listing.broken()) {
            broken.add(entry.toString());
        }
        return broken.toString();
    }

    private static String place(Found provider) {
        return provider.provider().getClass().getName() + " in " + provider.location();
    }
}
