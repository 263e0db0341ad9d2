package io.surprisal.examples.vae;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autoencoders.training.TrainingEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
    private static final String LINE = "epoch 1/2: loss 3.500, test 4.250 nats per image, 12 images/s";

    private static String shown(boolean terminal) {
        StringWriter text = new StringWriter();
        try (TrainingProgress progress = TrainingProgress.on(new PrintWriter(text), terminal, 8, 20)) {
            progress.on(new TrainingEvent.Started(2, 3, 0));
            for (int step = 1; step <= 3; step++) {
                progress.on(new TrainingEvent.Stepped(1, step));
            }
            progress.on(new TrainingEvent.EpochFinished(1, Map.of("loss", 3.5), Map.of("loss", 4.25), 1, 12.4));
        }
        return text.toString();
    }

    @Test
    void aLineForEachEpochIsAllThatAFileGets() {
        assertThat(shown(false).lines()).containsExactly(LINE);
    }

    @Test
    void onATerminalTheBarIsWipedBeforeTheLine() {
        String shown = shown(true);
        assertThat(shown).contains("\repoch 1/2 100% [", "20/20 images").doesNotContain("\u001b");
        assertThat(shown.lines().toList()).last().isEqualTo(LINE);
        assertThat(shown).contains("\r" + " ".repeat(79) + "\r" + LINE);
    }
}
