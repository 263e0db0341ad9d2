package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.combinators.Independent;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MultivariateNormalTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(4);

    private Tensor covariance() {
        return backend.of(new double[] {4, 1.2, 0.4, 1.2, 2, -0.3, 0.4, -0.3, 1}, 3, 3);
    }

    private Tensor mean() {
        return doubles(1, -2, 0.5);
    }

    @Test
    void shapesBroadcast() {
        Tensor means = backend.zeros(Shape.of(5, 1, 3), DType.FLOAT64);
        MultivariateNormal normal =
                MultivariateNormal.of(means, Tensor.stack(java.util.List.of(covariance(), covariance()), 0));
        assertThat(normal.batchShape()).isEqualTo(Shape.of(5, 2));
        assertThat(normal.eventShape()).isEqualTo(Shape.of(3));
        Tensor x = normal.sample(KEY, Shape.of(7));
        assertThat(x).hasShape(7, 5, 2, 3);
        assertThat(normal.logProb(x)).hasShape(7, 5, 2);
        assertThat(normal.entropy()).hasShape(5, 2);
        assertThat(normal.mean()).hasShape(5, 2, 3);
        assertThat(normal.variance())
                .hasShape(5, 2, 3)
                .isCloseTo(covariance().diagonal().broadcastTo(Shape.of(5, 2, 3)), 1e-14, 0);
    }

    @Test
    void scalesAreADiagonalCovariance() {
        Tensor scale = doubles(0.5, 2, 3);
        MultivariateNormal byScales = MultivariateNormal.fromScales(mean(), scale);
        MultivariateNormal byMatrix =
                MultivariateNormal.of(mean(), scale.square().diagonalMatrix());
        Independent product = Independent.of(Normal.of(mean(), scale), 1);
        Tensor x = byScales.sample(KEY, Shape.of(10));
        assertThat(x).isCloseTo(byMatrix.sample(KEY, Shape.of(10)), 1e-15, 1e-15);
        assertThat(byScales.logProb(x))
                .isCloseTo(byMatrix.logProb(x), 1e-14, 0)
                .isCloseTo(product.logProb(x), 1e-14, 0);
        assertThat(byScales.entropy()).isCloseTo(byMatrix.entropy(), 1e-14, 0);
        assertThat(byScales.covariance()).isCloseTo(byMatrix.covariance(), 1e-14, 0);
        assertThat(byScales.isDiagonal()).isTrue();
    }

    @Test
    void oneMatrixAndABatchOfItAgree() {
        MultivariateNormal one = MultivariateNormal.of(mean(), covariance());
        MultivariateNormal batch = MultivariateNormal.of(mean(), covariance().expandDims(0));
        Tensor x = one.sample(KEY, Shape.of(6, 1));
        assertThat(batch.sample(KEY, Shape.of(6))).isCloseTo(x, 1e-14, 1e-15);
        assertThat(batch.logProb(x)).isCloseTo(one.logProb(x), 1e-14, 0);
    }

    /** mpmath 1.3.0, 50 digits: {@code src/test/python/distribution_references.py}. */
    @Test
    void logDensityAgreesWithReferences() {
        MultivariateNormal normal = MultivariateNormal.of(mean(), covariance());
        assertThat(normal.logProb(doubles(0, 0, 0)).item()).isCloseTo(-5.3762466199624623114, within(8e-14));
        assertThat(normal.entropy().item()).isCloseTo(5.117484102079772801, within(8e-14));
    }

    @Test
    void slopesAgreeWithDifferences() {
        Tensor x = backend.of(new double[] {0, 0, 0, 1, -1, 2}, 2, 3);
        UnaryOperator<Tensor> total = factor ->
                MultivariateNormal.fromCholesky(mean(), factor).logProb(x).sum();
        Tensor factor = covariance().cholesky();
        double[] slope = Gradients.gradient(total).at(factor).toDoubles();
        for (int place : new int[] {0, 3, 4, 6, 7, 8}) {
            double[] up = factor.toDoubles();
            double[] down = factor.toDoubles();
            up[place] += 1e-6;
            down[place] -= 1e-6;
            double difference = (total.apply(backend.of(up, 3, 3)).item()
                            - total.apply(backend.of(down, 3, 3)).item())
                    / 2e-6;
            assertThat(slope[place]).isCloseTo(difference, within(1e-7));
        }
        assertThat(new double[] {slope[1], slope[2], slope[5]}).containsExactly(0, 0, 0);
    }

    @Test
    void drawsHaveTheMeanAndTheCovariance() {
        int draws = 200_000;
        MultivariateNormal normal = MultivariateNormal.of(mean(), covariance());
        Tensor x = normal.rsample(KEY, Shape.of(draws));
        Tensor centred = x.minus(mean());
        // Five standard errors of each mean; the covariances' errors are at most √2 · 4 / √n.
        assertThat(x.mean(0)).isCloseTo(mean(), 0, 5 * 2 / Math.sqrt(draws));
        assertThat(centred.matmul(centred, true, false).div(draws))
                .isCloseTo(covariance(), 0, 5 * Math.sqrt(2) * 4 / Math.sqrt(draws));
        assertThat(normal.sample(KEY, Shape.of(3))).isBitEqualTo(normal.rsample(KEY, Shape.of(3)));
    }

    @Test
    void rejectsWhatIsNoCovariance() {
        Tensor skew = backend.of(new double[] {1, 0.5, 0, 1}, 2, 2);
        assertThatThrownBy(() -> MultivariateNormal.of(doubles(0, 0), skew))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be symmetric");
        Tensor indefinite = backend.of(new double[] {1, 2, 2, 1}, 2, 2);
        assertThatThrownBy(() -> MultivariateNormal.of(doubles(0, 0), indefinite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be positive definite");
        assertThatThrownBy(() -> MultivariateNormal.of(doubles(0, 0, 0), backend.eye(2, DType.FLOAT64)))
                .hasMessageContaining("[3]")
                .hasMessageContaining("[2, 2]");
        assertThatThrownBy(() -> MultivariateNormal.of(doubles(0, 0), doubles(1, 1)))
                .hasMessageContaining("square");
        assertThatThrownBy(() ->
                        MultivariateNormal.fromCholesky(doubles(0, 0), backend.of(new double[] {1, 0, 0, -1}, 2, 2)))
                .hasMessageContaining("the diagonal of factor must be positive, but factor[1, 1] = -1.0");
        assertThatThrownBy(() -> MultivariateNormal.fromScales(doubles(0, 0), doubles(1, 0)))
                .hasMessage("MultivariateNormal: scale must be positive, but scale[1] = 0.0.");
    }
}
