package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class AsymmetricLaplaceTest extends OnReference {
    /** Asymmetries for which the weights of both sides, each rounded, do not add up to 1. */
    @Test
    void probabilitiesEndAtOne() {
        AsymmetricLaplace laplace = AsymmetricLaplace.of(
                scalar(-7.952638683398541), scalar(18.569601423418636), doubles(4.436014243468352, 192.70532247234635));
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(laplace.cdf(scalar(infinite))).containsExactly(1, 1);
        assertThat(laplace.cdf(scalar(1e5))).containsExactly(1, 1);
        assertThat(laplace.survival(scalar(-infinite))).containsExactly(1, 1);
        assertThat(laplace.logSurvival(scalar(-infinite)).plus(0)).containsExactly(0, 0);
    }
}
