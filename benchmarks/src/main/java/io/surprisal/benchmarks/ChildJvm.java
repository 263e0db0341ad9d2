package io.surprisal.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Another JVM with this one's class path and options, which runs one of {@link Main}'s commands. Its standard error is ours; the last
 * line of its standard output is its answer.
 */
public final class ChildJvm {
    private final List<String> options;
    private final Map<String, String> environment;

    private ChildJvm(List<String> options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    /**
     * {@return a description of a JVM, which {@link #run} starts}
     *
     * @param options further JVM options; they come after this JVM's own and so prevail
     * @param environment further environment variables
     */
    public static ChildJvm with(List<String> options, Map<String, String> environment) {
        return new ChildJvm(List.copyOf(options), Map.copyOf(environment));
    }

    /**
     * Runs one command to its end.
     *
     * @param arguments the command and its options
     * @return the last line that it printed
     * @throws IllegalStateException if it fails or prints nothing
     */
    public String run(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            int status = process.waitFor();
            if (status != 0 || printed.isEmpty()) {
                throw new IllegalStateException(String.join(" ", arguments) + ": the child JVM ended with exit code "
                        + status + " and " + printed.size() + " lines. Read its messages above.");
            }
            return printed.get(printed.size() - 1);
        } catch (IOException failure) {
            throw new IllegalStateException(
                    String.join(" ", arguments) + ": the child JVM could not be started.", failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.join(" ", arguments) + ": interrupted.", interruption);
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
