package io.surprisal.examples.vae;

import io.surprisal.examples.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder that a run leaves its files in.
 *
 * @param path where it is
 */
record RunFolder(Path path) {
    static final String REPORT = "report.html";
    static final String SAMPLES = "samples.png";

    private static final String LAST = "checkpoints/last.safetensors";

    Path report() {
        return path.resolve(REPORT);
    }

    Path model() {
        return path.resolve("model.safetensors");
    }

    /** One line of JSON for each epoch, those before a resumption included. */
    Path log() {
        return path.resolve("log.jsonl");
    }

    /** Where the trainer keeps its last state and its best. */
    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The same folder, as one that files can be written to. */
    OutputFolder asOutput() {
        return new OutputFolder(path);
    }

    /**
     * Looks whether an earlier run left something to go on from.
     *
     * @throws IllegalArgumentException if there is no checkpoint
     */
    void requireCheckpoint() {
        Path last = path.resolve(LAST);
        if (!Files.exists(last)) {
            throw new IllegalArgumentException("--resume: there is no " + last
                    + ". Name the --output folder of a run that finished at least one epoch.");
        }
    }

    /**
     * Copies log and checkpoints of an earlier run, whose folder stays as it is; nothing where it is this folder. The last checkpoint
     * comes last, because it is what makes a folder resumable.
     *
     * @throws IllegalArgumentException if a run of this folder's own would be lost
     */
    void takeOver(RunFolder earlier) throws IOException {
        Files.createDirectories(checkpoints());
        if (Files.isSameFile(path, earlier.path)) {
            return;
        }
        if (Files.exists(path.resolve(LAST)) && Files.mismatch(path.resolve(LAST), earlier.path.resolve(LAST)) >= 0) {
            throw new IllegalArgumentException("--output: the folder " + path
                    + " holds a run of its own, which going on from "
                    + earlier.path + " would replace. Name another folder, or go on with that run by --resume " + path
                    + ".");
        }
        for (String name : List.of("log.jsonl", "checkpoints/best.safetensors", LAST)) {
            if (Files.exists(earlier.path.resolve(name))) {
                replace(path.resolve(name), earlier.path.resolve(name));
            }
        }
    }

    /** Whole or not at all, also where the process is killed. */
    private static void replace(Path target, Path source) throws IOException {
        Path copy = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
