package io.surprisal.benchmarks.soak;

import com.google.gson.Gson;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The child's side of {@link SoakCommand}: it trains in a JVM of fixed size and answers one line of JSON. */
@Command(name = "soak-child", hidden = true, description = "The process of soak.")
public final class SoakChildCommand implements Callable<Integer> {
    /** Lines of progress on standard error. */
    private static final int LINES = 10;

    @Option(names = "--steps", required = true)
    private int steps;

    @Option(names = "--warm-up", required = true)
    private int warmUp;

    @Override
    public Integer call() throws IOException {
        try (Backend backend = Backends.open("cpu");
                SoakTraining training = new SoakTraining(backend)) {
            for (int step = 0; step < warmUp; step++) {
                training.step(step);
            }
            SoakState before = SoakState.now(backend);
            System.err.println("after warm-up: " + before);
            double loss = Double.NaN;
            for (int step = 0; step < steps; step++) {
                loss = training.step((long) warmUp + step);
                if ((step + 1) % Math.max(1, steps / LINES) == 0) {
                    System.err.println("step " + (step + 1) + ": " + SoakState.now(backend));
                }
            }
            System.out.println(
                    new Gson().toJson(new SoakResult(before, SoakState.now(backend), Double.isFinite(loss))));
        }
        return 0;
    }
}
