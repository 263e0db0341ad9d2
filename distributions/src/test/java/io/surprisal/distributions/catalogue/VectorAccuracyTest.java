package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.DType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family of vectors and matrices, in every form, against its grid of 24-digit values, by the rule of {@link VectorMeasured}. */
class VectorAccuracyTest extends OnReference {
    static Stream<VectorForm> forms() {
        String named = System.getProperty("surprisal.families");
        return VectorForm.all().stream()
                .filter(form -> named == null || Set.of(named.split(",")).contains(form.grid()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void doublePrecisionKeepsTheBounds(VectorForm form) {
        assertThat(FamilyChecks.misses(VectorMeasured.all(form, backend, DType.FLOAT64)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void singlePrecisionKeepsTheBounds(VectorForm form) {
        assertThat(FamilyChecks.misses(VectorMeasured.all(form, backend, DType.FLOAT32)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void gridsHaveFiftyPointsForEachPrecisionAndEveryFunction(VectorForm form) {
        List<VectorLine> lines = VectorLine.all(form);
        for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            assertThat(lines.stream()
                            .filter(line -> line.fits(dtype) && line.function().equals("logProb")))
                    .hasSizeGreaterThanOrEqualTo(50);
        }
        Set<String> functions = lines.stream().map(VectorLine::function).collect(Collectors.toSet());
        VectorLine first = lines.stream()
                .filter(line -> line.fits(DType.FLOAT64))
                .findFirst()
                .orElseThrow();
        Distribution distribution = first.distribution(backend, DType.FLOAT64);
        if (distribution instanceof HasEntropy) {
            assertThat(functions).contains("entropy");
        }
        if (distribution instanceof HasMoments) {
            assertThat(functions).contains("variance");
        }
    }
}
