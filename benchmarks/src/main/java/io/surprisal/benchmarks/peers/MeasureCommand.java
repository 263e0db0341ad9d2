package io.surprisal.benchmarks.peers;

import io.surprisal.benchmarks.peers.work.Work;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The child's side of {@link PeersCommand}: one engine, one piece of work, one line of JSON. */
@Command(name = "measure", hidden = true, description = "One process of peers.")
public final class MeasureCommand implements Callable<Integer> {
    /** Held here, because the log manager holds its loggers weakly. */
    private static final Logger ROOT = Logger.getLogger("");

    @Option(names = "--engine", required = true)
    private Engine engine = Engine.OURS;

    @Option(names = "--work", required = true)
    private String work = "";

    @Option(names = "--brief")
    private boolean brief;

    @Override
    public Integer call() {
        // What each engine says of itself at its start, a missing GPU included, would be printed once for each process.
        ROOT.setLevel(Level.SEVERE);
        Job job = Job.named(work);
        Repetition repetition = brief ? job.repetition().brief() : job.repetition();
        try (Work opened = job.open(engine)) {
            System.out.println(Measurement.of(opened, repetition).toJson());
        }
        return 0;
    }
}
