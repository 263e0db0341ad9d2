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
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
