package io.surprisal.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What becomes of the rows, with measurements made up. */
class PeersCommandTest {
    @TempDir
    private Path folder;

    private static int run(PeersCommand.Measurer measurer, String... arguments) {
        return new CommandLine(new PeersCommand(measurer))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private static JsonArray read(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8))
                    .getAsJsonArray();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void everyRowIsInTheFileBeforeTheNextIsMeasured() {
        Path json = folder.resolve("rows.json");
        List<Integer> rowsBefore = new ArrayList<>();
        int code = run(
                (engine, job, threads, brief) -> {
                    rowsBefore.add(read(json).size());
                    return new Measurement(engine == Engine.OURS ? 2 : 3, 1);
                },
                "--work",
                "exp-1000",
                "--processes",
                "1",
                "--json",
                json.toString());
        assertThat(code).isZero();
        assertThat(rowsBefore).containsExactly(0, 0, 1, 1);
        assertThat(read(json)).hasSize(2);
        assertThat(read(json).get(1).getAsJsonObject().get("ratio").getAsDouble())
                .isEqualTo(1.5);
    }

    @Test
    void aDisagreementIsARowAndTheRestGoesOn() {
        Path json = folder.resolve("rows.json");
        int code = run(
                (engine, job, threads, brief) -> {
                    if (job == Job.LOG_1000) {
                        throw new IllegalStateException("measure: the child JVM ended with exit code 1.");
                    }
                    return new Measurement(1, job == Job.EXP_1000 && engine == Engine.OURS ? 2 : 1);
                },
                "--threads",
                "1",
                "--processes",
                "1",
                "--json",
                json.toString());
        assertThat(code).isEqualTo(1);
        JsonArray rows = read(json);
        assertThat(rows).hasSize((int) Arrays.stream(Job.values())
                .mapToLong(
                        job -> Engine.usualPeers().stream().filter(job::isFor).count())
                .sum());
        List<String> failed = new ArrayList<>();
        for (JsonElement row : rows) {
            if (row.getAsJsonObject().has("failed")) {
                failed.add(row.getAsJsonObject().get("work").getAsString());
                assertThat(row.getAsJsonObject().has("ratio")).isFalse();
            }
        }
        assertThat(failed).containsExactly("exp-1000", "log-1000");
        assertThat(rows.toString()).contains("the results 2.0 (ours) and 1.0 (peer)", "ended with exit code 1");
    }

    @Test
    void aFileThatCannotBeWrittenIsKnownBeforeAnythingIsMeasured() {
        Path json = folder.resolve("missing").resolve("rows.json");
        assertThatThrownBy(() -> new Results(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("peers: --json " + json + " cannot be written: NoSuchFileException."
                        + " Name a file in a folder that is there and yours.");
        List<Engine> measured = new ArrayList<>();
        int code = run(
                (engine, job, threads, brief) -> {
                    measured.add(engine);
                    return new Measurement(1, 1);
                },
                "--json",
                json.toString());
        assertThat(code).isEqualTo(1);
        assertThat(measured).isEmpty();
    }

    @Test
    void againstBareOneDnnOnlyProductsAreMeasured() {
        List<Job> measured = new ArrayList<>();
        PeersCommand.Measurer measurer = (engine, job, threads, brief) -> {
            assertThat(engine).isNotEqualTo(Engine.PYTORCH);
            measured.add(job);
            return new Measurement(1, 1);
        };
        assertThat(run(measurer, "--against", "onednn", "--threads", "2", "--processes", "1"))
                .isZero();
        assertThat(measured).hasSize(6).allMatch(job -> job.label().startsWith("matmul-"));
        assertThat(run(measurer, "--against", "onednn", "--work", "exp-1000")).isEqualTo(2);
        assertThat(measured).hasSize(6);
    }
}
