package io.surprisal.examples.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.catalogue.Families;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryParametersTest {
    private final Backend backend = Backends.open("reference");

    @AfterAll
    void close() {
        backend.close();
    }

    static Stream<Family<?>> families() {
        return Families.univariate().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFamilyIsShownAtThreeDifferentParametersOfOneKind(Family<?> family) {
        assertThat(GalleryParameters.of(family)).hasSize(3).doesNotHaveDuplicates();
        boolean discrete = DiscreteParameters.ALL.containsKey(family.name());
        assertThat(GalleryParameters.of(family))
                .allSatisfy(parameters -> assertThat(
                                Specimen.of(family, parameters, backend).isDiscrete())
                        .isEqualTo(discrete));
    }

    @ParameterizedTest
    @MethodSource("families")
    void theWindowHoldsMostOutcomesAndIsNoWiderThanNeeded(Family<?> family) {
        for (String parameters : GalleryParameters.of(family)) {
            Specimen specimen = Specimen.of(family, parameters, backend);
            Window window = Window.of(specimen);
            double[] cdf = specimen.cdf(new double[] {window.low(), window.high()});
            assertThat(cdf[1] - cdf[0]).as(specimen.name()).isGreaterThan(0.7);
            double[] quartiles = specimen.quantiles(new double[] {0.25, 0.75});
            assertThat(window.high() - window.low())
                    .as(specimen.name())
                    .isLessThan(Math.max(6, 30 * (quartiles[1] - quartiles[0])));
        }
    }

    @Test
    void aFamilyWithoutALineIsNamed() {
        Family<Normal> unknown = Family.of("Unknown", p -> Normal.of(p.get(0), p.get(0)), Parameter.positive("scale"));
        assertThatThrownBy(() -> GalleryParameters.of(unknown))
                .hasMessage("distributions: the gallery has no parameters for Unknown(scale)."
                        + " Add a line to ContinuousParameters or DiscreteParameters.");
    }
}
