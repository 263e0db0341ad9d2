package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TruncatedNormalTest extends OnReference {
    private static final double FAR = 1e300;

    @Test
    void endsFarAwayDoNotMatter() {
        TruncatedNormal whole = TruncatedNormal.of(scalar(0.5), scalar(2), scalar(-FAR), scalar(FAR));
        Normal normal = Normal.of(scalar(0.5), scalar(2));
        Tensor x = doubles(-60, -1, 0.5, 3, 70);
        assertThat(whole.logProb(x)).isCloseTo(normal.logProb(x), 4e-15, 0);
        assertThat(whole.logCdf(x)).isCloseTo(normal.logCdf(x), 4e-15, 0);
        assertThat(whole.logSurvival(x)).isCloseTo(normal.logSurvival(x), 4e-15, 0);
        assertThat(whole.mean().item()).isCloseTo(0.5, within(1e-15));
        assertThat(whole.variance().item()).isCloseTo(4, within(8e-15));
        assertThat(whole.entropy().item()).isCloseTo(normal.entropy().item(), within(4e-15));
    }

    @Test
    void theUpperHalfIsHalfNormal() {
        TruncatedNormal half = TruncatedNormal.of(scalar(0), scalar(3), scalar(0), scalar(FAR));
        HalfNormal expected = HalfNormal.of(scalar(3));
        Tensor x = doubles(1e-300, 1e-9, 1, 12);
        assertThat(half.logCdf(x)).isCloseTo(expected.logCdf(x), 4e-15, 0);
        Tensor p = doubles(1e-300, 1e-9, 0.3, 0.999);
        assertThat(half.quantile(p)).isCloseTo(expected.quantile(p), 4e-15, 0);
    }

    @Test
    void aThousandDeviationsOutTheDistributionIsExponential() {
        TruncatedNormal tail = TruncatedNormal.of(scalar(0), scalar(1), scalar(1_000), scalar(FAR));
        assertThat(tail.mean().item() - 1_000).isCloseTo(1e-3, within(3e-9));
        assertThat(tail.logSurvival(doubles(1_000.25)).item()).isCloseTo(-250.03125 - 2.5e-4, within(1e-7));
        TruncatedNormal mirrored = TruncatedNormal.of(scalar(0), scalar(1), scalar(-FAR), scalar(-1_000));
        assertThat(mirrored.logCdf(doubles(-1_000.25)).item())
                .isEqualTo(tail.logSurvival(doubles(1_000.25)).item());
    }

    @Test
    void aShortIntervalIsUniform() {
        TruncatedNormal narrow = TruncatedNormal.of(scalar(0), scalar(1e6), scalar(-1), scalar(3));
        assertThat(narrow.cdf(doubles(0, 1, 2))).isCloseTo(doubles(0.25, 0.5, 0.75), 1e-11, 0);
        assertThat(narrow.variance().item()).isCloseTo(16.0 / 12, within(1e-10));
    }

    @Test
    void endsMustBeInOrder() {
        assertThatThrownBy(() -> TruncatedNormal.of(scalar(0), scalar(1), scalar(2), scalar(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("low")
                .hasMessageContaining("high");
    }
}
