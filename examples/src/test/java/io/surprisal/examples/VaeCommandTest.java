package io.surprisal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaeCommandTest {
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
        assertThat(report).doesNotContain("src=\"http", "href=\"http", "<script");
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
    void refusesToResumeARunWithOtherSettings(@TempDir Path folder) {
        assertThat(small("--output", folder.toString()).code()).isZero();
        refused(small("--resume", folder.toString(), "--seed", "9"), "seed");
    }

    @Test
    void wrongUsageNamesTheOption() {
        Run run = Run.of("vae", "--epochs", "many");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--epochs");
        assertThat(Run.of().code()).isEqualTo(2);
    }

    @Test
    void showsTheStackOnlyWhenAsked() {
        assertThat(small("--epochs", "0").err()).doesNotContain("\tat ");
        assertThat(small("--epochs", "0", "--stacktrace").err()).contains("\tat ");
    }

    /** Later options win over earlier ones. */
    private static Run small(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("vae", "--json", "--drawn", "48", "24", "--hidden", "8", "--latent", "3", "--batch", "16"));
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
