package io.surprisal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.spi.BackendOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendsTest {
    private final StubProvider reference = StubProvider.available("reference", 0);
    private final StubProvider cpu = StubProvider.available("cpu", 100);
    private final StubProvider cuda = StubProvider.unavailable(
            "cuda", 200, "no NVIDIA driver found (libcuda.so.1)", "Install the driver, or use cpu.");

    private final List<LogRecord> log = new ArrayList<>();
    private final Logger logger = Logger.getLogger("io.surprisal.tensor");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            log.add(logRecord);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void takesTheHighestPriorityAmongTheAvailable() {
        assertThat(all(Map.of(), Map.of()).open().name()).isEqualTo("cpu:0");
    }

    @Test
    void argumentBeatsPropertyBeatsEnvironmentBeatsPriority() {
        StubProvider nd4j = StubProvider.available("nd4j", 50);
        Map<String, String> property = Map.of("surprisal.backend", "nd4j");
        Map<String, String> variable = Map.of("SURPRISAL_BACKEND", "reference");
        assertThat(all(property, variable).provider(nd4j).open("cpu").name()).isEqualTo("cpu:0");
        assertThat(all(property, variable).provider(nd4j).open().name()).isEqualTo("nd4j:0");
        assertThat(all(Map.of(), variable).provider(nd4j).open().name()).isEqualTo("reference:0");
        assertThat(all(Map.of(), Map.of()).provider(nd4j).open().name()).isEqualTo("cpu:0");
    }

    @Test
    void blankConfigurationCountsAsNone() {
        assertThat(all(Map.of("surprisal.backend", " "), Map.of("SURPRISAL_BACKEND", ""))
                        .open()
                        .name())
                .isEqualTo("cpu:0");
    }

    @Test
    void readsTheRealSystemProperty() {
        String before = System.getProperty("surprisal.backend");
        System.setProperty("surprisal.backend", "reference:3");
        try (Backend backend = Backends.builder()
                .withoutDiscovery()
                .provider(reference)
                .provider(cpu)
                .open()) {
            assertThat(backend.name()).isEqualTo("reference:3");
        } finally {
            if (before == null) {
                System.clearProperty("surprisal.backend");
            } else {
                System.setProperty("surprisal.backend", before);
            }
        }
    }

    @Test
    void suffixNamesTheDevice() {
        assertThat(all(Map.of(), Map.of()).open("cpu:1").name()).isEqualTo("cpu:1");
        assertThat(all(Map.of(), Map.of("SURPRISAL_BACKEND", "cpu:2")).open().name())
                .isEqualTo("cpu:2");
    }

    @Test
    void optionsNameTheDeviceWhereTheNameDoesNot() {
        BackendOptions second = BackendOptions.defaults().withDevice(2);
        assertThat(all(Map.of(), Map.of()).open("cpu", second).name()).isEqualTo("cpu:2");
        assertThat(all(Map.of(), Map.of()).open("cpu:2", second).name()).isEqualTo("cpu:2");
        assertThat(all(Map.of(), Map.of()).open(second).name()).isEqualTo("cpu:2");
        assertThatThrownBy(() -> all(Map.of(), Map.of()).open("cpu:1", second))
                .isInstanceOf(BackendException.class)
                .hasMessageContainingAll("cpu:1", "device 1", "device 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                "cuda:",
                ":1",
                "cuda:x",
                "cuda:-1",
                "cuda:1:2",
                "cuda:1.5",
                "CPU",
                "cuda:99999999999"
            })
    void rejectsNamesOfAnotherForm(String name) {
        assertThatThrownBy(() -> all(Map.of(), Map.of()).open(name))
                .isInstanceOf(BackendException.class)
                .hasMessageContainingAll("\"" + name + "\"", "the argument", "cuda:1");
    }

    @Test
    void saysWhereAMalformedNameCameFrom() {
        assertThatThrownBy(() ->
                        all(Map.of(), Map.of("SURPRISAL_BACKEND", "cuda:x")).open())
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("SURPRISAL_BACKEND");
        assertThatThrownBy(() ->
                        all(Map.of("surprisal.backend", "cuda:x"), Map.of()).open())
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("-Dsurprisal.backend");
    }

    @Test
    void namedButUnavailableIsAnErrorAndNeverAFallback() {
        assertThatThrownBy(
                        () -> all(Map.of(), Map.of("SURPRISAL_BACKEND", "cuda")).open())
                .isInstanceOf(BackendException.class)
                .hasMessage(
                        "cuda: unavailable, no NVIDIA driver found (libcuda.so.1). Install the driver, or use cpu. It was"
                                + " named by SURPRISAL_BACKEND, so no other is taken; available here: cpu, reference.");
        assertThat(cpu.opened() + reference.opened()).isZero();
    }

    @Test
    void unknownNameIsAnErrorThatListsWhatIsThere() {
        assertThatThrownBy(() -> all(Map.of(), Map.of()).open("tpu"))
                .isInstanceOf(BackendException.class)
                .hasMessage("tpu: no provider of this name is installed (named by the argument); available here: cpu,"
                        + " reference. Check the spelling, or add the jar that brings it.");
    }

    @Test
    void absentProviderOfTheProjectIsAnErrorThatNamesItsArtifact() {
        assertThatThrownBy(() -> all(Map.of(), Map.of()).open("nd4j-cuda:1"))
                .isInstanceOf(BackendException.class)
                .hasMessageContainingAll(
                        "nd4j-cuda:1", "Add io.surprisal:surprisal-backend-cuda-nd4j to the dependencies.");
    }

    @Test
    void nothingAvailableIsAnErrorThatNamesAnArtifact() {
        assertThatThrownBy(() -> Backends.builder()
                        .withoutDiscovery()
                        .provider(cuda)
                        .configuration(name -> null, name -> null)
                        .open())
                .isInstanceOf(BackendException.class)
                .hasMessageContainingAll("no backend is available", "libcuda.so.1", "surprisal-backend-cpu");
    }

    @Test
    void oneInfoLineSaysWhatWasChosenAndWhatNotAndWhy() {
        all(Map.of(), Map.of()).open();
        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getMessage())
                    .isEqualTo(
                            "backend cpu:0 on a stub: highest priority among the available; passed over cuda (no NVIDIA"
                                    + " driver found (libcuda.so.1)), reference (priority 0)");
        });
    }

    @Test
    void fallingToReferenceIsAWarningThatNamesTheDependency() {
        Backends.builder()
                .withoutDiscovery()
                .provider(reference)
                .provider(cuda)
                .configuration(name -> null, name -> null)
                .open();
        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getMessage()).contains("io.surprisal:surprisal-backend-cpu", "libcuda.so.1");
        });
    }

    @Test
    void askingForReferenceIsNoWarning() {
        all(Map.of(), Map.of()).open("reference");
        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getMessage()).contains("asked for by the argument");
        });
    }

    private BackendsBuilder all(Map<String, String> properties, Map<String, String> environment) {
        return Backends.builder()
                .withoutDiscovery()
                .provider(reference)
                .provider(cpu)
                .provider(cuda)
                .configuration(properties::get, environment::get);
    }
}
