package io.surprisal.benchmarks.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares with PyTorch through DJL, or with bare oneDNN: the two engines alternate, each time in a JVM of its own. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = {
            "Times the same work here and in PyTorch 2.7.1 through DJL, in loops over Commons, or in oneDNN's dnnl_sgemm.",
            "The ratio is the peer's time over ours. Leave the machine alone meanwhile.",
            "Exit code: 0 done; 1 some work failed, and its row says why; 2 wrong usage."
        })
public final class PeersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--work", completionCandidates = Names.class, description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable String work;

    @Option(
            names = "--against",
            description =
                    "pytorch; commons, plain loops over Commons Statistics and RNG; onednn, its dnnl_sgemm alone, for matrix "
                            + "products; or ours, which shows the noise. Without it pytorch and commons, each where it has the work.")
    private @Nullable Engine against;

    @Option(names = "--threads", description = "How many threads; without it 1 and then 2.")
    private @Nullable Integer threads;

    @Option(names = "--processes", defaultValue = "5", description = "JVMs for each engine: ${DEFAULT-VALUE}.")
    private int processes;

    @Option(names = "--brief", description = "A tenth of the repetitions: shows that it runs, compares nothing.")
    private boolean brief;

    @Option(names = "--json", description = "Where to write the JSON array, row by row.")
    private @Nullable Path json;

    private final Measurer measurer;

    /** Measures in JVMs of their own. */
    public PeersCommand() {
        this(PeersCommand::measureInItsOwnJvm);
    }

    /** With another way to measure, for tests. */
    PeersCommand(Measurer measurer) {
        this.measurer = measurer;
    }

    /** Runs one process. */
    @FunctionalInterface
    interface Measurer {
        /**
         * {@return what the process found}
         *
         * @throws IllegalStateException if it failed
         */
        Measurement measure(Engine engine, Job job, int threads, boolean brief);
    }

    /** Work that fails is a row that says so, and the rest goes on. */
    @Override
    public Integer call() {
        if (processes < 1 || (threads != null && threads < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "peers: --processes and --threads must be at least 1. Leave them out?");
        }
        List<Integer> counts = threads == null ? List.of(1, 2) : List.of(threads);
        List<Job> jobs = jobs();
        Results results = new Results(json);
        int failures = 0;
        System.out.println(Comparison.heading());
        for (Job job : jobs) {
            for (Engine peer : peersOf(job)) {
                for (int count : counts) {
                    failures += addRow(results, job, peer, count) ? 0 : 1;
                }
            }
        }
        return failures == 0 ? 0 : 1;
    }

    /** Whether the two could be compared; if not, the row says why. */
    private boolean addRow(Results results, Job job, Engine peer, int count) {
        try {
            Comparison comparison = compare(job, peer, count);
            System.out.println(comparison.row());
            results.add(comparison.toJson());
            return true;
        } catch (IllegalStateException failure) {
            String reason = String.valueOf(failure.getMessage());
            System.out.println(Comparison.failedRow(job, peer, count, reason));
            results.add(Comparison.failedJson(job, peer, count, reason));
            return false;
        }
    }

    private List<Engine> peersOf(Job job) {
        List<Engine> wanted = against == null ? Engine.usualPeers() : List.of(against);
        return wanted.stream().filter(job::isFor).toList();
    }

    private List<Job> jobs() {
        try {
            List<Job> asked = work == null ? List.of(Job.values()) : List.of(Job.named(work));
            if (work != null && peersOf(asked.get(0)).isEmpty()) {
                throw asked.get(0).refusal(Objects.requireNonNull(against));
            }
            return asked;
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }

    private Comparison compare(Job job, Engine peer, int count) {
        List<Measurement> ours = new ArrayList<>();
        List<Measurement> theirs = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            ours.add(measure(Engine.OURS, job, count));
            theirs.add(measure(peer, job, count));
        }
        return new Comparison(job, peer, count, ours, theirs);
    }

    private Measurement measure(Engine engine, Job job, int count) {
        return measurer.measure(engine, job, count, brief);
    }

    private static Measurement measureInItsOwnJvm(Engine engine, Job job, int threads, boolean brief) {
        List<String> arguments = new ArrayList<>(List.of("measure", "--engine", engine.name(), "--work", job.label()));
        if (brief) {
            arguments.add("--brief");
        }
        return Measurement.fromJson(engine.jvm(threads).run(arguments.toArray(String[]::new)));
    }

    /** The names of all work, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Job.labels().iterator();
        }
    }
}
