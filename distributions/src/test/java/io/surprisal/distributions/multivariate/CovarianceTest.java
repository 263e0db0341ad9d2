package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.linalg.PositiveDefinite;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms in which a covariance can be given are one distribution. */
class CovarianceTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(8);

    private Tensor normal(int key, int... shape) {
        return Draws.normal(KEY.foldIn(key), backend, Shape.of(shape), DType.FLOAT64);
    }

    private Tensor loadings() {
        return normal(1, 2, 5, 2);
    }

    private Tensor diagonal() {
        return normal(2, 2, 5).square().plus(0.5);
    }

    private Tensor covariance() {
        Tensor w = loadings();
        return w.matmul(w, false, true).plus(diagonal().diagonalMatrix());
    }

    private Tensor mean() {
        return normal(3, 5);
    }

    private List<MultivariateNormal> forms() {
        Tensor sigma = covariance();
        return List.of(
                MultivariateNormal.of(mean(), sigma),
                MultivariateNormal.fromCholesky(mean(), sigma.cholesky()),
                MultivariateNormal.fromPrecision(
                        mean(), PositiveDefinite.of(sigma).inverse()),
                MultivariateNormal.fromLowRank(mean(), loadings(), diagonal()));
    }

    @Test
    void everyFormHasTheSameDensityAndMoments() {
        // Few vectors are whitened by substitution, many by the inverse.
        for (Tensor x : List.of(normal(4, 5), normal(5, 2, 5), normal(6, 9, 1, 5), normal(7, 40, 2, 5))) {
            MultivariateNormal first = forms().get(0);
            for (MultivariateNormal form : forms()) {
                assertThat(form.logProb(x)).isCloseTo(first.logProb(x), 1e-12, 1e-12);
                assertThat(form.entropy()).isCloseTo(first.entropy(), 1e-12, 0);
                assertThat(form.variance()).isCloseTo(first.variance(), 1e-12, 0);
                assertThat(form.covariance()).hasShape(2, 5, 5).isCloseTo(covariance(), 1e-11, 1e-12);
                assertThat(form.factor()).isCloseTo(first.factor(), 1e-11, 1e-11);
                assertThat(form.mode()).isCloseTo(form.mean(), 0, 0);
            }
        }
    }

    @Test
    void everyFormOfStudentsVectorsIsTheSame() {
        Tensor sigma = covariance();
        Tensor df = scalar(3.5);
        Tensor x = normal(7, 40, 2, 5);
        MultivariateStudentT first = MultivariateStudentT.of(df, mean(), sigma);
        for (MultivariateStudentT form : List.of(
                MultivariateStudentT.fromCholesky(df, mean(), sigma.cholesky()),
                MultivariateStudentT.fromPrecision(
                        df, mean(), PositiveDefinite.of(sigma).inverse()),
                MultivariateStudentT.fromLowRank(df, mean(), loadings(), diagonal()))) {
            assertThat(form.logProb(x)).isCloseTo(first.logProb(x), 1e-12, 1e-12);
            assertThat(form.entropy()).isCloseTo(first.entropy(), 1e-12, 0);
            assertThat(form.covariance()).isCloseTo(first.covariance(), 1e-11, 1e-12);
            assertThat(form.scaleMatrix()).isCloseTo(sigma, 1e-11, 1e-12);
        }
    }

    /** With W = (10⁶) and D = (10⁻⁶), Woodbury's difference of two numbers near 10¹⁸ would leave nothing of 1. */
    @Test
    void largeLoadingsDoNotCancel() {
        MultivariateNormal normal = MultivariateNormal.fromLowRank(
                doubles(0, 0), backend.of(new double[] {1e6, 2e6}, 2, 1), doubles(1e-6, 1e-6));
        double logDeterminant = Math.log(5e12) + Math.log(1e-6);
        double expected = -0.5 * (1 + logDeterminant) - Math.log(2 * Math.PI);
        assertThat(normal.logProb(doubles(1e6, 2e6)).item()).isCloseTo(expected, within(1e-12));
        assertThat(normal.entropy().item()).isCloseTo(0.5 * logDeterminant + 1 + Math.log(2 * Math.PI), within(1e-13));
    }

    /** Each error at most five standard errors, √(Σᵢᵢ Σⱼⱼ + Σᵢⱼ²)/√n. */
    @Test
    void drawsHaveTheCovariance() {
        int draws = 100_000;
        for (MultivariateNormal form : forms()) {
            Tensor x = form.sample(KEY, Shape.of(draws)).minus(mean()).transpose(1, 0, 2);
            Tensor found = x.matmul(x, true, false).div(draws);
            Tensor variance = form.variance();
            Tensor error = variance.expandDims(-1)
                    .times(variance.expandDims(-2))
                    .plus(covariance().square())
                    .div(draws)
                    .sqrt();
            assertThat(found.minus(covariance()).abs().div(error).max().item()).isLessThan(5);
        }
    }

    @Test
    void oneDimensionIsEnough() {
        Tensor x = doubles(0.25, 3).expandDims(-1);
        MultivariateNormal scales = MultivariateNormal.fromScales(doubles(1), doubles(2));
        Tensor four = backend.of(new double[] {4}, 1, 1);
        for (MultivariateNormal form : List.of(
                MultivariateNormal.of(doubles(1), four),
                MultivariateNormal.fromPrecision(doubles(1), backend.of(new double[] {0.25}, 1, 1)),
                MultivariateNormal.fromLowRank(doubles(1), backend.of(new double[] {1}, 1, 1), doubles(3)))) {
            assertThat(form.logProb(x)).isCloseTo(scales.logProb(x), 1e-14, 0);
        }
    }

    @Test
    void infiniteVectorsAreOutsideAndNaNStays() {
        double inf = Double.POSITIVE_INFINITY;
        Tensor x = backend.of(new double[] {inf, 0, 0, -inf, inf, inf, Double.NaN, inf, 1, 1}, 5, 2);
        Tensor sigma = backend.of(new double[] {2, 1, 1, 2}, 2, 2);
        Tensor ones = backend.of(new double[] {1, 1}, 2, 1);
        for (Elliptical form : List.of(
                MultivariateNormal.of(doubles(0, 0), sigma),
                MultivariateNormal.fromPrecision(doubles(0, 0), sigma),
                MultivariateNormal.fromLowRank(doubles(0, 0), ones, doubles(1, 1)),
                MultivariateNormal.fromScales(doubles(0, 0), doubles(1, 2)),
                MultivariateStudentT.of(scalar(2), doubles(0, 0), sigma))) {
            double[] found = form.logProb(x).toDoubles();
            assertThat(found[0]).isEqualTo(-inf);
            assertThat(found[1]).isEqualTo(-inf);
            assertThat(found[2]).isEqualTo(-inf);
            assertThat(found[3]).isNaN();
            assertThat(found[4]).isFinite();
        }
    }

    @Test
    void scalesFarFromOneStayFinite() {
        for (double scale : new double[] {1e-150, 1e150}) {
            Tensor sigma = backend.of(new double[] {scale * scale, 0, 0, scale * scale}, 2, 2);
            double value = MultivariateNormal.of(doubles(0, 0), sigma)
                    .logProb(doubles(scale, scale))
                    .item();
            assertThat(value).isCloseTo(-1 - Math.log(2 * Math.PI) - 2 * Math.log(scale), within(1e-12));
        }
    }

    @Test
    void theLargestNumbersHaveADensity() {
        double most = Double.MAX_VALUE;
        Tensor x = backend.of(new double[] {most, most, most, -most, 1e200, 0}, 3, 2);
        Tensor close = backend.of(new double[] {1, 0.99, 0.99, 1}, 2, 2).times(1e-4);
        MultivariateNormal normal = MultivariateNormal.of(doubles(0, 0), close);
        assertThat(normal.logProb(x).toDoubles()).containsOnly(Double.NEGATIVE_INFINITY);
        Tensor inGradient = Gradients.gradient(m -> {
                    Tensor value = MultivariateNormal.of(m, close).logProb(x);
                    assertThat(value.stopGradient().toDoubles()).containsOnly(Double.NEGATIVE_INFINITY);
                    return m.sum();
                })
                .at(doubles(0, 0));
        assertThat(inGradient).isCloseTo(doubles(1, 1), 0, 0);
        // log(1 + m/ν) of m = 10⁴⁰⁰, with ½(ν + d) = 1.5.
        MultivariateStudentT student = MultivariateStudentT.of(scalar(1), doubles(0, 0), backend.eye(2, DType.FLOAT64));
        double far = student.logProb(doubles(1e200, 0)).item();
        double near = student.logProb(doubles(1e100, 0)).item();
        assertThat(far - near).isCloseTo(-1.5 * 200 * Math.log(10), within(1e-10));
        double slope = Gradients.gradient(student::logProb)
                .at(doubles(1e200, 0))
                .select(0, 0)
                .item();
        assertThat(slope).isCloseTo(-3e-200, within(1e-212));
    }

    @Test
    void singlePrecisionIsFactoredInDoublePrecision() {
        // A correlation that single precision would round to a matrix without a factor.
        float close = Math.nextDown(1f);
        Tensor sigma = backend.of(HostArray.wrap(new float[] {1, close, close, 1}, Shape.of(2, 2)));
        MultivariateNormal normal = MultivariateNormal.of(floats(0, 0), sigma);
        assertThat(normal.logProb(floats(1, 1))).hasDType(DType.FLOAT32);
        double s = 1 - (double) close * close;
        assertThat(normal.entropy().item()).isCloseTo(0.5 * Math.log(s) + 1 + Math.log(2 * Math.PI), within(1e-6));
    }

    @Test
    void refusedMatricesAreNamedWithTheirPlace() {
        Tensor batch = backend.of(new double[] {1, 0, 0, 1, 1, 2, 2, 1}, 2, 2, 2);
        assertThatThrownBy(() -> MultivariateNormal.of(doubles(0, 0), batch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("MultivariateNormal: covariance[1] must be positive definite")
                .hasMessageContaining("leading minor of 2 rows")
                .hasMessageContaining("covariance[1, 1, 1] = 1.0");
        assertThatThrownBy(() -> MultivariateNormal.fromPrecision(doubles(0, 0), batch))
                .hasMessageStartingWith("MultivariateNormal: precision[1] must be positive definite");
        assertThatThrownBy(() -> MultivariateStudentT.of(scalar(1), doubles(0, 0), batch))
                .hasMessageStartingWith("MultivariateStudentT: scale[1] must be positive definite");
        assertThatThrownBy(() -> MultivariateNormal.fromLowRank(
                        doubles(0, 0), backend.of(new double[] {1, 1}, 2, 1), doubles(1, -3)))
                .hasMessage("MultivariateNormal: diagonal must be positive, but diagonal[1] = -3.0.");
        assertThatThrownBy(() -> MultivariateNormal.fromLowRank(
                        doubles(0, 0), backend.of(new double[] {1, 1}, 1, 2), doubles(1, 1)))
                .hasMessageContaining("[1, 2]")
                .hasMessageContaining("[2]");
        assertThatThrownBy(() -> MultivariateNormal.of(doubles(0, Double.NaN), batch.select(0, 0)))
                .hasMessage("MultivariateNormal: mean must be finite, but mean[1] = NaN.");
        assertThatThrownBy(() -> MultivariateNormal.of(
                        backend.zeros(Shape.of(3, 2), DType.FLOAT64),
                        backend.eye(2, DType.FLOAT64).broadcastTo(Shape.of(4, 2, 2))))
                .hasMessageContaining("[3]")
                .hasMessageContaining("[4]")
                .hasMessageContaining("do not broadcast");
        assertThatThrownBy(() -> MultivariateNormal.of(doubles(0, 0), backend.eye(2, DType.FLOAT64))
                        .validated()
                        .logProb(doubles(Double.POSITIVE_INFINITY, 0)))
                .hasMessageContaining("outcomes must be finite");
    }
}
