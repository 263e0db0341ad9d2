package io.surprisal.autoencoders.training;

import com.google.gson.JsonObject;
import io.surprisal.autodiff.Parameters;
import io.surprisal.io.Checkpoint;
import io.surprisal.io.FormatException;
import io.surprisal.optim.OptimizerState;
import io.surprisal.optim.TrainingState;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checkpoints of one run in its directory: the last state, and the one with the least validation loss. */
final class RunFiles {
    private static final String PARAMETERS = "parameters";
    private static final String OPTIMIZER = "optimizer";
    private static final String LAYERS = "layers";

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

    void save(Path file, RunState state, Progress progress) {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        OptimizerState optimizer = state.training().optimizer();
        Parameters.empty()
                .with(PARAMETERS, state.parameters())
                .with(OPTIMIZER, optimizer.slots())
                .with(LAYERS, state.layers())
                .asMap()
                .forEach((name, tensor) -> arrays.put(name, tensor.toHost()));
        JsonObject facts = provenance.toJson();
        facts.addProperty("step", optimizer.step());
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
    Checkpoint readLast() {
        try {
            Checkpoint checkpoint = Checkpoint.load(last());
            provenance.requireSame(checkpoint.metadata(), last());
            requireProgress(checkpoint.metadata());
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

    private void requireProgress(JsonObject facts) throws FormatException {
        for (String name : List.of("step", "epochs", "bestEpoch", "best")) {
            if (!facts.has(name) || !facts.get(name).isJsonPrimitive()) {
                throw new FormatException(
                        last().toString(), "it does not say the " + name + " of its run; it says " + facts + ".");
            }
        }
    }

    /** The last state of this same run, on a backend; its parameters have the names, shapes and dtypes of {@code initial}. */
    Loaded loadLast(Backend backend, Parameters initial) {
        Checkpoint checkpoint = readLast();
        requireParameters(checkpoint, initial);
        JsonObject facts = checkpoint.metadata();
        Progress progress = new Progress(
                facts.get("epochs").getAsInt(),
                Double.parseDouble(facts.get("best").getAsString()),
                facts.get("bestEpoch").getAsInt());
        Model model = model(checkpoint, backend);
        OptimizerState optimizer =
                new OptimizerState(facts.get("step").getAsLong(), part(checkpoint, OPTIMIZER, backend));
        return new Loaded(new RunState(new TrainingState(model.parameters(), optimizer), model.layers()), progress);
    }

    /** The model of the least validation loss of this same run, on a backend. */
    Model loadBest(Backend backend) {
        try {
            Checkpoint checkpoint = Checkpoint.load(best());
            provenance.requireSame(checkpoint.metadata(), best());
            return model(checkpoint, backend);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "resume: " + best() + ", which early stopping needs, cannot be read. Train from the beginning.", e);
        }
    }

    private void requireParameters(Checkpoint checkpoint, Parameters initial) {
        Map<String, String> saved = new TreeMap<>();
        checkpoint.arrays().forEach((name, array) -> {
            if (name.startsWith(PARAMETERS + ".")) {
                saved.put(name.substring(PARAMETERS.length() + 1), array.shape() + " " + array.dtype());
            }
        });
        Map<String, String> expected = new TreeMap<>();
        initial.asMap().forEach((name, tensor) -> expected.put(name, tensor.shape() + " " + tensor.dtype()));
        if (!saved.equals(expected)) {
            throw new IllegalArgumentException("resume: " + last() + " holds the parameters " + saved
                    + ", but those to start from are " + expected
                    + ". Use the model of that run, or another output directory.");
        }
    }

    private static Model model(Checkpoint checkpoint, Backend backend) {
        return new Model(part(checkpoint, PARAMETERS, backend), part(checkpoint, LAYERS, backend));
    }

    private static Parameters part(Checkpoint checkpoint, String name, Backend backend) {
        String prefix = name + ".";
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        checkpoint.arrays().forEach((full, array) -> {
            if (full.startsWith(prefix)) {
                tensors.put(full.substring(prefix.length()), backend.of(array));
            }
        });
        return Parameters.of(tensors);
    }

    /** A state and where it stands. */
    record Loaded(RunState state, Progress progress) {}
}
