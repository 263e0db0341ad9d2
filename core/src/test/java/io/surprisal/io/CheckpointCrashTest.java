package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that save all the time, and looks what they leave. */
class CheckpointCrashTest {
    private static final int ELEMENTS = 50_000;
    private static final String FILE = "model.safetensors";

    @TempDir
    Path folder;

    @Test
    void twentyKillsLeaveTheOldOrTheNewCheckpoint() throws Exception {
        kill(20);
    }

    @Test
    @Tag("nightly")
    void twoHundredKillsLeaveTheOldOrTheNewCheckpoint() throws Exception {
        kill(200);
    }

    private void kill(int times) throws Exception {
        Random random = new Random(20);
        Path file = folder.resolve(FILE);
        checkpoint(0).save(file);
        int step = 0;
        int halves = 0;
        for (int i = 0; i < times; i++) {
            Process saver = start(step);
            try (BufferedReader lines = saver.inputReader()) {
                assertThat(lines.readLine()).isEqualTo("saved");
                Thread.sleep(random.nextInt(60), random.nextInt(1_000_000));
            } finally {
                saver.destroyForcibly().waitFor();
            }
            step = wholeStep(file, step);
            halves += temporaryFiles();
        }
        // Else no kill fell into a save, and the test has shown nothing.
        assertThat(halves).isPositive();
        assertThat(step).isPositive();
        checkpoint(step).save(file);
        assertThat(temporaryFiles()).isZero();
    }

    /** The step that the file is from, after a check that all of it is from that step, and that none was lost. */
    private static int wholeStep(Path file, int before) throws IOException {
        Checkpoint loaded = Checkpoint.load(file);
        int step = loaded.metadata().get("step").getAsInt();
        assertThat(step).isGreaterThanOrEqualTo(before);
        assertThat(loaded.arrays()).isEqualTo(checkpoint(step).arrays());
        return step;
    }

    private int temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(".tmp")).count();
        }
    }

    private Process start(int step) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saver.class.getName(),
                        folder.toString(),
                        String.valueOf(step))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Checkpoint checkpoint(int step) {
        float[] elements = new float[ELEMENTS];
        Arrays.fill(elements, step);
        JsonObject facts = new JsonObject();
        facts.addProperty("step", step);
        return new Checkpoint(Map.of("w", HostArray.wrap(elements, Shape.of(ELEMENTS))), facts);
    }

    /** The process that is killed. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0], FILE);
            int step = Integer.parseInt(arguments[1]);
            while (true) {
                step++;
                checkpoint(step).save(file);
                System.out.write("saved\n".getBytes(StandardCharsets.UTF_8));
                System.out.flush();
            }
        }
    }
}
