package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.ChiSquared;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixFamiliesTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(21);

    private Tensor scale() {
        return backend.of(new double[] {4, 1.25, 0.5, 1.25, 2, -0.25, 0.5, -0.25, 1}, 3, 3);
    }

    @Test
    void oneElementIsANumber() {
        Tensor one = backend.of(new double[] {2}, 1, 1);
        Tensor x = doubles(0.25, 3).reshape(2, 1, 1);
        MatrixNormal normal = MatrixNormal.of(backend.of(new double[] {1}, 1, 1), one, one);
        assertThat(normal.logProb(x)).isCloseTo(Normal.of(scalar(1), scalar(2)).logProb(doubles(0.25, 3)), 1e-14, 0);
        Wishart wishart = Wishart.of(scalar(2.5), one);
        assertThat(wishart.logProb(x))
                .isCloseTo(
                        ChiSquared.of(scalar(2.5)).logProb(doubles(0.125, 1.5)).minus(Math.log(2)), 1e-14, 1e-14);
        assertThat(wishart.entropy().item())
                .isCloseTo(ChiSquared.of(scalar(2.5)).entropy().item() + Math.log(2), within(1e-14));
    }

    @Test
    void matricesAreVectorsWithAProductCovariance() {
        Tensor rows = backend.of(new double[] {4, 1.25, 1.25, 2}, 2, 2);
        Tensor mean = backend.of(new double[] {1, 2, -1, 0, 3, 0.5}, 2, 3);
        Tensor x = backend.of(new double[] {0, 1, 1, 2, -1, 0.5}, 2, 3);
        // U ⊗ V over the elements row by row.
        Tensor product = rows.expandDims(-1)
                .expandDims(1)
                .times(scale().expandDims(0).expandDims(2))
                .reshape(6, 6);
        MultivariateNormal vector = MultivariateNormal.of(mean.flatten(), product);
        MatrixNormal matrix = MatrixNormal.of(mean, rows, scale());
        assertThat(matrix.logProb(x)).isCloseTo(vector.logProb(x.flatten()), 1e-13, 0);
        assertThat(matrix.entropy()).isCloseTo(vector.entropy(), 1e-14, 0);
        assertThat(matrix.variance().flatten()).isCloseTo(vector.variance(), 1e-14, 0);
        assertThat(matrix.logProb(x.times(Double.POSITIVE_INFINITY)).item()).isNaN();
        assertThat(matrix.logProb(x.plus(Double.POSITIVE_INFINITY)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void shapesBroadcast() {
        Tensor df = doubles(3, 5, 9);
        Tensor scales = Tensor.stack(List.of(scale(), scale().times(2)), 0).expandDims(1);
        for (Distribution distribution : List.of(
                Wishart.of(df, scales),
                Wishart.fromCholesky(df, scales.cholesky()),
                MatrixNormal.of(backend.zeros(Shape.of(3, 3, 3), DType.FLOAT64), scales, scale()))) {
            assertThat(distribution.batchShape()).isEqualTo(Shape.of(2, 3));
            Tensor x = distribution.sample(KEY, Shape.of(4));
            assertThat(x).hasShape(4, 2, 3, 3, 3);
            assertThat(distribution.logProb(x)).hasShape(4, 2, 3);
            assertThat(distribution.logProb(x).isFinite().all().item()).isEqualTo(1);
            assertThat(distribution.logProb(backend.eye(3, DType.FLOAT64))).hasShape(2, 3);
        }
        Tensor x = LKJ.of(3, doubles(0.5, 2)).sample(KEY, Shape.of(5));
        assertThat(x).hasShape(5, 2, 3, 3);
        assertThat(LKJ.of(3, doubles(0.5, 2)).logProb(x)).hasShape(5, 2);
    }

    @Test
    void singlePrecisionDrawsHaveADensity() {
        Tensor eta = floats(0.5f, 4);
        for (Distribution distribution : List.of(
                LKJ.of(5, eta), LKJCholesky.of(5, eta), Wishart.of(floats(4, 9), scale().cast(DType.FLOAT32)))) {
            Tensor x = distribution.sample(KEY, Shape.of(200));
            assertThat(x).hasDType(DType.FLOAT32);
            assertThat(distribution.logProb(x).isFinite().all().item()).isEqualTo(1);
        }
    }

    /** Uniform among correlation matrices of two rows is a uniform correlation. */
    @Test
    void uniformCorrelationsHaveAConstantDensity() {
        Tensor r = backend.of(new double[] {1, 0.9375, 0.9375, 1}, 2, 2);
        assertThat(LKJ.of(2, scalar(1)).logProb(r).item()).isCloseTo(-Math.log(2), within(1e-15));
        assertThat(LKJ.of(2, scalar(1)).entropy().item()).isCloseTo(Math.log(2), within(1e-15));
        // By the map from factors to matrices, the densities differ by its determinant.
        Tensor factor = backend.of(new double[] {1, 0, 0, 0.6, 0.8, 0, 0, 0.28, 0.96}, 3, 3);
        double determinant = new io.surprisal.distributions.bijectors.CholeskyOuterProduct(true)
                .logDeterminant(factor)
                .item();
        double ofFactor = LKJCholesky.of(3, scalar(2.5)).logProb(factor).item();
        double ofMatrix = LKJ.of(3, scalar(2.5))
                .logProb(factor.matmul(factor, false, true))
                .item();
        assertThat(ofFactor).isCloseTo(ofMatrix + determinant, within(1e-13));
    }

    @Test
    void whatIsNoOutcomeIsOutside() {
        Tensor indefinite = backend.of(new double[] {1, 2, 2, 1}, 2, 2);
        double never = Double.NEGATIVE_INFINITY;
        assertThat(LKJ.of(2, scalar(1)).logProb(indefinite).item()).isEqualTo(never);
        assertThat(LKJ.of(2, scalar(1))
                        .logProb(backend.eye(2, DType.FLOAT64).times(2))
                        .item())
                .isEqualTo(never);
        assertThat(LKJCholesky.of(2, scalar(1)).logProb(indefinite).item()).isEqualTo(never);
        Wishart wishart = Wishart.of(scalar(2), backend.eye(2, DType.FLOAT64));
        assertThat(wishart.logProb(indefinite).item()).isEqualTo(never);
        assertThat(wishart.logProb(backend.of(new double[] {1, 0.5, 0, 1}, 2, 2))
                        .item())
                .isEqualTo(never);
        assertThat(wishart.logProb(indefinite.times(Double.NaN)).item()).isNaN();
        assertThat(wishart.mode().isNaN().all().item()).isEqualTo(1);
        assertThat(LKJ.of(2, scalar(0.5)).mode().isNaN().all().item()).isEqualTo(1);
    }

    /** d E[X]/dn is V, and d E[R²]/dη is −2/(2η + d − 1)²: six standard errors of 40,000 slopes. */
    @Test
    void drawsMoveWithTheirParametersAsMeansDo() {
        int draws = 40_000;
        double inFreedom = Gradients.gradient(df -> Wishart.of(df, scale())
                        .rsample(KEY, Shape.of(draws))
                        .select(-1, 0)
                        .select(-1, 1)
                        .mean())
                .at(scalar(5))
                .item();
        assertThat(inFreedom).isCloseTo(1.25, within(6 * 2.0 / Math.sqrt(draws)));
        double inConcentration = Gradients.gradient(eta -> LKJ.of(3, eta)
                        .rsample(KEY, Shape.of(draws))
                        .select(-1, 0)
                        .select(-1, 2)
                        .square()
                        .mean())
                .at(scalar(1.5))
                .item();
        assertThat(inConcentration).isCloseTo(-2 / 25.0, within(6 * 0.2 / Math.sqrt(draws)));
    }

    @Test
    void refusedParametersAreNamed() {
        assertThatThrownBy(() -> Wishart.of(doubles(4, 1.5), scale()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Wishart: df must be above 2, but df[1] = 1.5.");
        assertThatThrownBy(() -> Wishart.FAMILY.of(doubles(4, 1.5), scale()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Wishart: df must be above 2, but df[1] = 1.5.");
        assertThatThrownBy(() -> Wishart.of(scalar(4), backend.of(new double[] {1, 2, 2, 1}, 2, 2)))
                .hasMessageStartingWith("Wishart: scale must be positive definite");
        assertThatThrownBy(() -> MatrixNormal.of(
                        backend.zeros(Shape.of(2, 3), DType.FLOAT64), scale(), backend.eye(2, DType.FLOAT64)))
                .hasMessageContaining("[2, 3]")
                .hasMessageContaining("[3, 3]");
        assertThatThrownBy(() -> LKJ.of(1, scalar(1))).hasMessageContaining("dimension = 1.0");
        assertThatThrownBy(() -> LKJCholesky.of(3, doubles(1, 0)))
                .hasMessage("LKJCholesky: concentration must be positive, but concentration[1] = 0.0.");
    }
}
