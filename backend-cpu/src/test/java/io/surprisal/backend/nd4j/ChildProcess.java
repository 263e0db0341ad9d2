package io.surprisal.backend.nd4j;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs a program of the test class path in a Java process of its own: what starts ND4J can do so once a process. */
record ChildProcess(int exitCode, String output) {

    static ChildProcess run(List<String> options, String classPath, Class<?> program, Path directory)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classPath);
        command.addAll(options);
        command.add(program.getName());
        Path output = Files.createTempFile(directory, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(program.getName() + " did not end within two minutes");
        }
        return new ChildProcess(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** The class path of this process. */
    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The entries of the class path of this process whose file names fit. */
    static String classPath(Predicate<String> fits) {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> fits.test(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
