package io.surprisal.distributions.catalogue;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.DType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamiliesTest extends OnReference {
    @Test
    void familiesAreFoundByNameInAnyCase() {
        assertThat(Families.univariate("normal")).containsSame(Normal.FAMILY);
        assertThat(Families.univariate("nobody")).isEmpty();
        assertThat(Families.univariate()).extracting(Family::name).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void distributionsAreMadeOfNumbersByName() {
        var gumbel = Families.univariate("Gumbel")
                .orElseThrow()
                .of(backend, DType.FLOAT64, Map.of("scale", new double[] {2}, "location", new double[] {1}));
        assertThat(gumbel).isInstanceOf(Univariate.class);
        assertThat(((Univariate) gumbel).median().item()).isEqualTo(1 - 2 * Math.log(Math.log(2)));
    }

    @Test
    void missingAndUnknownParametersAreNamed() {
        assertThatThrownBy(() -> Normal.FAMILY.of(backend, DType.FLOAT64, Map.of("mean", new double[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Normal: scale is missing. The parameters are mean, scale.");
        assertThatThrownBy(() -> Normal.FAMILY.of(backend, DType.FLOAT64, Map.of("sigma", new double[] {1})))
                .hasMessage("Normal: there is no parameter sigma. The parameters are mean, scale.");
    }

    @Test
    void validatedDistributionsRefuseOutcomesOutsideTheSupport() {
        Bernoulli bernoulli = Bernoulli.of(doubles(0.25, 0.5));
        assertThat(bernoulli.logProb(doubles(2, 0.5)))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> bernoulli.validated().logProb(doubles(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outcomes must be a whole number in [0, 1], but x[1] = 2.0");
        assertThat(bernoulli.validated().logProb(doubles(1, 0))).isCloseTo(bernoulli.logProb(doubles(1, 0)), 0, 0);
    }
}
