package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.backend.nd4j.ChildProcess;
import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.spi.BackendOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ThreadsTest {
    private final @Nullable String ofBuild = System.getProperty(Threads.PROPERTY);

    @BeforeEach
    void clear() {
        System.clearProperty(Threads.PROPERTY);
    }

    @AfterEach
    void restore() {
        if (ofBuild != null) {
            System.setProperty(Threads.PROPERTY, ofBuild);
        }
    }

    @Test
    void theOptionGoesBeforeTheProperty() {
        System.setProperty(Threads.PROPERTY, "3");
        assertThat(Threads.of(BackendOptions.defaults().withThreads(2), "5")).isEqualTo(2);
        assertThat(Threads.of(BackendOptions.defaults(), null)).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoNumberOfThreads() {
        for (String value : new String[] {"0", "-2", "many", ""}) {
            System.setProperty(Threads.PROPERTY, value);
            assertThatThrownBy(() -> Threads.of(BackendOptions.defaults(), null))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("-Dsurprisal.cpu.threads=" + value + " is not a number of threads");
        }
    }

    @Test
    void openMpsOwnVariableCountsWhereNobodyAsks() {
        BackendOptions defaults = BackendOptions.defaults();
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(Threads.of(defaults, "5")).isEqualTo(5);
        assertThat(Threads.of(defaults, " 6, 2")).isEqualTo(6);
        assertThat(Threads.of(defaults, "all")).isEqualTo(processors);
        assertThat(Threads.of(defaults, "0")).isEqualTo(processors);
        assertThat(Threads.of(defaults, null)).isEqualTo(processors);
    }

    /** Each in a process of its own, because the first opening decides for a process. */
    @Test
    void drawsHaveTheSameBitsOnOneTwoAndEightThreads(@TempDir Path folder) throws Exception {
        String bits = draws(1, folder);
        assertThat(bits).contains("normal FLOAT32", "gamma FLOAT64");
        assertThat(draws(2, folder)).isEqualTo(bits);
        assertThat(draws(8, folder)).isEqualTo(bits);
    }

    private static String draws(int threads, Path folder) throws Exception {
        ChildProcess process = ChildProcess.run(
                Map.of(),
                List.of("-Dsurprisal.cpu.threads=" + threads),
                ChildProcess.classPath(),
                DrawsProgram.class,
                folder);
        String says = "threads " + threads + "\n";
        assertThat(process.output()).contains(says);
        return process.output().substring(process.output().indexOf(says) + says.length());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void asManyThreadsComputeAsTheBackendSays(@TempDir Path folder) throws Exception {
        Map<String, String> environment = Map.of("OMP_NUM_THREADS", "4");
        ChildProcess process = ChildProcess.run(
                environment,
                List.of("-Dsurprisal.cpu.threads=3"),
                ChildProcess.classPath(),
                ThreadsProgram.class,
                folder);
        assertThat(process.output())
                .contains("first says 3, computes with 3\n")
                .contains("second says 3, computes with 3\n")
                .contains("this process computes with 3 threads", "the 1 asked for now are ignored");
        assertThat(process.exitCode()).isZero();
    }
}
