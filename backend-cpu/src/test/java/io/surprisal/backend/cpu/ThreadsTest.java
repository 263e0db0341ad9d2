package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    @AfterEach
    void clear() {
        System.clearProperty(Threads.PROPERTY);
    }

    @Test
    void theOptionGoesBeforeTheProperty() {
        System.setProperty(Threads.PROPERTY, "3");
        assertThat(Threads.of(BackendOptions.defaults().withThreads(2))).isEqualTo(2);
        assertThat(Threads.of(BackendOptions.defaults())).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoNumberOfThreads() {
        for (String value : new String[] {"0", "-2", "many", ""}) {
            System.setProperty(Threads.PROPERTY, value);
            assertThatThrownBy(() -> Threads.of(BackendOptions.defaults()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("-Dsurprisal.cpu.threads=" + value + " is not a number of threads");
        }
    }
}
