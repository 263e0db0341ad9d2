package io.surprisal.benchmarks.peers;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows so far, as a JSON array in a file that is complete after each of them, or nowhere. */
final class Results {
    private final @Nullable Path file;
    private final JsonArray rows = new JsonArray();

    /**
     * Begins with no rows, and writes them: a file that cannot be written is known before an hour is spent.
     *
     * @throws IllegalArgumentException if the file cannot be written
     */
    Results(@Nullable Path file) {
        this.file = file;
        write();
    }

    /**
     * @throws IllegalArgumentException if the file cannot be written any more
     */
    void add(JsonObject row) {
        rows.add(row);
        write();
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file, new GsonBuilder().setPrettyPrinting().create().toJson(rows) + "\n");
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "peers: --json " + file + " cannot be written: "
                            + failure.getClass().getSimpleName() + ". Name a file in a folder that is there and yours.",
                    failure);
        }
    }
}
