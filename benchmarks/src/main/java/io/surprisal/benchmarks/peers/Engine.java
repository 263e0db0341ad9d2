package io.surprisal.benchmarks.peers;

import io.surprisal.benchmarks.ChildJvm;
import java.util.List;
import java.util.Map;

/** Who does the work. */
enum Engine {
    /** This library's {@code cpu} backend. */
    OURS,
    /** PyTorch through DJL. */
    PEER;

    /** {@return a JVM that computes with this many threads} */
    ChildJvm jvm(int threads) {
        String count = Integer.toString(threads);
        return switch (this) {
            case OURS -> ChildJvm.with(List.of("-Dsurprisal.cpu.threads=" + count), Map.of());
            case PEER ->
                ChildJvm.with(
                        List.of("-Dai.djl.pytorch.num_threads=" + count, "-Dai.djl.pytorch.num_interop_threads=1"),
                        Map.of("OMP_NUM_THREADS", count, "MKL_NUM_THREADS", count));
        };
    }

    /** {@return the work, set up on this engine} */
    Work open(Job job) {
        return switch (this) {
            case OURS -> job.ours();
            case PEER -> job.peer();
        };
    }
}
