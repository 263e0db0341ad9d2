package io.surprisal.autoencoders.training;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a training run came from, stored with its checkpoints: enough to repeat it, and to refuse to go on with something else. The
 * initial parameters are not among it: a run that goes on has its own.
 *
 * @param model the model's configuration in words
 * @param optimizer the optimiser's
 * @param preprocessing the preprocessing's
 * @param data the training examples' fingerprint
 * @param validation the validation examples' fingerprint; {@code none} without any
 * @param batchSize examples of one step
 * @param seed the seed
 * @param backend the backend's name
 */
public record Provenance(
        String model,
        String optimizer,
        String preprocessing,
        String data,
        String validation,
        int batchSize,
        long seed,
        String backend) {
    /** What a resumed run must have in common with the one that wrote the checkpoint. The backend may be another. */
    private static final List<String> FIXED =
            List.of("model", "optimizer", "preprocessing", "data", "validation", "batchSize", "seed");

    /** What differs from process to process in the text of a lambda, and of an object that has no text of its own. */
    private static final Pattern IDENTITY = Pattern.compile("(?<=\\$\\$Lambda)[$0-9]*(?:/0x[0-9a-f]+)?|@[0-9a-f]+\\b");

    /** Describes settings, a lambda by the class that it was written in alone. */
    static String describe(Object settings) {
        return IDENTITY.matcher(settings.toString()).replaceAll("");
    }

    /** From the jar's manifest; null where the classes were not packaged. */
    private static final @Nullable String VERSION =
            Provenance.class.getPackage().getImplementationVersion();

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("model", model);
        json.addProperty("optimizer", optimizer);
        json.addProperty("preprocessing", preprocessing);
        json.addProperty("data", data);
        json.addProperty("validation", validation);
        json.addProperty("batchSize", batchSize);
        json.addProperty("seed", seed);
        json.addProperty("backend", backend);
        json.addProperty("surprisal", Objects.requireNonNullElse(VERSION, "not packaged"));
        json.addProperty("java", System.getProperty("java.version"));
        return json;
    }

    void requireSame(JsonObject facts, Path file) {
        JsonObject own = toJson();
        for (String name : FIXED) {
            if (!facts.has(name) || !facts.get(name).equals(own.get(name))) {
                throw new IllegalArgumentException(
                        "resume: " + file + " was written by another run: its " + name + " is "
                                + facts.get(name) + ", but this run's is " + own.get(name)
                                + ". Use the settings of that run, or another output directory.");
            }
        }
    }
}
