package io.surprisal.benchmarks.peers;

import io.surprisal.benchmarks.ChildJvm;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who does the work. */
enum Engine {
    /** This library's {@code cpu} backend. */
    OURS("does everything"),
    /** PyTorch through DJL. */
    PYTORCH("has no such operation in DJL's reach"),
    /** Plain loops over Commons Statistics and Commons RNG, on one thread as they are. */
    COMMONS("has functions and draws of single numbers"),
    /** oneDNN's {@code dnnl_sgemm} without anything around it, for matrix products. */
    ONEDNN("multiplies matrices and does nothing else");

    private final String limits;

    Engine(String limits) {
        this.limits = limits;
    }

    /** {@return what it can do, to go on after "which"} */
    String limits() {
        return limits;
    }

    /** {@return the name on the command line and in the JSON} */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return a JVM that computes with this many threads} */
    ChildJvm jvm(int threads) {
        String count = Integer.toString(threads);
        return switch (this) {
            case OURS, ONEDNN -> ChildJvm.with(List.of("-Dsurprisal.cpu.threads=" + count), Map.of());
            case COMMONS -> ChildJvm.with(List.of(), Map.of());
            case PYTORCH ->
                ChildJvm.with(
                        List.of("-Dai.djl.pytorch.num_threads=" + count, "-Dai.djl.pytorch.num_interop_threads=1"),
                        Map.of("OMP_NUM_THREADS", count, "MKL_NUM_THREADS", count));
        };
    }

    /** {@return the engines that are compared with unless others are asked for: whoever a user could take instead} */
    static List<Engine> usualPeers() {
        return List.of(PYTORCH, COMMONS);
    }
}
