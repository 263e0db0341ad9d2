package io.surprisal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaeCommandTest {
    private static final Pattern IMAGE = Pattern.compile("<img [^>]*>");
    private static final String[] SMALL = {
        "vae", "--json", "--drawn", "48", "24", "--hidden", "8", "--latent", "3", "--batch", "16"
    };

    @Test
    void measuresTheTestImagesInPartsThatAddUp() {
        Run run = small();
        assertThat(run.code()).as(run.err()).isZero();
        JsonObject result = run.json();
        double sum =
                result.get("test_recon").getAsDouble() + result.get("test_kl").getAsDouble();
        assertThat(result.get("test_neg_elbo").getAsDouble()).isCloseTo(sum, within(1e-3));
        assertThat(result.get("train_images_per_second").getAsDouble()).isPositive();
        assertThat(result.get("backend").getAsString()).isEqualTo("reference");
        assertThat(run.err()).contains("epoch 2/2");
    }

    @Test
    void oneSeedGivesTheSameNumbers() {
        assertThat(numbers(small())).isEqualTo(numbers(small()));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(small("--seed", "2").json().get("test_neg_elbo"))
                .isNotEqualTo(small().json().get("test_neg_elbo"));
    }

    @Test
    void writesAReportThatNeedsNothingElse(@TempDir Path folder) throws IOException {
        assertThat(small("--output", folder.toString()).code()).isZero();
        assertThat(folder.resolve("samples.png")).isNotEmptyFile();
        assertThat(folder.resolve("model.safetensors")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("log.jsonl"))).hasSizeGreaterThan(3);
        String report = Files.readString(folder.resolve("report.html"));
        assertThat(report).contains("<svg", "data:image/png;base64,", "prefers-color-scheme: dark");
        assertThat(report).doesNotContain("http://", "https://", "<script");
        assertThat(report).contains("default-src 'none'", "examples/run vae --json", "Every epoch in numbers");
        assertThat(IMAGE.matcher(report).results())
                .hasSize(3)
                .allMatch(image ->
                        image.group().contains(" alt=\"A grid") || image.group().contains(" alt=\"Pairs"));
    }

    @Test
    void theReportOfAResumedRunHasAllItsEpochs(@TempDir Path folder) throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        assertThat(small("--output", first.toString(), "--epochs", "1").code()).isZero();
        String early = Files.readString(first.resolve("report.html"));
        assertThat(small("--resume", first.toString(), "--output", second.toString(), "--epochs", "3")
                        .json()
                        .get("epochs")
                        .getAsInt())
                .isEqualTo(3);
        assertThat(Files.readString(first.resolve("report.html"))).isEqualTo(early);
        assertThat(Files.readString(second.resolve("report.html")))
                .contains("<td>1</td>", "<td>3</td>", " in 3 epochs");
    }

    @Test
    void saysWhenNothingIsLeftToTrain(@TempDir Path folder) {
        assertThat(small("--output", folder.toString()).code()).isZero();
        List<String> arguments = new ArrayList<>(List.of(SMALL));
        arguments.remove("--json");
        arguments.addAll(List.of("--backend", "reference", "--epochs", "1", "--resume", folder.toString()));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("nothing was left to train, for the checkpoint has 2 epochs already");
    }

    @Test
    void resumedRunEqualsAnUninterruptedOne(@TempDir Path folder) {
        assertThat(small("--output", folder.toString(), "--epochs", "1").code()).isZero();
        Run resumed = small("--resume", folder.toString());
        assertThat(resumed.json().get("test_neg_elbo")).isEqualTo(small().json().get("test_neg_elbo"));
        Run finished = small("--resume", folder.toString());
        assertThat(finished.json().get("train_images_per_second").getAsString()).isEqualTo("NaN");
    }

    @Test
    void drawsTheManifoldOfOneAndOfTwoLatents(@TempDir Path folder) {
        assertThat(small("--latent", "1", "--output", folder.resolve("one").toString())
                        .code())
                .isZero();
        assertThat(small("--latent", "2", "--output", folder.resolve("two").toString())
                        .code())
                .isZero();
    }

    @Test
    void refusesAMissingFolder() {
        refused(small("--data", "/no/such/folder"), "--data: /no/such/folder is no folder");
    }

    @Test
    void refusesAFolderWithoutImages(@TempDir Path folder) {
        refused(small("--data", folder.toString()), "train-images-idx3-ubyte");
    }

    @Test
    void refusesFilesThatAreNotIdx(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("train-images-idx3-ubyte"), "these are no images");
        Files.writeString(folder.resolve("t10k-images-idx3-ubyte"), "nor are these");
        refused(small("--data", folder.toString()), "train-images-idx3-ubyte");
    }

    @Test
    void refusesAnUnknownBackend() {
        refused(Run.of("vae", "--drawn", "4", "4", "--backend", "abacus"), "abacus");
    }

    @Test
    void refusesNoEpochs() {
        refused(small("--epochs", "0"), "--epochs must be at least 1");
    }

    @Test
    void refusesToResumeWhereNothingWasSaved(@TempDir Path folder) {
        refused(small("--resume", folder.toString()), "--resume: there is no");
    }

    @Test
    void refusesToResumeARunWithOtherSettingsAndWritesNothing(@TempDir Path folder) {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        assertThat(small("--output", first.toString()).code()).isZero();
        refused(small("--resume", first.toString(), "--output", second.toString(), "--seed", "9"), "its seed is 1");
        assertThat(second).doesNotExist();
    }

    @Test
    void refusesToGoOnOverARunOfTheOutputsOwn(@TempDir Path folder) throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path last = second.resolve("checkpoints").resolve("last.safetensors");
        assertThat(small("--output", first.toString()).code()).isZero();
        assertThat(small("--output", second.toString(), "--seed", "9").code()).isZero();
        byte[] own = Files.readAllBytes(last);
        refused(
                small("--resume", first.toString(), "--output", second.toString(), "--epochs", "3"),
                "holds a run of its own, which going on from " + first + " would replace.");
        assertThat(last).hasBinaryContent(own);
    }

    @Test
    void refusesADamagedCheckpointAndWritesNothing(@TempDir Path folder) throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path last = first.resolve("checkpoints").resolve("last.safetensors");
        assertThat(small("--output", first.toString()).code()).isZero();
        byte[] whole = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(whole, whole.length / 2));
        Run run = small("--resume", first.toString(), "--output", second.toString(), "--epochs", "3");
        refused(run, "Put best.safetensors of the same directory in its place");
        assertThat(run.err().split(Pattern.quote(last.toString()), -1))
                .as("the file is named once")
                .hasSize(2);
        assertThat(second).doesNotExist();
    }

    @Test
    void refusesAnOutputThatCannotBeAFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        refused(small("--output", file.toString()), "--output: the folder \"" + file + "\" is a file");
        refused(small("--output", file.resolve("below").toString()), "lies below the file " + file);
        refused(small("--output", ""), "--output: the folder \"\" has no name");
        assertThat(file).hasContent("in the way");
    }

    @Test
    void keepsNothingOfARunThatCannotBegin(@TempDir Path folder) {
        Path output = folder.resolve("new");
        refused(small("--output", output.toString(), "--backend", "abacus"), "abacus");
        assertThat(output).doesNotExist();
    }

    @Test
    void wrongUsageNamesTheOption() {
        Run run = Run.of("vae", "--epochs", "many");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--epochs");
        assertThat(Run.of("vae", "--seed", "99999999999999999999").err())
                .contains("is not between -9223372036854775808");
    }

    @Test
    void showsTheStackOnlyWhenAsked() {
        assertThat(small("--epochs", "0").err()).doesNotContain("\tat ");
        assertThat(small("--epochs", "0", "--stacktrace").err()).contains("\tat ");
    }

    /** Later options win over earlier ones. */
    private static Run small(String... more) {
        List<String> arguments = new ArrayList<>(List.of(SMALL));
        List<String> given = List.of(more);
        if (!given.contains("--backend")) {
            arguments.addAll(List.of("--backend", "reference"));
        }
        if (!given.contains("--epochs")) {
            arguments.addAll(List.of("--epochs", "2"));
        }
        if (given.contains("--latent")) {
            arguments.removeAll(List.of("--latent", "3"));
        }
        arguments.addAll(given);
        return Run.of(arguments.toArray(String[]::new));
    }

    private static JsonObject numbers(Run run) {
        JsonObject numbers = run.json();
        numbers.remove("train_images_per_second");
        numbers.remove("train_seconds");
        return numbers;
    }

    private static void refused(Run run, String part) {
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(part).doesNotContain("\tat ");
    }
}
