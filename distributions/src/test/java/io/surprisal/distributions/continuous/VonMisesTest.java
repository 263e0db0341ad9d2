package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class VonMisesTest extends OnReference {
    /** log 2πI₀(1000) − 1000 I₁(1000)/I₀(1000), by mpmath. */
    private static final double ENTROPY = -2.0346889185254700439;

    @Test
    void entropyKeepsItsDigitsWhereTheTermsAreAThousand() {
        assertThat(VonMises.of(scalar(0), scalar(1_000)).entropy().item()).isCloseTo(ENTROPY, within(4e-16));
    }

    @Test
    void concentrationZeroIsUniform() {
        VonMises uniform = VonMises.of(scalar(0), scalar(0));
        assertThat(uniform.logProb(doubles(-3, 0, 2)).exp().times(2 * Math.PI)).isCloseTo(doubles(1, 1, 1), 4e-16, 0);
        assertThat(uniform.cdf(doubles(-1, 0, 1)))
                .isCloseTo(doubles(0.5 - 0.5 / Math.PI, 0.5, 0.5 + 0.5 / Math.PI), 4e-16, 0);
    }

    @Test
    void greatConcentrationIsNearlyNormal() {
        VonMises narrow = VonMises.of(scalar(0), scalar(1e6));
        Normal normal = Normal.of(scalar(0), scalar(1e-3));
        assertThat(narrow.cdf(doubles(-0.003, 0.001))).isCloseTo(normal.cdf(doubles(-0.003, 0.001)), 1e-5, 0);
    }

    @Test
    void anglesAreTurnedToWithinHalfATurnOfTheLocation() {
        VonMises mises = VonMises.of(scalar(2.5), scalar(3));
        double[] turned = mises.turned(doubles(-2, 2.5, 9)).toDoubles();
        assertThat(turned[0]).isCloseTo(2 * Math.PI - 2, within(1e-15));
        assertThat(turned[1]).isEqualTo(2.5);
        assertThat(turned[2]).isCloseTo(9 - 2 * Math.PI, within(1e-15));
        assertThat(WrappedCauchy.of(scalar(2.5), scalar(0.5))
                        .turned(doubles(-2, 2.5, 9))
                        .toDoubles())
                .containsExactly(turned);
    }
}
