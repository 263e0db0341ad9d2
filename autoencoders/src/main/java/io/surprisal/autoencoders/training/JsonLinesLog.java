package io.surprisal.autoencoders.training;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/**
 * Writes one JSON object a line for each epoch, checkpoint and end of a run. Numbers have full precision; those that are not finite
 * are the strings "NaN", "Infinity" and "-Infinity".
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
            line.addProperty("seconds", epoch.seconds());
            line.addProperty("examplesPerSecond", epoch.examplesPerSecond());
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
        values.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                json.addProperty(name, value);
            } else {
                json.addProperty(name, value.toString());
            }
        });
        return json;
    }
}
