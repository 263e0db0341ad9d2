package io.surprisal.examples.distributions;

import com.google.gson.JsonObject;
import io.surprisal.examples.BackendChoiceOption;
import io.surprisal.examples.Output;
import io.surprisal.examples.OutputFolder;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws every family of distributions of numbers, and three studies, on one page. */
@Command(
        name = "distributions",
        description = "Show every family of distributions of numbers on a page, with three small studies.",
        footer = {"", "Example:", "  examples/run distributions --output /tmp/gallery"})
public final class DistributionsCommand implements Callable<Integer> {
    private static final String FILE = "gallery.html";

    @Mixin
    private Output answer = new Output();

    @Mixin
    private BackendChoiceOption choice = new BackendChoiceOption();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder for " + FILE + ", which is made where it is missing.")
    private Path output = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of all draws, 1 unless given: the same seed gives the same page.")
    private long seed = 1;

    /** For picocli. */
    public DistributionsCommand() {}

    @Override
    public Integer call() throws IOException {
        OutputFolder folder = new OutputFolder(output);
        folder.requireWritable(FILE);
        try (Backend backend = choice.open();
                Scope scope = Scope.open()) {
            Gallery gallery = Gallery.of(backend, RandomKey.of(seed), answer.err());
            Path file = folder.write(FILE, gallery.html(seed).getBytes(StandardCharsets.UTF_8));
            JsonObject json = gallery.toJson();
            json.addProperty("seed", seed);
            json.addProperty("backend", backend.name());
            json.addProperty("gallery", file.toString());
            answer.print(json, words(gallery, file));
        }
        return 0;
    }

    private static String words(Gallery gallery, Path file) {
        CdfGap largest = gallery.largestGap();
        return String.format(
                Locale.ROOT,
                "%d families and %d studies are in %s.%nThe largest distance of a sample from its cdf is %.4f, %s the bound of %.4f.",
                gallery.topics().size(),
                gallery.studies().size(),
                file,
                largest.distance(),
                largest.holds() ? "within" : "beyond",
                largest.bound());
    }
}
