package io.surprisal.distributions.multivariate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Families of vectors against grids of 24-digit values made by {@code vector_grids.py}: within 1e-14·max(1, |value|) plus 2⁻⁵² times the
 * sensitivity.
 */
class VectorAccuracyTest extends OnReference {
    private static final Map<String, Function<List<Tensor>, Distribution>> FAMILIES = Map.of(
            "Dirichlet", p -> Dirichlet.of(p.get(0)),
            "DirichletMultinomial", p -> DirichletMultinomial.of(p.get(0).squeeze(0), p.get(1)),
            "LogisticNormal", p -> LogisticNormal.of(p.get(0), square(p.get(1))),
            "Multinomial", p -> Multinomial.of(p.get(0).squeeze(0), p.get(1)),
            "MultivariateNormal", p -> MultivariateNormal.of(p.get(0), square(p.get(1))),
            "MultivariateStudentT", p -> MultivariateStudentT.of(p.get(0).squeeze(0), p.get(1), square(p.get(2))),
            "RelaxedOneHotCategorical",
                    p -> RelaxedOneHotCategorical.of(p.get(0).squeeze(0), p.get(1)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dirichlet",
                "DirichletMultinomial",
                "LogisticNormal",
                "Multinomial",
                "MultivariateNormal",
                "MultivariateStudentT",
                "RelaxedOneHotCategorical"
            })
    void doublePrecisionKeepsTheBounds(String family) {
        List<String> misses = new ArrayList<>();
        List<String> lines = lines(family);
        assertThat(lines.stream().filter(line -> line.contains("; logProb; "))).hasSizeGreaterThanOrEqualTo(50);
        for (String line : lines) {
            String[] fields = line.split("; ", -1);
            List<Tensor> parameters =
                    Arrays.stream(fields[0].split(" ")).map(this::vector).toList();
            Distribution distribution =
                    Objects.requireNonNull(FAMILIES.get(family)).apply(parameters);
            Tensor computed = fields[1].equals("entropy")
                    ? ((HasEntropy) distribution).entropy()
                    : distribution.logProb(vector(fields[2]));
            var exact = new BigDecimal(fields[3]);
            double error = new BigDecimal(computed.item()).subtract(exact).abs().doubleValue();
            double bound = 1e-14 * Math.max(1, Math.abs(exact.doubleValue())) + 0x1p-52 * Double.parseDouble(fields[4]);
            if (!(error <= bound)) {
                misses.add(line + ": computed " + computed.item() + ", error " + error + ", allowed " + bound);
            }
        }
        assertThat(misses).isEmpty();
    }

    private Tensor vector(String elements) {
        return doubles(Arrays.stream(elements.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    private static Tensor square(Tensor elements) {
        int d = (int) Math.sqrt(elements.size());
        return elements.reshape(d, d);
    }

    private static List<String> lines(String family) {
        String name = "/io/surprisal/distributions/grids/vectors/" + family + ".csv";
        try (var stream = Objects.requireNonNull(VectorAccuracyTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
