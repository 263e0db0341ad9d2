package io.surprisal.autoencoders.training;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.surprisal.io.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Writes one JSON object a line for each epoch, checkpoint and end of a run, and reads the epochs back. Numbers have full precision;
 * those that are not finite are the strings "NaN", "Infinity" and "-Infinity".
 */
public final class JsonLinesLog implements TrainingListener {
    private final Writer writer;

    private JsonLinesLog(Writer writer) {
        this.writer = writer;
    }

    /**
     * {@return a log}
     *
     * @param writer where the lines go; it is flushed after each, and not closed
     */
    public static JsonLinesLog to(Writer writer) {
        return new JsonLinesLog(writer);
    }

    /**
     * Reads what {@link #to} wrote, of one run or of a run and those that resumed it.
     *
     * @param file a log
     * @return its epochs in order; where one was trained again, after a process was killed, the later report. A line that is not
     *     whole, as a killed process may leave it, is passed over.
     * @throws FormatException if an epoch's report lacks one of its parts
     * @throws IOException if the file is missing or cannot be read
     */
    public static List<TrainingEvent.EpochFinished> epochs(Path file) throws IOException {
        NavigableMap<Integer, TrainingEvent.EpochFinished> epochs = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            JsonObject event = event(line);
            if (event.has("event") && event.get("event").getAsString().equals("epoch")) {
                TrainingEvent.EpochFinished epoch = epoch(event, file);
                epochs.put(epoch.epoch(), epoch);
            }
        }
        return List.copyOf(epochs.values());
    }

    /** The object of a line; without members where the line is not whole. */
    private static JsonObject event(String line) {
        try {
            return JsonParser.parseString(line) instanceof JsonObject event ? event : new JsonObject();
        } catch (JsonParseException e) {
            return new JsonObject();
        }
    }

    private static TrainingEvent.EpochFinished epoch(JsonObject event, Path file) throws FormatException {
        for (String name : List.of("epoch", "training", "validation", "seconds", "examplesPerSecond")) {
            if (!event.has(name)) {
                throw new FormatException(
                        file.toString(),
                        "the epoch " + event + " has no " + name + ". Is it the log of a training? Remove the line.");
            }
        }
        return new TrainingEvent.EpochFinished(
                event.get("epoch").getAsInt(),
                values(event.getAsJsonObject("training")),
                values(event.getAsJsonObject("validation")),
                event.get("seconds").getAsDouble(),
                event.get("examplesPerSecond").getAsDouble());
    }

    private static Map<String, Double> values(JsonObject numbers) {
        Map<String, Double> values = new LinkedHashMap<>();
        numbers.entrySet()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().getAsDouble()));
        return values;
    }

    @Override
    public void on(TrainingEvent event) {
        JsonObject line = new JsonObject();
        if (event instanceof TrainingEvent.Started started) {
            line.addProperty("event", "started");
            line.addProperty("epochs", started.epochs());
            line.addProperty("stepsPerEpoch", started.stepsPerEpoch());
            line.addProperty("done", started.done());
        } else if (event instanceof TrainingEvent.EpochFinished epoch) {
            line.addProperty("event", "epoch");
            line.addProperty("epoch", epoch.epoch());
            line.add("training", numbers(epoch.training()));
            line.add("validation", numbers(epoch.validation()));
            add(line, "seconds", epoch.seconds());
            add(line, "examplesPerSecond", epoch.examplesPerSecond());
        } else if (event instanceof TrainingEvent.Saved saved) {
            line.addProperty("event", "saved");
            line.addProperty("file", saved.file().toString());
            line.addProperty("epoch", saved.epoch());
        } else if (event instanceof TrainingEvent.Stopped stopped) {
            line.addProperty("event", "stopped");
            line.addProperty("reason", stopped.reason().name());
            line.addProperty("epoch", stopped.epoch());
        } else {
            return;
        }
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the training log cannot be written", e);
        }
    }

    private static JsonObject numbers(Map<String, Double> values) {
        JsonObject json = new JsonObject();
        values.forEach((name, value) -> add(json, name, value));
        return json;
    }

    private static void add(JsonObject json, String name, double value) {
        if (Double.isFinite(value)) {
            json.addProperty(name, value);
        } else {
            json.addProperty(name, Double.toString(value));
        }
    }
}
