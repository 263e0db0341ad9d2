package io.surprisal.examples;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.BackendListing;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendInfo;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which backends are installed, which of them work, which one would be chosen, and what is missing. */
@Command(name = "doctor", description = "Show every backend found, whether it works here, and what could be added.")
public final class Doctor implements Runnable {
    @Mixin
    private Output output = new Output();

    /** For picocli. */
    public Doctor() {}

    @Override
    public void run() {
        // What each opening would log stands in the answer.
        Logging.onlyWarnings();
        BackendListing listing = Backends.list();
        JsonArray backends = new JsonArray();
        listing.found().forEach(found -> backends.add(describe(found)));
        JsonObject result = new JsonObject();
        result.addProperty("chosen", chosen());
        result.add("backends", backends);
        JsonArray broken = new JsonArray();
        listing.broken().forEach(provider -> broken.add(provider.toString()));
        result.add("broken", broken);
        JsonArray absent = new JsonArray();
        for (BackendListing.Absent provider : listing.absent()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", provider.name());
            entry.addProperty("artifact", provider.artifact());
            absent.add(entry);
        }
        result.add("absent", absent);
        result.add("machine", Machine.facts());
        output.print(result, DoctorTable.of(result));
    }

    /** What `Backends.open()` gives here, or why it gives nothing. */
    private static String chosen() {
        try (Backend backend = Backends.open()) {
            return backend.name();
        } catch (BackendException e) {
            return "none: " + e.getMessage();
        }
    }

    private static JsonObject describe(BackendListing.Found found) {
        JsonObject entry = new JsonObject();
        entry.addProperty("name", found.name());
        entry.addProperty("priority", found.priority());
        if (found.availability() instanceof Availability.Unavailable no) {
            entry.addProperty("available", false);
            entry.addProperty("reason", no.reason());
            entry.addProperty("nextStep", no.nextStep());
        } else {
            open(found, entry);
        }
        entry.addProperty("class", found.provider().getClass().getName());
        entry.addProperty("jar", place(found.location()));
        return entry;
    }

    /** A jar or folder as a path, where it is a file. */
    private static String place(String location) {
        return location.startsWith("file:") ? location.substring("file:".length()) : location;
    }

    /** Only a backend that was opened knows its threads and its versions. */
    private static void open(BackendListing.Found found, JsonObject entry) {
        Optional<BackendInfo> info = Optional.empty();
        try (Backend backend = Backends.open(found.name())) {
            info = Optional.of(backend.info());
        } catch (BackendException e) {
            entry.addProperty("available", false);
            entry.addProperty("reason", e.getMessage());
        }
        info.ifPresent(facts -> {
            entry.addProperty("available", true);
            entry.addProperty("device", facts.device());
            JsonObject details = new JsonObject();
            facts.details().forEach(details::addProperty);
            entry.add("details", details);
        });
    }
}
