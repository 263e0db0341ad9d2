package io.surprisal.examples.vae;

import io.surprisal.autoencoders.training.TrainingEvent;
import io.surprisal.autoencoders.training.TrainingListener;
import java.io.PrintWriter;
import java.util.Optional;

/** Tells whoever interrupts a training, with Ctrl-C for instance, what was kept and how to go on. */
final class InterruptionNotice implements TrainingListener, AutoCloseable {
    private final PrintWriter err;
    private final Optional<RunFolder> output;
    private final Thread hook = new Thread(this::tell, "interruption notice");
    private volatile int saved;

    private InterruptionNotice(PrintWriter err, Optional<RunFolder> output) {
        this.err = err;
        this.output = output;
    }

    /** A notice for the time until it is closed; without an output folder nothing is kept. */
    static InterruptionNotice on(PrintWriter err, Optional<RunFolder> output) {
        InterruptionNotice notice = new InterruptionNotice(err, output);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    @Override
    public void on(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            saved = started.done();
        } else if (event instanceof TrainingEvent.Saved checkpoint) {
            saved = checkpoint.epoch();
        }
    }

    private void tell() {
        err.println();
        err.println(message());
    }

    String message() {
        if (output.isEmpty()) {
            return "Interrupted: nothing was kept. With --output DIR a run can be resumed.";
        }
        return saved == 0
                ? "Interrupted before the end of the first epoch: there is nothing to resume."
                : "Interrupted: " + saved + (saved == 1 ? " epoch is" : " epochs are")
                        + " saved. Go on with the same options and --resume "
                        + output.get().path() + ".";
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook has told already.
            return;
        }
    }
}
