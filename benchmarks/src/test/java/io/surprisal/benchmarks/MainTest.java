package io.surprisal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void aFailureIsOneSentenceAndExitCodeOne() {
        StringWriter err = new StringWriter();
        int code = Main.program()
                .setErr(new PrintWriter(err, true))
                .execute("measure", "--engine", "onednn", "--work", "exp-1000");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("peers: exp-1000 is not for onednn, which multiplies matrices and does nothing else."
                        + " Compare with pytorch.");
    }
}
