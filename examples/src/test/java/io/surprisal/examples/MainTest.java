package io.surprisal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.ProvisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void withoutACommandItShowsThem() {
        Run run = Run.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("No command was given").contains("vae", "doctor", "custom-backend", "--help");
    }

    @Test
    void namesTheCommandsWhereOneIsUnknown() {
        Run run = Run.of("xyzzy");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "There is no command 'xyzzy'; the commands are vae, distributions, logprob, doctor, custom-backend.")
                .contains("examples/run --help");
        assertThat(Run.of("va").err()).contains("Did you mean", "vae?");
    }

    @Test
    void refusesWordsThatAreNoOptions() {
        Run run = Run.of("doctor", "please");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("The command doctor takes options only, but was given 'please'.");
        assertThat(Run.of("vae", "--epoch", "3").err()).contains("--epochs");
        assertThat(Run.of("vae", "--epochs", "3.5").err()).contains("'3.5' is not a whole number.");
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(Run.of("--help").out()).contains("Exit code: 0 done");
        assertThat(Run.of("--help").code()).isZero();
        assertThat(Run.of("vae", "--help").out()).contains("--resume");
        assertThat(Run.of("--version").out()).startsWith("Surprisal ");
    }

    @Test
    void filesAreToldInWords() {
        assertThat(FailureMessage.of(new NoSuchFileException("/a/b")))
                .isEqualTo("/a/b: there is no such file or folder. Check the path and its permissions.");
        assertThat(FailureMessage.of(
                        new UncheckedIOException("the log cannot be written", new AccessDeniedException("/c"))))
                .isEqualTo("the log cannot be written: /c: permission denied. Check the path and its permissions.");
    }

    @Test
    void aWholeSentenceNeedsNoCause() {
        RuntimeException cause = new NumberFormatException("For input string: x");
        assertThat(FailureMessage.of(new IllegalArgumentException("threads: x is no number. Set one.", cause)))
                .isEqualTo("threads: x is no number. Set one.");
        assertThat(FailureMessage.of(new UncheckedIOException("the log", new IOException("disk full"))))
                .isEqualTo("the log: disk full");
    }

    @Test
    void tellsWhatToDoWithoutMemory() {
        assertThat(FailureMessage.of(new OutOfMemoryError("Java heap space")))
                .startsWith("out of memory: Java heap space")
                .contains("SURPRISAL_JAVA_OPTS=-Xmx");
    }

    @Test
    void looksBehindTheInjector() {
        IllegalStateException cause = new IllegalStateException("no backend");
        assertThat(FailureMessage.subject(new ProvisionException("wrapped", cause)))
                .isSameAs(cause);
        assertThat(FailureMessage.subject(cause)).isSameAs(cause);
    }
}
