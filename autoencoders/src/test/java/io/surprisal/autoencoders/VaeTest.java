package io.surprisal.autoencoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaeTest {
    private final Backend backend = Backends.open("reference");
    private final Vae vae = Vae.fullyConnected(6, 5, 2, new BernoulliLikelihood());

    @AfterEach
    void closes() {
        backend.close();
    }

    @Test
    void divergenceFromThePriorIsZeroAtThePriorAndExactNearIt() {
        try (Scope scope = Scope.open()) {
            Tensor mean = backend.of(new double[] {0, 0, 1, 0}, 4, 1);
            Tensor logVariance = backend.of(new double[] {0, 1e-8, 0, Math.log(4)}, 4, 1);
            double[] divergence =
                    new Posterior(mean, logVariance).divergenceFromPrior().toDoubles();
            assertThat(divergence[0]).isZero();
            // ½(e^l − 1 − l) = l²/4 + l³/12 + …
            assertThat(divergence[1]).isCloseTo(0.25e-16, within(1e-17));
            assertThat(divergence[2]).isEqualTo(0.5);
            assertThat(divergence[3]).isCloseTo(0.5 * (4 - 1 - Math.log(4)), within(1e-15));
        }
    }

    @Test
    void partsSumToTheNegativeElbo() {
        try (Scope scope = Scope.open()) {
            Parameters theta = vae.initialise(RandomKey.of(1), backend);
            Tensor x = backend.of(new float[] {0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1}, 2, 6);
            Loss loss = vae.negativeElbo(theta, x, RandomKey.of(2));
            assertThat(loss.parts().get("reconstruction").item()
                            + loss.parts().get("kl").item())
                    .isCloseTo(loss.total().item(), within(1e-5));
        }
    }

    @Test
    void everyParameterHasAGradientThatAgreesWithFiniteDifferences() {
        try (Scope scope = Scope.open()) {
            Parameters theta =
                    vae.initialise(RandomKey.of(1), backend).map(t -> t.cast(io.surprisal.tensor.DType.FLOAT64));
            Tensor x = backend.of(new double[] {0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1}, 2, 6);
            Parameters gradient = Gradients.valueAndGradient(
                            p -> vae.negativeElbo(p, x, RandomKey.of(2)).total())
                    .at(theta)
                    .gradient();
            for (String name : theta.names()) {
                Tensor direction = theta.get(name).sin().plus(1);
                double along = gradient.get(name).times(direction).sum().item();
                double h = 1e-6;
                double up = value(theta.with(name, theta.get(name).plus(direction.times(h))), x);
                double down = value(theta.with(name, theta.get(name).minus(direction.times(h))), x);
                assertThat(along).as(name).isCloseTo((up - down) / (2 * h), within(1e-7));
            }
        }
    }

    private double value(Parameters theta, Tensor x) {
        return vae.negativeElbo(theta, x, RandomKey.of(2)).total().item();
    }

    @Test
    void generatedMeansAreProbabilities() {
        try (Scope scope = Scope.open()) {
            Parameters theta = vae.initialise(RandomKey.of(1), backend);
            Tensor drawn = vae.generate(RandomKey.of(3), theta, 7);
            assertThat(drawn.shape().dims()).containsExactly(7, 6);
            assertThat(drawn.min().item()).isGreaterThan(0);
            assertThat(drawn.max().item()).isLessThan(1);
        }
    }

    @Test
    void refusesDataOutsideTheSupport() {
        assertThatThrownBy(() -> new BernoulliLikelihood()
                        .requireSupported(Examples.of(HostArray.wrap(new float[] {0, 1, 0.5f, 255}, Shape.of(2, 2)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BernoulliLikelihood: x must be in [0, 1], but x[1][1] = 255.0. "
                        + "Scale the data, by their largest value for instance, or use a GaussianLikelihood.");
        assertThatThrownBy(() -> new GaussianLikelihood(0)).hasMessageContaining("positive and finite");
    }

    @Test
    void refusesLatentsThatCannotBeCounted() {
        for (int latent : new int[] {0, -1, 1 << 30, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Vae.fullyConnected(6, 5, latent, new BernoulliLikelihood()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Vae: latent size " + latent + " must be from 1 to 1073741823.");
        }
    }

    @Test
    void gaussianLikelihoodHasItsConstants() {
        try (Scope scope = Scope.open()) {
            Tensor zero = backend.of(new double[] {0}, 1, 1);
            double density = new GaussianLikelihood(2).logProb(zero, zero).item();
            assertThat(density).isCloseTo(-Math.log(2) - 0.5 * Math.log(2 * Math.PI), within(1e-15));
        }
    }
}
