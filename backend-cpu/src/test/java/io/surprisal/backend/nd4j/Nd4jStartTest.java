package io.surprisal.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jStartTest {
    @TempDir
    private Path directory;

    @Test
    void isAvailableHereAndSaysWhatItFound() {
        assertThat(new Nd4jProvider().availability())
                .isInstanceOfSatisfying(
                        Availability.Available.class,
                        found -> assertThat(found.detail()).contains("nd4j-native"));
    }

    @Test
    void theOtherBuildCannotStartBesideThisOne() {
        new Nd4jProvider().open(BackendOptions.defaults()).close();
        assertThatThrownBy(() ->
                        Nd4jBackends.open(Nd4jFlavour.CUDA, "nd4j-cuda", "a graphics card", BackendOptions.defaults()))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("nd4j-native runs in this process already");
        assertThat(Nd4jRuntime.running()).isEqualTo(Nd4jFlavour.CPU);
    }

    @Test
    void anAbsentBuildIsUnavailableWithTheArtifactToAdd() {
        assertThat(Nd4jBackends.availability(Nd4jFlavour.CUDA))
                .isInstanceOfSatisfying(
                        Availability.Unavailable.class,
                        absent -> assertThat(absent.nextStep()).contains("org.nd4j:nd4j-cuda-11.6"));
    }

    @Test
    void theNumberOfThreadsIsAskedFor() {
        int before = Nd4j.getEnvironment().maxMasterThreads();
        try (Backend one = Backends.open("nd4j", BackendOptions.defaults().withThreads(1))) {
            assertThat(one.info().details()).containsEntry("threads", "1");
        } finally {
            Nd4j.getEnvironment().setMaxMasterThreads(before);
        }
    }

    @Test
    void saysWhichVersionsCompute() {
        try (Backend backend = Backends.open("nd4j")) {
            assertThat(backend.info().details().get("nd4j")).startsWith("1.0.0-");
            assertThat(backend.info().details().get("javacpp")).startsWith("1.5.");
            assertThat(backend.info().details().get("instruction set"))
                    .isIn("the platform's baseline", "AVX2", "AVX-512");
        }
    }

    @Test
    void thePinHoldsAgainstABuildOfHigherPriority() throws Exception {
        Path services = directory.resolve("META-INF/services/org.nd4j.linalg.factory.Nd4jBackend");
        Files.createDirectories(services.getParent());
        Files.writeString(services, IntrusiveNd4jBackend.class.getName());
        String classPath = directory + File.pathSeparator + ChildProcess.classPath();
        assertThat(run(List.of(), classPath, Opening.class))
                .contains("7.0 by org.nd4j.linalg.cpu.nativecpu.CpuBackend")
                .doesNotContain("intrusive");
    }

    @Test
    void startsWithoutANoteOfNd4j() throws Exception {
        assertThat(run(List.of(), ChildProcess.classPath(), Opening.class))
                .contains("7.0 by")
                .doesNotContain("Loaded [")
                .doesNotContain("org.nd4j.linalg.factory.Nd4jBackend")
                .doesNotContain("Number of threads")
                .doesNotContain("Backend used");
    }

    @Test
    void aFailedStartIsRemembered() throws Exception {
        String output = run(List.of("-Dbackends=none"), ChildProcess.classPath(), FailingTwice.class);
        assertThat(output.lines().filter(line -> line.startsWith("refused: ND4J: nd4j-native did not start")))
                .hasSize(2)
                .allMatch(line -> line.contains("system property") && line.contains("restart the program"));
    }

    @Test
    void findsNd4jRunningWhereTheApplicationStartedIt() throws Exception {
        assertThat(run(List.of(), ChildProcess.classPath(), AlreadyStarted.class))
                .contains("before: null")
                .contains("after: CPU")
                .contains("refused: ND4J: nd4j-cuda-11.6 cannot start, because nd4j-native runs")
                .contains("7.0");
    }

    @Test
    void backendCpuStartsNd4jAtTheFirstExchange() throws Exception {
        assertThat(run(List.of(), ChildProcess.classPath(), LateExchange.class))
                .contains("after listing: null")
                .contains("after computing: null")
                .contains("after exchanging: CPU, 7.0");
    }

    @Test
    void saysWhichNativesAreMissing() throws Exception {
        String classPath = ChildProcess.classPath(jar -> !(jar.startsWith("nd4j-native-1") && jar.contains("-x86_64"))
                && !(jar.startsWith("nd4j-native-1") && jar.contains("-arm64")));
        assertThat(run(List.of(), classPath, Asking.class))
                .contains("Unavailable")
                .contains("there are no natives for")
                .contains("Add org.nd4j:nd4j-native with the classifier");
    }

    @Test
    void saysThatNd4jIsMissing() throws Exception {
        assertThat(run(List.of(), ChildProcess.classPath(jar -> !jar.startsWith("nd4j-")), Asking.class))
                .contains("Unavailable")
                .contains("org.nd4j.linalg.factory.Nd4j is not on the class path");
    }

    @Test
    void saysThatTheRuntimeLacksAModule() throws Exception {
        assertThat(run(List.of("--limit-modules", "java.base,java.logging"), ChildProcess.classPath(), Asking.class))
                .contains("Unavailable")
                .contains("--add-modules jdk.unsupported");
    }

    private String run(List<String> options, String classPath, Class<?> program)
            throws IOException, InterruptedException {
        ChildProcess child = ChildProcess.run(options, classPath, program, directory);
        assertThat(child.exitCode()).as(child.output()).isZero();
        return child.output();
    }

    private static double seven(Backend backend) {
        return backend.of(new float[] {3, 4}).sum().item();
    }

    static final class Asking {
        public static void main(String[] arguments) {
            System.out.println(new Nd4jProvider().availability());
        }
    }

    static final class Opening {
        public static void main(String[] arguments) {
            try (Backend backend = Backends.open("nd4j")) {
                System.out.println(seven(backend) + " by " + Nd4j.getBackend());
            }
        }
    }

    static final class FailingTwice {
        public static void main(String[] arguments) {
            for (int i = 0; i < 2; i++) {
                try {
                    Backends.open("nd4j");
                } catch (BackendException expected) {
                    System.out.println("refused: " + expected.getMessage());
                }
            }
        }
    }

    static final class AlreadyStarted {
        public static void main(String[] arguments) {
            System.out.println("before: " + Nd4jRuntime.running());
            Nd4j.create(1);
            System.out.println("after: " + Nd4jRuntime.running());
            try {
                Nd4jBackends.open(Nd4jFlavour.CUDA, "nd4j-cuda", "a graphics card", BackendOptions.defaults());
            } catch (BackendException expected) {
                System.out.println("refused: " + expected.getMessage());
            }
            try (Backend backend = Backends.open("nd4j")) {
                System.out.println(seven(backend));
            }
        }
    }

    static final class LateExchange {
        public static void main(String[] arguments) {
            Backends.list();
            System.out.println("after listing: " + Nd4jRuntime.running());
            try (Backend backend = Backends.open("cpu")) {
                Tensor tensor = backend.of(new float[] {3, 4});
                tensor.plus(tensor).release();
                System.out.println("after computing: " + Nd4jRuntime.running());
                double sum = Nd4jArrays.toINDArray(tensor).sumNumber().doubleValue();
                System.out.println("after exchanging: " + Nd4jRuntime.running() + ", " + sum);
            }
        }
    }
}
