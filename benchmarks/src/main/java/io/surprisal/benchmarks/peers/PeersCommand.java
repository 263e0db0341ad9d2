package io.surprisal.benchmarks.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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
            "Times the same work here and in PyTorch 2.7.1 through DJL, or in oneDNN's dnnl_sgemm.",
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
            defaultValue = "pytorch",
            description = "pytorch; onednn, its dnnl_sgemm alone, for matrix products; or ours, which shows the noise.")
    private Engine peerEngine = Engine.PYTORCH;

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
            for (int count : counts) {
                try {
                    Comparison comparison = compare(job, count);
                    System.out.println(comparison.row());
                    results.add(comparison.toJson());
                } catch (IllegalStateException failure) {
                    failures++;
                    String reason = String.valueOf(failure.getMessage());
                    System.out.println(Comparison.failedRow(job, count, reason));
                    results.add(Comparison.failedJson(job, peerEngine, count, reason));
                }
            }
        }
        return failures == 0 ? 0 : 1;
    }

    private List<Job> jobs() {
        try {
            if (work != null) {
                return List.of(peerEngine.requireDoes(Job.named(work)));
            }
            return Arrays.stream(Job.values()).filter(peerEngine::does).toList();
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }

    private Comparison compare(Job job, int count) {
        List<Measurement> ours = new ArrayList<>();
        List<Measurement> peer = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            ours.add(measure(Engine.OURS, job, count));
            peer.add(measure(peerEngine, job, count));
        }
        return new Comparison(job, peerEngine, count, ours, peer);
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
