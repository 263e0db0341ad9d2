package io.surprisal.examples.vae;

import io.surprisal.autoencoders.training.TrainingEvent;
import io.surprisal.autoencoders.training.TrainingListener;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a training: a bar where a person watches a terminal, and a line for each epoch in any case. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    /** Set by the script that starts the program: Java cannot tell whether the standard error stream is a terminal. */
    private static final String TERMINAL = "surprisal.examples.terminal";

    /** Fits into any terminal. */
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final boolean terminal;
    private final int batch;
    private final int count;
    private @Nullable ProgressBar bar;
    private int epochs;

    private TrainingProgress(PrintWriter err, boolean terminal, int batch, int count) {
        this.err = err;
        this.terminal = terminal;
        this.batch = batch;
        this.count = count;
    }

    static TrainingProgress on(PrintWriter err, int batch, int count) {
        return on(err, Boolean.getBoolean(TERMINAL), batch, count);
    }

    static TrainingProgress on(PrintWriter err, boolean terminal, int batch, int count) {
        return new TrainingProgress(err, terminal, batch, count);
    }

    @Override
    public void on(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            epochs = started.epochs();
        } else if (event instanceof TrainingEvent.Stepped step) {
            stepped(step);
        } else if (event instanceof TrainingEvent.EpochFinished epoch) {
            close();
            err.println(line(epoch));
        }
    }

    private void stepped(TrainingEvent.Stepped step) {
        if (!terminal) {
            return;
        }
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName("epoch " + step.epoch() + "/" + epochs)
                    .setInitialMax(count)
                    .setUnit(" images", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new DelegatingProgressBarConsumer(this::show, WIDTH))
                    .build();
            bar = shown;
        }
        shown.stepTo(Math.min((long) step.step() * batch, count));
    }

    /** The library's own way to the console takes the terminal's signals for itself: Ctrl-C would no longer run our last words. */
    private void show(String text) {
        err.print("\r" + text);
        err.flush();
    }

    private String line(TrainingEvent.EpochFinished epoch) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d: loss %.3f, test %.3f nats per image, %,.0f images/s",
                epoch.epoch(),
                epochs,
                epoch.training().getOrDefault("loss", Double.NaN),
                epoch.validation().getOrDefault("loss", Double.NaN),
                epoch.examplesPerSecond());
    }

    @Override
    public void close() {
        ProgressBar shown = bar;
        bar = null;
        if (shown != null) {
            shown.close();
            show(" ".repeat(WIDTH));
            show("");
        }
    }
}
