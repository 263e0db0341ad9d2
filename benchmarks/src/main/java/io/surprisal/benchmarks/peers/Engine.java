package io.surprisal.benchmarks.peers;

import io.surprisal.benchmarks.ChildJvm;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who does the work. */
enum Engine {
    /** This library's {@code cpu} backend. */
    OURS,
    /** PyTorch through DJL. */
    PYTORCH,
    /** oneDNN's {@code dnnl_sgemm} without anything around it, for matrix products. */
    ONEDNN;

    /** {@return the name on the command line and in the JSON} */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return a JVM that computes with this many threads} */
    ChildJvm jvm(int threads) {
        String count = Integer.toString(threads);
        return switch (this) {
            case OURS, ONEDNN -> ChildJvm.with(List.of("-Dsurprisal.cpu.threads=" + count), Map.of());
            case PYTORCH ->
                ChildJvm.with(
                        List.of("-Dai.djl.pytorch.num_threads=" + count, "-Dai.djl.pytorch.num_interop_threads=1"),
                        Map.of("OMP_NUM_THREADS", count, "MKL_NUM_THREADS", count));
        };
    }

    /** {@return whether this engine can do the work} */
    boolean does(Job job) {
        return this != ONEDNN || job.oneDnn().isPresent();
    }

    /**
     * {@return the work, set up on this engine}
     *
     * @throws IllegalArgumentException if it is not for this engine
     */
    Work open(Job job) {
        return switch (this) {
            case OURS -> job.ours();
            case PYTORCH -> job.pyTorch();
            case ONEDNN -> job.oneDnn().orElseThrow(() -> noProduct(job)).get();
        };
    }

    /**
     * {@return the same job}
     *
     * @throws IllegalArgumentException if it is not for this engine
     */
    Job requireDoes(Job job) {
        if (!does(job)) {
            throw noProduct(job);
        }
        return job;
    }

    private static IllegalArgumentException noProduct(Job job) {
        return new IllegalArgumentException("peers: " + job.label()
                + " is not a matrix product, and dnnl_sgemm does nothing else. Compare with pytorch.");
    }
}
