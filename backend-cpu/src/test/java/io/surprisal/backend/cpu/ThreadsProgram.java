package io.surprisal.backend.cpu;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.BackendOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Opens two backends and counts the threads that a product of matrices runs on; Linux alone says their names. */
final class ThreadsProgram {
    private ThreadsProgram() {}

    @SuppressWarnings("SystemOut") // A program.
    public static void main(String[] args) throws IOException {
        try (Backend first = Backend.over(new CpuProvider().open(BackendOptions.defaults()));
                Backend second = Backend.over(
                        new CpuProvider().open(BackendOptions.defaults().withThreads(1)))) {
            long before = ownThreads();
            product(first);
            System.out.println("first says " + said(first) + ", computes with " + (1 + ownThreads() - before));
            product(second);
            System.out.println("second says " + said(second) + ", computes with " + (1 + ownThreads() - before));
        }
    }

    private static String said(Backend backend) {
        return String.valueOf(backend.info().details().get("threads"));
    }

    private static void product(Backend backend) {
        Tensor x = backend.ones(Shape.of(500, 500), DType.FLOAT32);
        x.matmul(x);
    }

    /** Threads of a library have the name of the thread that started them; those of Java have their own. */
    private static long ownThreads() throws IOException {
        String own = Files.readString(Path.of("/proc/thread-self/comm"));
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.filter(task -> own.equals(name(task))).count();
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm"));
        } catch (IOException e) {
            return ""; // It has ended.
        }
    }
}
