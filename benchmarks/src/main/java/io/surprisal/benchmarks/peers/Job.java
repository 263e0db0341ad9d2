package io.surprisal.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is compared: its name, how often it is repeated, and each engine's way to do it. */
@SuppressWarnings("ImmutableEnumChecker") // The suppliers capture only numbers.
enum Job {
    VAE_STEP("vae-step", Repetition.TRAINING, 0.05, () -> OurVae.step(), () -> PeerVae.step()),
    VAE_FORWARD_BACKWARD(
            "vae-forward-backward",
            Repetition.TRAINING,
            0.05,
            () -> OurVae.forwardBackward(),
            () -> PeerVae.forwardBackward()),
    LSTM_STEP("lstm-step", Repetition.SEQUENCES, 0.01, () -> new OurLstm(), () -> new PeerLstm()),
    CONV_STEP("conv-step", Repetition.SEQUENCES, 0.01, () -> new OurConvolution(), () -> new PeerConvolution()),
    MATMUL_128_784_400("matmul-128x784x400", Repetition.SMALL_PRODUCT, 1e-4, 128, 784, 400),
    MATMUL_128_400_784("matmul-128x400x784", Repetition.SMALL_PRODUCT, 1e-4, 128, 400, 784),
    MATMUL_1024_1024_1024("matmul-1024x1024x1024", Repetition.LARGE_PRODUCT, 1e-4, 1024, 1024, 1024),
    EXP_1000("exp-1000", Repetition.SMALL, 1e-5, () -> exp(1_000), () -> peerExp(1_000)),
    EXP_100352("exp-100352", Repetition.MEDIUM, 1e-5, () -> exp(100_352), () -> peerExp(100_352)),
    LOG_1000("log-1000", Repetition.SMALL, 1e-5, () -> log(1_000), () -> peerLog(1_000)),
    LOG_100352("log-100352", Repetition.MEDIUM, 1e-5, () -> log(100_352), () -> peerLog(100_352)),
    SOFTPLUS_1000("softplus-1000", Repetition.SMALL, 1e-5, () -> softplus(1_000), () -> peerSoftplus(1_000)),
    SOFTPLUS_100352("softplus-100352", Repetition.MEDIUM, 1e-5, () -> softplus(100_352), () -> peerSoftplus(100_352)),
    NORMAL_1000000(
            "normal-1000000",
            Repetition.DRAWS,
            0.02,
            () -> new OurNormals(1_000_000),
            () -> new PeerNormals(1_000_000));

    private final String label;
    private final Repetition repetition;
    private final double band;
    private final Supplier<Work> ours;
    private final Supplier<Work> pyTorch;
    private final Optional<Supplier<Work>> oneDnn;

    Job(
            String label,
            Repetition repetition,
            double band,
            Supplier<Work> ours,
            Supplier<Work> pyTorch,
            Optional<Supplier<Work>> oneDnn) {
        this.label = label;
        this.repetition = repetition;
        this.band = band;
        this.ours = ours;
        this.pyTorch = pyTorch;
        this.oneDnn = oneDnn;
    }

    Job(String label, Repetition repetition, double band, Supplier<Work> ours, Supplier<Work> pyTorch) {
        this(label, repetition, band, ours, pyTorch, Optional.empty());
    }

    Job(String label, Repetition repetition, double band, int rows, int inner, int columns) {
        this(
                label,
                repetition,
                band,
                () -> new OurMatmul(rows, inner, columns),
                () -> new PeerMatmul(rows, inner, columns),
                Optional.of(() -> new OneDnnSgemm(rows, inner, columns)));
    }

    /** {@return the name on the command line and in the JSON} */
    String label() {
        return label;
    }

    /** {@return how often it is repeated} */
    Repetition repetition() {
        return repetition;
    }

    /** {@return by what share of the larger one the two engines' results may differ} */
    double band() {
        return band;
    }

    Work ours() {
        return ours.get();
    }

    Work pyTorch() {
        return pyTorch.get();
    }

    /** {@return oneDNN's bare call, for matrix products alone} */
    Optional<Supplier<Work>> oneDnn() {
        return oneDnn;
    }

    /**
     * {@return the job of that name}
     *
     * @throws IllegalArgumentException if there is none
     */
    static Job named(String label) {
        return Arrays.stream(values())
                .filter(job -> job.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "peers: no work is called " + label + ". Choose one of " + labels() + "."));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Job::label).toList();
    }

    private static Work exp(int count) {
        return new OurElementwise(count, Tensor::exp);
    }

    private static Work log(int count) {
        return new OurElementwise(count, Tensor::log);
    }

    private static Work softplus(int count) {
        return new OurElementwise(count, Tensor::softplus);
    }

    private static Work peerExp(int count) {
        return new PeerElementwise(count, NDArray::exp);
    }

    private static Work peerLog(int count) {
        return new PeerElementwise(count, NDArray::log);
    }

    private static Work peerSoftplus(int count) {
        return new PeerElementwise(count, Activation::softPlus);
    }
}
