package io.surprisal.examples;

import io.surprisal.examples.distributions.DistributionsCommand;
import io.surprisal.examples.distributions.LogProb;
import io.surprisal.examples.vae.VaeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program: one command for each example. */
@Command(
        name = "examples/run",
        description = "Examples of Surprisal, generative modelling in Java.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Results go to the standard output, progress and messages to the standard error stream.",
            "Exit code: 0 done; 1 failed, and one sentence says why; 2 wrong usage.",
            "",
            "examples/run COMMAND --help explains the options of a command. To begin with:",
            "  examples/run vae --demo --output /tmp/digits"
        },
        subcommands = {VaeCommand.class, DistributionsCommand.class, LogProb.class, Doctor.class, CustomBackend.class})
public final class Main implements Callable<Integer> {
    /** A failure, told in one sentence on the standard error stream. */
    static final int FAILED = 1;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private Main() {}

    /** The version of the library's jars. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Surprisal " + Machine.version()};
        }
    }

    /**
     * Runs one command and ends the process with its exit code: 0 for success, 1 for a failure, 2 for wrong usage.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Logging.toStandardError();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /**
     * Runs one command in this process.
     *
     * @param out where results go
     * @param err where messages go
     * @param arguments the command and its options
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine program = WholeNumbers.register(new CommandLine(new Main()))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::tell)
                .setParameterExceptionHandler(UsageMessage::tell);
        try {
            return program.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println(FailureMessage.of(e));
            return FAILED;
        }
    }

    /** Without a command, the help is what was missing. */
    @Override
    public Integer call() {
        CommandLine program = Objects.requireNonNull(spec).commandLine();
        program.getErr().println("No command was given. Choose one of these:");
        program.usage(program.getErr());
        return spec.exitCodeOnInvalidInput();
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        Throwable subject = FailureMessage.subject(failure);
        command.getErr().println(FailureMessage.of(subject));
        if (parsed.subcommands().stream().anyMatch(sub -> sub.hasMatchedOption("--stacktrace"))) {
            subject.printStackTrace(command.getErr());
        }
        return FAILED;
    }
}
