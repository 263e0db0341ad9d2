package io.surprisal.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.LossAndGradient;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.linalg.PositiveDefinite;
import io.surprisal.nn.Activation;
import io.surprisal.nn.Dense;
import io.surprisal.nn.Layer;
import io.surprisal.nn.Mode;
import io.surprisal.nn.Sequential;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples in the documentation of classes, compiled and run here, and compared with it word for word. */
class ClassExamplesTest {
    private static final Path SOURCES = Path.of("../core/src/main/java/io/surprisal");
    private static final Pattern BLOCK = Pattern.compile("<pre>\\{@code\n(.*?)}</pre>", Pattern.DOTALL);

    private final Backend backend = Backends.open("reference");

    @AfterEach
    void closes() {
        backend.close();
    }

    @Test
    void gradients() {
        Vae vae = Vae.fullyConnected(4, 3, 2, new BernoulliLikelihood());
        RandomKey key = RandomKey.of(1);
        Parameters theta = vae.initialise(key, backend);
        Tensor batch = backend.ones(Shape.of(5, 4), DType.FLOAT32);
        Tensor x = backend.of(new double[] {0, 1});
        LossAndGradient step =
                Gradients.lossAndGradient(p -> vae.negativeElbo(p, batch, key)).at(theta);
        Tensor slope = Gradients.gradient(t -> t.tanh().sum()).at(x);
        assertThat(step.loss().total().item()).isPositive();
        assertThat(step.gradient().names()).isEqualTo(theta.names());
        assertThat(slope.toDoubles()).containsExactly(new double[] {1, 1 - Math.pow(Math.tanh(1), 2)}, within(1e-15));
    }

    @Test
    void layers() {
        Tensor x = backend.ones(Shape.of(2, 784), DType.FLOAT32);
        Layer encoder = Sequential.of(Dense.of(784, 400).withActivation(Activation.RELU), Dense.of(400, 40));
        Parameters theta = encoder.initialise(RandomKey.of(1), backend);
        Tensor y = encoder.apply(theta, x, Mode.evaluation());
        assertThat(y.shape()).isEqualTo(Shape.of(2, 40));
    }

    @Test
    void positiveDefiniteMatrices() {
        Tensor sigma = backend.of(new double[] {2, 0, 0, 4}, 2, 2);
        Tensor d = backend.of(new double[] {2, 2}, 2, 1);
        PositiveDefinite covariance = PositiveDefinite.of(sigma);
        Tensor mahalanobis = d.times(covariance.solve(d)).sum(-2);
        Tensor logDeterminant = covariance.logDeterminant();
        assertThat(mahalanobis.item()).isCloseTo(3, within(1e-14));
        assertThat(logDeterminant.item()).isCloseTo(Math.log(8), within(1e-14));
    }

    @Test
    void elementFunctions() {
        Tensor angles = backend.of(new double[] {0, 1});
        ElementFunction sinc = ElementFunction.of("sinc", x -> x == 0 ? 1 : Math.sin(x) / x)
                .withSlopes((at, y) -> {
                    Tensor x = at.get(0);
                    Tensor nearZero = x.abs().less(1e-3);
                    Tensor divisor = x.plus(nearZero.cast(x.dtype())); // Not 0, on the side that is not taken either.
                    return Tensor.where(nearZero, x.div(-3), x.cos().minus(y).div(divisor));
                });
        Tensor y = sinc.of(angles);
        assertThat(y.toDoubles()).containsExactly(1, Math.sin(1));
        // sinc′ = cos x/x − sin x/x² and sinc″ = −sin x/x − 2 cos x/x² + 2 sin x/x³, which are 0 and −1/3 at 0.
        Tensor first = Gradients.gradient(x -> sinc.of(x).sum()).at(angles);
        assertThat(first.toDoubles()).containsExactly(new double[] {0, Math.cos(1) - Math.sin(1)}, within(1e-15));
        Tensor second = Gradients.hessian(x -> sinc.of(x).sum()).at(angles).diagonal();
        assertThat(second.toDoubles())
                .containsExactly(new double[] {-1 / 3.0, Math.sin(1) - 2 * Math.cos(1)}, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autodiff/Gradients.java",
                "tensor/ElementFunction.java",
                "nn/Layer.java",
                "linalg/PositiveDefinite.java"
            })
    void everyLineOfTheExampleStandsInThisTest(String source) throws IOException {
        String own = plain(Files.readString(
                Path.of("src/test/java/io/surprisal/examples/snippets/ClassExamplesTest.java"),
                StandardCharsets.UTF_8));
        Matcher block = BLOCK.matcher(Files.readString(SOURCES.resolve(source), StandardCharsets.UTF_8));
        assertThat(block.find()).isTrue();
        List<String> lines = block.group(1)
                .lines()
                .map(line -> line.replaceFirst("^ *\\* ?", ""))
                .toList();
        assertThat(own).contains(plain(String.join("", lines)));
    }

    /** Without white space, which the formatter may lay out in another way. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
