package io.surprisal.backend.nd4j;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs a program of the test class path in a Java process of its own: what starts ND4J can do so once a process. */
public record ChildProcess(int exitCode, String output) {

    static ChildProcess run(List<String> options, String classPath, Class<?> program, Path directory)
            throws IOException, InterruptedException {
        return run(Map.of(), options, classPath, program, directory);
    }

    /**
     * {@return how the program ended}
     *
     * @param environment variables beside those of this process
     * @param options of the Java virtual machine
     * @param classPath where the program is
     * @param program a class with a main method
     * @param directory where the output may be kept
     * @throws IOException if the process cannot be started
     * @throws InterruptedException if this thread is interrupted
     */
    public static ChildProcess run(
            Map<String, String> environment, List<String> options, String classPath, Class<?> program, Path directory)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classPath);
        command.addAll(options);
        command.add(program.getName());
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(program.getName() + " did not end within two minutes");
        }
        return new ChildProcess(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** {@return the class path of this process} */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The entries of the class path of this process whose file names fit. */
    static String classPath(Predicate<String> fits) {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> fits.test(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
