package io.surprisal.examples;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Tells what was wrong with a command line, and where its options are explained. */
final class UsageMessage {
    private UsageMessage() {}

    /** For picocli; returns the exit code of wrong usage. */
    static int tell(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            err.println(surplus(command, unmatched.getUnmatched()));
        } else {
            err.println(failure.getMessage());
        }
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("See " + command.getCommandSpec().qualifiedName() + " --help for what it takes.");
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String surplus(CommandLine command, List<String> words) {
        String first = "'" + words.get(0) + "'";
        return command.getParent() == null
                ? "There is no command " + first + "; the commands are "
                        + String.join(", ", command.getSubcommands().keySet()) + "."
                : "The command " + command.getCommandName() + " takes options only, but was given " + first + ".";
    }
}
