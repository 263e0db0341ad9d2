package io.surprisal.distributions.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Reference values: mpmath 1.3.0, 50 digits. */
class StudentTTest extends OnReference {
    private StudentT standard(double df) {
        return StudentT.of(scalar(df), scalar(0), scalar(1));
    }

    @Test
    void farAndNearCumulativeProbabilitiesKeepTheirDigits() {
        assertThat(standard(3).logCdf(scalar(-1e10)).item()).isCloseTo(-68.97982935077677054, within(2e-14));
        assertThat(standard(19).cdf(scalar(0.00026267743669450283)).item())
                .isCloseTo(0.50010342393527787797, within(2e-16));
    }

    @Test
    void manyDegreesOfFreedomAreNearlyNormal() {
        assertThat(standard(1e6).entropy().item()).isCloseTo(1.4189395332049227416, within(1e-14));
        double[] x = {-20, -3, -0.1, 0.5, 4};
        Tensor normal = Normal.of(scalar(0), scalar(1)).logCdf(doubles(x));
        double[] t = standard(1e14).logCdf(doubles(x)).toDoubles();
        for (int i = 0; i < x.length; i++) {
            double expected = normal.toDoubles()[i];
            assertThat(t[i]).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @Test
    void oneDegreeOfFreedomIsCauchy() {
        double[] x = {-1e200, -5, 0.25, 3e150};
        double[] t = standard(1).logProb(doubles(x)).toDoubles();
        double[] cauchy = Cauchy.of(scalar(0), scalar(1)).logProb(doubles(x)).toDoubles();
        for (int i = 0; i < x.length; i++) {
            assertThat(t[i]).isCloseTo(cauchy[i], within(1e-14 * Math.max(1, Math.abs(cauchy[i]))));
        }
    }
}
