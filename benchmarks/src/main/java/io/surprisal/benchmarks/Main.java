package io.surprisal.benchmarks;

import io.surprisal.benchmarks.micro.JmhCommand;
import io.surprisal.benchmarks.peers.MeasureCommand;
import io.surprisal.benchmarks.peers.PeersCommand;
import io.surprisal.benchmarks.soak.SoakChildCommand;
import io.surprisal.benchmarks.soak.SoakCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' commands; {@code benchmarks/run} starts it. */
@Command(
        name = "benchmarks/run",
        description = "Measures this library, alone and beside its peers.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PeersCommand.class,
            JmhCommand.class,
            SoakCommand.class,
            MeasureCommand.class,
            SoakChildCommand.class
        })
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(program().execute(arguments));
    }

    /** The program, which tells a failure in one sentence. */
    static CommandLine program() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(told(failure));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    /** The message, with that of the cause where it is no whole sentence; without a message, the kind of failure. */
    private static String told(Throwable failure) {
        String message = failure.getMessage();
        Throwable cause = failure.getCause();
        if (message == null || cause == null || message.endsWith(".") || message.endsWith("?")) {
            return message == null ? failure.getClass().getSimpleName() : message;
        }
        return message + ": " + told(cause);
    }
}
