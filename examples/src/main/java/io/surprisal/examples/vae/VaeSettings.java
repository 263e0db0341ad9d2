package io.surprisal.examples.vae;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command that say what is trained, on what, and where the results go. */
final class VaeSettings {
    /** Training and test images that are drawn where no folder is given, and for the demonstration. */
    private static final int[] DRAWN = {20_000, 2_000};

    private static final int[] DEMONSTRATION = {12_000, 1_000};
    private static final int EPOCHS = 10;
    private static final int DEMONSTRATION_EPOCHS = 15;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with the files of MNIST, plain or gzipped; by default digits drawn by the program.")
    private @Nullable Path data;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images; by default 10.")
    private @Nullable Integer epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "128",
            description = "Images in one training step; by default ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--latent",
            paramLabel = "N",
            defaultValue = "20",
            description = "Latent variables; by default ${DEFAULT-VALUE}. With 2 the report shows the whole manifold.")
    private int latent;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            defaultValue = "400",
            description = "Hidden units of the encoder and of the decoder; by default ${DEFAULT-VALUE}.")
    private int hidden;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Determines every random number of the run; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on from the checkpoint in the output folder of an earlier run, with the same settings.")
    private @Nullable Path resume;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "A folder for the report, the samples, the model, the log and the checkpoints;"
                    + " by default that of --resume, else nothing is kept.")
    private @Nullable Path output;

    @Option(names = "--demo", description = "Fewer drawn digits, 15 epochs: a run of about a minute.")
    private boolean demo;

    /** For tests, which cannot wait for thousands of images. */
    @Option(names = "--drawn", hidden = true, arity = "2", paramLabel = "N")
    private int @Nullable [] drawn;

    /** Checks what picocli cannot. */
    void check() {
        atLeastOne("--epochs", epochs());
        atLeastOne("--batch", batch);
        atLeastOne("--latent", latent);
        atLeastOne("--hidden", hidden);
        if (demo && data != null) {
            throw new IllegalArgumentException(
                    "--demo draws its own digits, so --data " + data + " cannot be used with it. Drop one of the two.");
        }
        resume().ifPresent(RunFolder::requireCheckpoint);
        output().ifPresent(folder -> folder.asOutput().requireWritable(RunFolder.REPORT, RunFolder.SAMPLES));
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    option + " must be at least 1, but is " + value + ". Give a positive number.");
        }
    }

    DigitImages images() throws IOException {
        if (data != null) {
            return DigitFiles.read(data);
        }
        int[] counts = Objects.requireNonNullElse(drawn, demo ? DEMONSTRATION : DRAWN);
        return DrawnDigits.of(counts[0], counts[1]);
    }

    int epochs() {
        return epochs != null ? epochs : demo ? DEMONSTRATION_EPOCHS : EPOCHS;
    }

    int batch() {
        return batch;
    }

    int latent() {
        return latent;
    }

    int hidden() {
        return hidden;
    }

    long seed() {
        return seed;
    }

    Optional<RunFolder> resume() {
        return Optional.ofNullable(resume).map(RunFolder::new);
    }

    /** The folder of the results: the one asked for, else that of the run that goes on. */
    Optional<RunFolder> output() {
        return Optional.ofNullable(output).map(RunFolder::new).or(this::resume);
    }
}
