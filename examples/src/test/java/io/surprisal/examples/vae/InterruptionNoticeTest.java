package io.surprisal.examples.vae;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autoencoders.training.TrainingEvent;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterruptionNoticeTest {
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    @Test
    void saysHowToGoOn() {
        try (InterruptionNotice notice = InterruptionNotice.on(NOWHERE, Optional.of(new RunFolder(Path.of("run"))))) {
            notice.on(new TrainingEvent.Started(9, 3, 0));
            assertThat(notice.message()).contains("there is nothing to resume");
            notice.on(new TrainingEvent.Saved(Path.of("last"), 1));
            assertThat(notice.message())
                    .isEqualTo("Interrupted: 1 epoch is saved. Go on with the same options and --resume run.");
            notice.on(new TrainingEvent.Saved(Path.of("last"), 2));
            assertThat(notice.message()).contains("2 epochs are saved");
        }
    }

    @Test
    void knowsWhatTheRunBeganWith() {
        try (InterruptionNotice notice = InterruptionNotice.on(NOWHERE, Optional.of(new RunFolder(Path.of("run"))))) {
            notice.on(new TrainingEvent.Started(9, 3, 4));
            assertThat(notice.message()).contains("4 epochs are saved");
        }
    }

    @Test
    void saysThatNothingIsKeptWithoutAFolder() {
        try (InterruptionNotice notice = InterruptionNotice.on(NOWHERE, Optional.empty())) {
            assertThat(notice.message()).contains("nothing was kept", "--output DIR");
        }
    }
}
