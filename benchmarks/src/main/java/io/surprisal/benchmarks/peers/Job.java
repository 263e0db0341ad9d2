package io.surprisal.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import io.surprisal.benchmarks.peers.commons.CommonsLoop;
import io.surprisal.benchmarks.peers.onednn.OneDnnSgemm;
import io.surprisal.benchmarks.peers.ours.OurConvolution;
import io.surprisal.benchmarks.peers.ours.OurDistributions;
import io.surprisal.benchmarks.peers.ours.OurLstm;
import io.surprisal.benchmarks.peers.ours.OurTensors;
import io.surprisal.benchmarks.peers.ours.OurVae;
import io.surprisal.benchmarks.peers.pytorch.PeerArrays;
import io.surprisal.benchmarks.peers.pytorch.PeerConvolution;
import io.surprisal.benchmarks.peers.pytorch.PeerDistributions;
import io.surprisal.benchmarks.peers.pytorch.PeerLstm;
import io.surprisal.benchmarks.peers.pytorch.PeerVae;
import io.surprisal.benchmarks.peers.work.Work;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything that is compared: its name, how often it is repeated, and each engine's way to do it. */
@SuppressWarnings("ImmutableEnumChecker") // The suppliers capture only numbers.
enum Job {
    VAE_STEP("vae-step", Repetition.TRAINING, 0.05, withPyTorch(() -> OurVae.step(), () -> PeerVae.step())),
    VAE_FORWARD_BACKWARD(
            "vae-forward-backward",
            Repetition.TRAINING,
            0.05,
            withPyTorch(() -> OurVae.forwardBackward(), () -> PeerVae.forwardBackward())),
    LSTM_STEP("lstm-step", Repetition.SEQUENCES, 0.01, withPyTorch(() -> new OurLstm(), () -> new PeerLstm())),
    CONV_STEP(
            "conv-step",
            Repetition.SEQUENCES,
            0.01,
            withPyTorch(() -> new OurConvolution(), () -> new PeerConvolution())),
    MATMUL_128_784_400("matmul-128x784x400", Repetition.SMALL_PRODUCT, 1e-4, product(128, 784, 400)),
    MATMUL_128_400_784("matmul-128x400x784", Repetition.SMALL_PRODUCT, 1e-4, product(128, 400, 784)),
    MATMUL_1024_1024_1024("matmul-1024x1024x1024", Repetition.LARGE_PRODUCT, 1e-4, product(1024, 1024, 1024)),
    EXP_1000("exp-1000", Repetition.SMALL, 1e-5, function(1_000, Tensor::exp, NDArray::exp)),
    EXP_100352("exp-100352", Repetition.MEDIUM, 1e-5, function(100_352, Tensor::exp, NDArray::exp)),
    LOG_1000("log-1000", Repetition.SMALL, 1e-5, function(1_000, Tensor::log, NDArray::log)),
    LOG_100352("log-100352", Repetition.MEDIUM, 1e-5, function(100_352, Tensor::log, NDArray::log)),
    SOFTPLUS_1000("softplus-1000", Repetition.SMALL, 1e-5, function(1_000, Tensor::softplus, Activation::softPlus)),
    SOFTPLUS_100352(
            "softplus-100352", Repetition.MEDIUM, 1e-5, function(100_352, Tensor::softplus, Activation::softPlus)),
    NORMAL_1000000(
            "normal-1000000",
            Repetition.MILLION,
            0.02,
            withPyTorch(() -> OurTensors.normals(1_000_000), () -> PeerArrays.normals(1_000_000))),
    NORMAL_LOGPROB("normal-logprob-1000000", Repetition.PASS, 1e-5, normalLogProb(DType.FLOAT32, DataType.FLOAT32)),
    NORMAL_LOGPROB_DOUBLE(
            "normal-logprob-double-1000000", Repetition.PASS, 1e-12, normalLogProb(DType.FLOAT64, DataType.FLOAT64)),
    GAMMA_DRAWS(
            "gamma-1000000",
            Repetition.MILLION,
            0.02,
            withCommons(() -> OurDistributions.gammaDraws(), () -> CommonsLoop.gammaDraws())),
    BETA_CDF(
            "beta-cdf-1000000",
            Repetition.SLOW_MILLION,
            1e-12,
            withCommons(() -> OurDistributions.betaCdf(), () -> CommonsLoop.betaCdf())),
    CATEGORICAL_DRAWS(
            "categorical-1000000",
            Repetition.MILLION,
            0.02,
            withCommons(() -> OurDistributions.categoricalDraws(), () -> CommonsLoop.categoricalDraws())),
    MVN_LOGPROB(
            "mvn-logprob-32-1000000",
            Repetition.SLOW_MILLION,
            1e-4,
            withPyTorch(
                    () -> OurDistributions.multivariateNormalLogProb(),
                    () -> PeerDistributions.multivariateNormalLogProb()));

    private final String label;
    private final Repetition repetition;
    private final double band;
    private final Map<Engine, Supplier<Work>> ways;

    Job(String label, Repetition repetition, double band, Map<Engine, Supplier<Work>> ways) {
        this.label = label;
        this.repetition = repetition;
        this.band = band;
        this.ways = ways;
    }

    /** Commons knows doubles only. */
    private static Map<Engine, Supplier<Work>> normalLogProb(DType ours, DataType peers) {
        return Map.of(
                Engine.OURS, () -> OurDistributions.normalLogProb(ours),
                Engine.PYTORCH, () -> PeerDistributions.normalLogProb(peers),
                Engine.COMMONS, CommonsLoop::normalLogProb);
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

    /** {@return whether this engine can do it} */
    boolean isFor(Engine engine) {
        return ways.containsKey(engine);
    }

    /**
     * {@return this job, set up on an engine}
     *
     * @throws IllegalArgumentException if it is not for this engine
     */
    Work open(Engine engine) {
        Supplier<Work> way = ways.get(engine);
        if (way == null) {
            throw refusal(engine);
        }
        return way.get();
    }

    /** {@return what is thrown when an engine is asked for work that is not for it} */
    IllegalArgumentException refusal(Engine engine) {
        List<String> others = Arrays.stream(Engine.values())
                .filter(other -> other != Engine.OURS && isFor(other))
                .map(Engine::label)
                .toList();
        return new IllegalArgumentException("peers: " + label + " is not for " + engine.label() + ", which "
                + engine.limits() + ". Compare with " + String.join(" or ", others) + ".");
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

    private static Map<Engine, Supplier<Work>> withPyTorch(Supplier<Work> ours, Supplier<Work> pyTorch) {
        return Map.of(Engine.OURS, ours, Engine.PYTORCH, pyTorch);
    }

    private static Map<Engine, Supplier<Work>> withCommons(Supplier<Work> ours, Supplier<Work> commons) {
        return Map.of(Engine.OURS, ours, Engine.COMMONS, commons);
    }

    private static Map<Engine, Supplier<Work>> function(
            int count, UnaryOperator<Tensor> ours, UnaryOperator<NDArray> pyTorch) {
        return withPyTorch(() -> OurTensors.elementwise(count, ours), () -> PeerArrays.elementwise(count, pyTorch));
    }

    private static Map<Engine, Supplier<Work>> product(int rows, int inner, int columns) {
        return Map.of(
                Engine.OURS, () -> OurTensors.matmul(rows, inner, columns),
                Engine.PYTORCH, () -> PeerArrays.matmul(rows, inner, columns),
                Engine.ONEDNN, () -> new OneDnnSgemm(rows, inner, columns));
    }
}
