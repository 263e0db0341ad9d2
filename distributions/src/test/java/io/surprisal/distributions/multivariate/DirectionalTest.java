package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.VonMises;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectionalTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(12);

    private Tensor mu() {
        return doubles(0.36, 0.48, 0.8);
    }

    @Test
    void twoElementsAreAVonMisesAngle() {
        VonMises angle = VonMises.of(scalar(0.25), doubles(0, 1, 700, 1e6));
        VonMisesFisher vector = VonMisesFisher.of(doubles(Math.cos(0.25), Math.sin(0.25)), doubles(0, 1, 700, 1e6));
        for (double t : new double[] {0.2501, 1, -2.5}) {
            assertThat(vector.logProb(doubles(Math.cos(t), Math.sin(t))))
                    .isCloseTo(angle.logProb(scalar(t)), 1e-12, 1e-9);
        }
        assertThat(vector.entropy()).isCloseTo(angle.entropy(), 1e-13, 1e-14);
    }

    @Test
    void shapesBroadcast() {
        Tensor many = Tensor.stack(List.of(mu(), mu().neg()), 0);
        for (Directional family : List.of(
                VonMisesFisher.of(many, backend.of(new double[] {0, 1, 5}, 3, 1)),
                PowerSpherical.of(many, backend.of(new double[] {0, 1, 5}, 3, 1)))) {
            assertThat(family.batchShape()).isEqualTo(Shape.of(3, 2));
            Tensor x = family.sample(KEY, Shape.of(4));
            assertThat(x).hasShape(4, 3, 2, 3);
            assertThat(family.logProb(x)).hasShape(4, 3, 2);
            assertThat(family.logProb(mu())).hasShape(3, 2);
            assertThat(family.entropy()).hasShape(3, 2);
            assertThat(family.mean()).hasShape(3, 2, 3);
            assertThat(family.variance()).hasShape(3, 2, 3);
            assertThat(family.mode()).hasShape(3, 2, 3);
        }
    }

    /** Of three elements, the law of the gap is an exponential one that ends at 2, whose quantile has a closed form. */
    @Test
    void drawsMoveWithTheConcentrationAsQuantilesDo() {
        for (double k : new double[] {0.01, 1.5, 40, 1e5}) {
            Tensor[] gap = new Tensor[1];
            double slope = Gradients.gradient(kappa -> {
                        Tensor x = VonMisesFisher.of(mu(), kappa).rsample(KEY, Shape.of(1));
                        return x.minus(mu()).square().sum().times(0.5);
                    })
                    .at(scalar(k))
                    .item();
            gap[0] = VonMisesFisher.of(mu(), scalar(k))
                    .sample(KEY, Shape.of(1))
                    .minus(mu())
                    .square()
                    .sum()
                    .times(0.5);
            double w = gap[0].item();
            // F(w; κ) = (1 − e^(−κw))/(1 − e^(−2κ)).
            double inKappa = (w * Math.exp(-k * w) - 2 * Math.exp(-2 * k) * -Math.expm1(-k * w) / -Math.expm1(-2 * k));
            double expected = -inKappa / (k * Math.exp(-k * w));
            assertThat(slope).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    /** d E[μᵀx]/dκ is the variance of μᵀx: six standard errors of the slopes' mean. */
    @Test
    void meansOfDrawsMoveAsTheMeanDoes() {
        int draws = 20_000;
        for (int d : new int[] {2, 7}) {
            Tensor mu = backend.ones(Shape.of(d), DType.FLOAT64).div(Math.sqrt(d));
            for (Directional at : List.of(VonMisesFisher.of(mu, scalar(3)), PowerSpherical.of(mu, scalar(3)))) {
                boolean isFisher = at instanceof VonMisesFisher;
                double slope = Gradients.gradient(
                                kappa -> (isFisher ? VonMisesFisher.of(mu, kappa) : PowerSpherical.of(mu, kappa))
                                        .rsample(KEY, Shape.of(draws))
                                        .times(mu)
                                        .sum(-1)
                                        .mean())
                        .at(scalar(3))
                        .item();
                double exact = Gradients.gradient(
                                kappa -> (isFisher ? VonMisesFisher.of(mu, kappa) : PowerSpherical.of(mu, kappa))
                                        .mean()
                                        .times(mu)
                                        .sum())
                        .at(scalar(3))
                        .item();
                assertThat(slope).isCloseTo(exact, within(6 * 0.5 / Math.sqrt(draws)));
                assertThat(exact).isPositive();
            }
        }
    }

    /** Derivatives in the mean direction turn the draw with it: along a tangent, x moves as the mean does on average. */
    @Test
    void drawsTurnWithTheDirection() {
        int draws = 20_000;
        Tensor slope = Gradients.gradient(
                        v -> VonMisesFisher.of(v.div(v.square().sum().sqrt()), scalar(5))
                                .rsample(KEY, Shape.of(draws))
                                .select(-1, 0)
                                .mean())
                .at(mu());
        double length =
                VonMisesFisher.of(mu(), scalar(5)).mean().times(mu()).sum().item();
        Tensor projection = backend.eye(3, DType.FLOAT64)
                .select(0, 0)
                .minus(mu().times(mu().select(0, 0)))
                .times(length);
        assertThat(slope).isCloseTo(projection, 0, 6 / Math.sqrt(draws));
    }

    @Test
    void theAntipodeIsTheLeastLikely() {
        Tensor far = mu().neg();
        assertThat(PowerSpherical.of(mu(), scalar(2)).logProb(far).item()).isLessThan(-70);
        assertThat(PowerSpherical.of(doubles(0, 1), scalar(2))
                        .logProb(doubles(0, -1))
                        .item())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(PowerSpherical.of(doubles(0, 1), scalar(0))
                        .logProb(doubles(0, -1))
                        .item())
                .isCloseTo(-Math.log(2 * Math.PI), within(1e-15));
        Tensor slope = Gradients.gradient(
                        k -> PowerSpherical.of(doubles(0, 1), k).logProb(doubles(0, 1)))
                .at(scalar(0));
        assertThat(slope.isFinite().item()).isEqualTo(1);
    }

    @Test
    void vectorsOfOtherLengthsAreOutside() {
        VonMisesFisher fisher = VonMisesFisher.of(mu(), scalar(1));
        assertThat(fisher.logProb(doubles(1, 1, 0)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(fisher.logProb(doubles(Double.NaN, 1, 0)).item()).isNaN();
        assertThat(SphericalUniform.of(backend, DType.FLOAT32, 4).sample(KEY, Shape.of(3)))
                .hasDType(DType.FLOAT32)
                .hasShape(3, 4);
    }

    @Test
    void refusedParametersAreNamed() {
        assertThatThrownBy(() -> VonMisesFisher.of(doubles(1, 1), scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "VonMisesFisher: direction must be a vector of length 1, but its length is 1.414");
        assertThatThrownBy(() -> PowerSpherical.of(mu(), doubles(1, -2)))
                .hasMessage("PowerSpherical: concentration must be at least 0, but concentration[1] = -2.0.");
        assertThatThrownBy(() -> VonMisesFisher.of(doubles(1), scalar(1))).hasMessageContaining("at least 2 elements");
        assertThatThrownBy(() -> SphericalUniform.of(backend, DType.FLOAT64, 1))
                .hasMessageContaining("dimension = 1.0");
    }
}
