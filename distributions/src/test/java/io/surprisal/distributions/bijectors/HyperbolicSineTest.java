package io.surprisal.distributions.bijectors;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.combinators.Transformed;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The bijector that docs/write-a-distribution.md shows. */
class HyperbolicSineTest extends OnReference {
    @Test
    void thePageShowsTheClassAsItIs() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "write-a-distribution.md"));
        String source =
                Files.readString(Path.of("src/test/java/io/surprisal/distributions/bijectors/HyperbolicSine.java"));
        String afterImports = source.substring(source.lastIndexOf("\nimport "));
        assertThat(page).contains("```java\n" + afterImports.substring(afterImports.indexOf("\n\n") + 2) + "```\n");
    }

    @Test
    void theDeterminantIsTheSlope() {
        Bijector map = new HyperbolicSine();
        for (double x : new double[] {-3, -0.1, 0, 2.5}) {
            double slope = Gradients.gradient(map::forward).at(scalar(x)).item();
            assertThat(map.logDeterminant(scalar(x)).item()).isCloseTo(Math.log(slope), within(1e-15));
        }
        assertThat(map.logDeterminant(doubles(-800, 800)))
                .isCloseTo(doubles(799.3068528194401, 799.3068528194401), 1e-15, 0);
    }

    @Test
    void itsDirectionGivesTails() {
        Normal base = Normal.of(scalar(0.3), scalar(0.7));
        Univariate johnson = Transformed.of(base, new HyperbolicSine())
                .capability(Univariate.class)
                .orElseThrow();
        Tensor p = doubles(1e-10, 0.2, 0.9);
        assertThat(johnson.quantile(p)).isCloseTo(base.quantile(p).sinh(), 1e-15, 0);
        assertThat(johnson.logCdf(doubles(-5, 2)))
                .isCloseTo(base.logCdf(doubles(-5, 2).asinh()), 1e-15, 0);
    }
}
