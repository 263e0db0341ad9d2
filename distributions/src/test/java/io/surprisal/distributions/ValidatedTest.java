package io.surprisal.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import org.junit.jupiter.api.Test;

class ValidatedTest extends OnReference {
    @Test
    void refusesOutcomesOutsideTheSupport() {
        Distribution validated = Exponential.of(scalar(2)).validated();
        assertThat(validated.logProb(doubles(1)).item())
                .isEqualTo(Exponential.of(scalar(2)).logProb(doubles(1)).item());
        assertThatThrownBy(() -> validated.logProb(doubles(1, -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x[1]");
    }

    @Test
    void keepsWhatTheDistributionCanDo() {
        Exponential exponential = Exponential.of(scalar(2));
        Distribution validated = exponential.validated();
        Univariate numbers = validated.capability(Univariate.class).orElseThrow();
        assertThat(numbers).isSameAs(validated);
        assertThat(numbers.cdf(doubles(1)).item())
                .isEqualTo(exponential.cdf(doubles(1)).item());
        assertThat(numbers.inverseSurvivalOfLog(doubles(-3)).item())
                .isEqualTo(exponential.inverseSurvivalOfLog(doubles(-3)).item());
        assertThat(validated
                        .capability(Reparameterized.class)
                        .orElseThrow()
                        .rsample(RandomKey.of(1), Shape.of(3))
                        .toDoubles())
                .containsExactly(
                        exponential.rsample(RandomKey.of(1), Shape.of(3)).toDoubles());
        assertThatThrownBy(() -> validated
                        .capability(Reparameterized.class)
                        .orElseThrow()
                        .logProb(doubles(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(validated.capability(HasEntropy.class)).isPresent();
        assertThat(Poisson.of(scalar(1)).validated())
                .isInstanceOf(Univariate.class)
                .isNotInstanceOf(Reparameterized.class);
    }

    @Test
    void namesTheValueAndTheWayOut() {
        assertThatThrownBy(() -> Uniform.of(scalar(1), scalar(4)).validated().logProb(doubles(2, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outcomes must be in [1.0, 4.0], but x[1] = 5.0. Leave it out, or ");
        // One outcome for a batch of distributions.
        assertThatThrownBy(
                        () -> Uniform.of(doubles(1, 3), scalar(4)).validated().logProb(scalar(2)))
                .hasMessageContaining("but x[1] = 2.0");
        assertThatThrownBy(() -> Dirichlet.of(doubles(1, 1)).validated().logProb(doubles(0.5, 0.6)))
                .hasMessageContaining("but x = [0.5, 0.6]");
    }
}
