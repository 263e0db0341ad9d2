package io.surprisal.tensor;

import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendProvider;
import java.util.List;

/**
 * The backends of this process, at one moment.
 *
 * @param found the providers that loaded, the highest priority first
 * @param broken those that did not
 * @param absent the project's own that are not installed
 */
public record BackendListing(List<Found> found, List<Broken> broken, List<Absent> absent) {
    /**
     * Copies the lists.
     *
     * @param found the providers that loaded, the highest priority first
     * @param broken those that did not
     * @param absent the project's own that are not installed
     */
    public BackendListing {
        found = List.copyOf(found);
        broken = List.copyOf(broken);
        absent = List.copyOf(absent);
    }

    /**
     * A provider that loaded.
     *
     * @param name its name
     * @param priority the highest among the available is chosen when nobody names one
     * @param availability whether it can be opened, and if not, why
     * @param provider the provider itself
     * @param location the jar or folder that its class came from
     */
    public record Found(
            String name, int priority, Availability availability, BackendProvider provider, String location) {
        /**
         * Whether it can be opened.
         *
         * @return true if its {@link #availability()} says so
         */
        public boolean isAvailable() {
            return availability instanceof Availability.Available;
        }
    }

    /**
     * A provider, or a list of providers, that did not load.
     *
     * @param what the class, or the class loader where even the class is not known
     * @param location the jar or folder that it came from, or a word for not knowing
     * @param error what was thrown
     */
    public record Broken(String what, String location, Throwable error) {
        /** One line: what, where and the first cause. */
        @Override
        public String toString() {
            Throwable cause = error;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String of = cause == error ? "" : " (" + cause + ")";
            return what + " in " + location + ": " + (error.getMessage() == null ? error : error.getMessage()) + of;
        }
    }

    /**
     * A provider of the project that is not installed.
     *
     * @param name its name
     * @param artifact the Maven coordinates, without a version, that bring it
     */
    public record Absent(String name, String artifact) {}
}
