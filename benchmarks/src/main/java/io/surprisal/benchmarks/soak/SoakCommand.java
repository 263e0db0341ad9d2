package io.surprisal.benchmarks.soak;

import com.google.gson.Gson;
import io.surprisal.benchmarks.ChildJvm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains for long in a JVM whose heap is all there from the start, so that whatever grows is native. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Trains for long; ends with exit code 1 when resident memory moves by more than 10 MB.")
public final class SoakCommand implements Callable<Integer> {
    private static final List<String> FIXED_HEAP = List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");
    private static final double MEGABYTE = 1e6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--steps", defaultValue = "100000", description = "Steps after warm-up: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--warm-up", defaultValue = "10000", description = "Steps before: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Override
    public Integer call() {
        if (steps < 1 || warmUp < 0) {
            throw new ParameterException(
                    spec.commandLine(), "soak: --steps must be at least 1 and --warm-up at least 0.");
        }
        String line = ChildJvm.with(FIXED_HEAP, Map.of())
                .run("soak-child", "--steps", Integer.toString(steps), "--warm-up", Integer.toString(warmUp));
        SoakResult result = new Gson().fromJson(line, SoakResult.class);
        System.out.println("after warm-up: " + result.before());
        System.out.println("after " + steps + " steps: " + result.after());
        System.out.printf(
                Locale.ROOT,
                "resident memory moved by %+.1f MB (at most 10): %s%n",
                result.movedBytes() / MEGABYTE,
                result.steady() ? "steady" : "NOT STEADY");
        return result.steady() ? 0 : 1;
    }
}
