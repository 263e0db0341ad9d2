package io.surprisal.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.BernoulliLikelihood;
import io.surprisal.autoencoders.Vae;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.data.Preprocessing;
import io.surprisal.autoencoders.data.StrokeDigits;
import io.surprisal.autoencoders.training.Trained;
import io.surprisal.autoencoders.training.Trainer;
import io.surprisal.autoencoders.training.TrainingPlan;
import io.surprisal.optim.Adam;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the README, compiled and run here, and compared with the page word for word. */
class SnippetsTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\(([^)]+)\\)");
    private static final Path ROOT = Path.of("..");

    @Test
    @SuppressWarnings("SystemOut") // As on the page.
    void theQuickstartRuns() {
        try (Backend backend = Backends.open();
                Scope scope = Scope.open()) {
            Examples digits = Examples.of(StrokeDigits.of(RandomKey.of(1)).images(0, 2_000));
            Vae vae = Vae.fullyConnected(784, 128, 8, new BernoulliLikelihood());
            Parameters initial = vae.initialise(RandomKey.of(2), backend);
            TrainingPlan plan = TrainingPlan.of(3, 128, 1).withPreprocessing(Preprocessing.binarised());
            Trained trained = Trainer.of("vae", vae, Adam.of(1e-3), plan).train(backend, initial, digits);
            Tensor drawn = vae.generate(RandomKey.of(3), trained.parameters(), 16);
            System.out.println(drawn.shape() + " " + trained.history().get(2).training());
            assertThat(drawn.shape().dims()).containsExactly(16, 784);
        }
    }

    @Test
    void derivativesAreOperators() {
        try (Backend backend = Backends.open("reference");
                Scope scope = Scope.open()) {
            Tensor x = backend.of(new double[] {0, 1});
            Tensor slope = Gradients.gradient(t -> t.tanh().sum()).at(x);
            Tensor curvature = Gradients.hessian(t -> t.tanh().sum()).at(x);
            assertThat(slope.toDoubles()[0]).isEqualTo(1);
            assertThat(curvature.shape().dims()).containsExactly(2, 2);
        }
    }

    @Test
    void everyBlockOfTheReadmeStandsInThisTest() throws IOException {
        String own = plain(Files.readString(
                Path.of("src/test/java/io/surprisal/examples/snippets/SnippetsTest.java"), StandardCharsets.UTF_8));
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertThat(blocks).hasSize(2);
        for (String block : blocks) {
            for (String line : block.split("\n", -1)) {
                // Closing braces come later here, after what the test asserts.
                if (!line.equals("}")) {
                    assertThat(own).contains(plain(line));
                }
            }
        }
    }

    @Test
    void everyPictureOfTheReadmeIsThereAndSmall() throws IOException {
        List<Path> pictures = PICTURE.matcher(Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8))
                .results()
                .map(picture -> ROOT.resolve(picture.group(1)))
                .toList();
        assertThat(pictures).isNotEmpty();
        for (Path picture : pictures) {
            assertThat(Files.size(picture)).as(picture.toString()).isBetween(1L, 200_000L);
        }
    }

    /** Without white space, which the formatter may lay out in another way. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
