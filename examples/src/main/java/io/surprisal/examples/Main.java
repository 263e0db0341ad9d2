package io.surprisal.examples;

import com.google.inject.ProvisionException;
import io.surprisal.examples.vae.VaeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Objects;
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
        version = "Surprisal 0.1.0-SNAPSHOT",
        subcommands = {VaeCommand.class, Doctor.class, CustomBackend.class})
public final class Main implements Runnable {
    /** A failure, told in one sentence on the standard error stream. */
    static final int FAILED = 1;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private Main() {}

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
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::tell)
                .setParameterExceptionHandler(Main::tellUsage)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "No command was given: choose one of those below.");
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        Throwable cause =
                failure instanceof ProvisionException && failure.getCause() != null ? failure.getCause() : failure;
        command.getErr().println(sentence(cause));
        if (parsed.hasMatchedOption("--stacktrace")
                || parsed.subcommands().stream().anyMatch(sub -> sub.hasMatchedOption("--stacktrace"))) {
            cause.printStackTrace(command.getErr());
        }
        return FAILED;
    }

    private static int tellUsage(CommandLine.ParameterException failure, String[] arguments) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println(failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("For the options: "
                    + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        return failure.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The message, and that of the first cause where it says more. */
    private static String sentence(Throwable failure) {
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getMessage() + ": " + file.getClass().getSimpleName() + ". Check the path and its permissions.";
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Throwable cause = failure.getCause();
        if (cause == null || cause.getMessage() == null || message.contains(cause.getMessage())) {
            return message;
        }
        return message + ": " + cause.getMessage();
    }
}
