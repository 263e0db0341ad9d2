package io.surprisal.examples;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How every command answers: in words, or as one JSON object on the last line of the standard output. */
public final class Output {
    /** Words that need no quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print the result as one JSON object on the last line of the output.")
    private boolean json;

    @Option(names = "--stacktrace", description = "Show where in the code a failure happened.")
    @SuppressWarnings("unused") // Main asks the parsed command line, because a failure may come before this is filled.
    private boolean stacktrace;

    /** For picocli. */
    public Output() {}

    /**
     * {@return where results go}
     */
    public PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** {@return the words of the command line, as a shell takes them} */
    public String commandLine() {
        CommandLine program = Objects.requireNonNull(spec).root().commandLine();
        return program.getCommandName() + " "
                + program.getParseResult().originalArgs().stream()
                        .map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }

    /** {@return where progress and messages go} */
    public PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** {@return whether the result is asked for as JSON} */
    public boolean isJson() {
        return json;
    }

    /**
     * Prints the result in the form that was asked for.
     *
     * @param object the result as JSON
     * @param words the result in words
     */
    public void print(JsonObject object, String words) {
        out().println(json ? object.toString() : words);
    }

    /**
     * Adds a number in full precision, as a string where JSON has no number for it.
     *
     * @param object what it is added to
     * @param name its name
     * @param value the number
     */
    public static void add(JsonObject object, String name, double value) {
        object.add(name, number(value));
    }

    /**
     * Adds a number in full precision, as a string where JSON has no number for it.
     *
     * @param array what it is added to
     * @param value the number
     */
    public static void add(JsonArray array, double value) {
        array.add(number(value));
    }

    private static JsonPrimitive number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(Double.toString(value));
    }
}
