package io.surprisal.autoencoders.training;

import com.google.gson.JsonObject;
import io.surprisal.autodiff.Parameters;
import io.surprisal.io.Checkpoint;
import io.surprisal.io.FormatException;
import io.surprisal.optim.OptimizerState;
import io.surprisal.optim.TrainingState;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.HostArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checkpoints of one run in its directory: the last state, and the one with the least validation loss. */
final class RunFiles {
    private static final String PARAMETER = "parameters.";
    private static final String SLOT = "optimizer.";

    private final Path directory;
    private final Provenance provenance;

    RunFiles(Path directory, Provenance provenance) {
        this.directory = directory;
        this.provenance = provenance;
    }

    Path last() {
        return directory.resolve("last.safetensors");
    }

    Path best() {
        return directory.resolve("best.safetensors");
    }

    void save(Path file, TrainingState state, Progress progress) {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        state.parameters().asMap().forEach((name, tensor) -> arrays.put(PARAMETER + name, tensor.toHost()));
        state.optimizer().slots().asMap().forEach((name, tensor) -> arrays.put(SLOT + name, tensor.toHost()));
        JsonObject facts = provenance.toJson();
        facts.addProperty("step", state.optimizer().step());
        facts.addProperty("epochs", progress.epochs());
        facts.addProperty("bestEpoch", progress.bestEpoch());
        facts.addProperty("best", Double.toHexString(progress.best()));
        try {
            Files.createDirectories(directory);
            new Checkpoint(arrays, facts).save(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "checkpoint " + file + " could not be written; the older one, if any, is whole", e);
        }
    }

    /** The last checkpoint, if it is whole and of this same run. */
    Checkpoint read() {
        try {
            Checkpoint checkpoint = Checkpoint.load(last());
            provenance.requireSame(checkpoint.metadata(), last());
            return checkpoint;
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(
                    "resume: there is no " + last() + ". Name the directory of a run that saved a checkpoint.", e);
        } catch (FormatException e) {
            throw new UncheckedIOException(
                    "resume: " + e.getMessage() + " Put " + best().getFileName()
                            + " of the same directory in its place, or train from the beginning.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("resume: " + last() + " cannot be read", e);
        }
    }

    /** The last state of this same run, on a backend. */
    Loaded load(Backend backend) {
        Checkpoint checkpoint = read();
        JsonObject facts = checkpoint.metadata();
        Map<String, HostArray> arrays = checkpoint.arrays();
        TrainingState state = new TrainingState(
                part(arrays, PARAMETER, backend),
                new OptimizerState(facts.get("step").getAsLong(), part(arrays, SLOT, backend)));
        Progress progress = new Progress(
                facts.get("epochs").getAsInt(),
                Double.parseDouble(facts.get("best").getAsString()),
                facts.get("bestEpoch").getAsInt());
        return new Loaded(state, progress);
    }

    private static Parameters part(Map<String, HostArray> arrays, String prefix, Backend backend) {
        Parameters part = Parameters.empty();
        for (Map.Entry<String, HostArray> entry : arrays.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                part = part.with(entry.getKey().substring(prefix.length()), backend.of(entry.getValue()));
            }
        }
        return part;
    }

    /** A state and where it stands. */
    record Loaded(TrainingState state, Progress progress) {}
}
