package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MultivariateStudentTTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(6);

    private Tensor scale() {
        return backend.of(new double[] {4, 1.25, 0.5, 1.25, 2, -0.25, 0.5, -0.25, 1}, 3, 3);
    }

    private Tensor location() {
        return doubles(0, 1, -0.5);
    }

    /** mpmath, 50 digits: {@code src/test/python/multivariate_references.py}. */
    @Test
    void densitiesAndEntropiesAgreeWithReferences() {
        MultivariateStudentT student = MultivariateStudentT.of(doubles(2.5, 1000), location(), scale());
        assertThat(student.logProb(doubles(1.5, -2, 4)))
                .isCloseTo(doubles(-9.6562791525883273839, -14.601619066690161465), 5e-14, 0);
        assertThat(student.entropy()).isCloseTo(doubles(6.2363987457226153158, 5.1006941381187585719), 5e-14, 0);
        MultivariateStudentT byFactor =
                MultivariateStudentT.fromCholesky(doubles(2.5, 1000), location(), scale().cholesky());
        assertThat(byFactor.logProb(doubles(1.5, -2, 4))).isCloseTo(student.logProb(doubles(1.5, -2, 4)), 0, 0);
    }

    @Test
    void oneElementIsStudentsVariable() {
        Tensor x = doubles(-40, 0.5, 3);
        StudentT one = StudentT.of(scalar(3), scalar(1), scalar(2));
        MultivariateStudentT vector = MultivariateStudentT.fromScales(scalar(3), doubles(1), doubles(2));
        assertThat(vector.logProb(x.expandDims(-1))).isCloseTo(one.logProb(x), 1e-14, 0);
        assertThat(vector.entropy()).isCloseTo(one.entropy(), 1e-14, 0);
        assertThat(vector.variance()).isCloseTo(doubles(12), 1e-15, 0);
    }

    /** Each element alone is Student's: Kolmogorov's distance on 20,000 draws at a false-alarm rate of 1e-6. */
    @Test
    void elementsOfDrawsAreStudentsVariables() {
        int draws = 20_000;
        Tensor x = MultivariateStudentT.of(scalar(2.5), location(), scale()).sample(KEY, Shape.of(draws));
        double bound = Math.sqrt(Math.log(2 / 1e-6) / (2.0 * draws));
        for (int i = 0; i < 3; i++) {
            StudentT element = StudentT.of(
                    scalar(2.5),
                    location().select(0, i),
                    scale().diagonal().select(0, i).sqrt());
            double[] p = element.cdf(x.select(-1, i)).sort(0).toDoubles();
            double largest = 0;
            for (int j = 0; j < draws; j++) {
                largest = Math.max(largest, Math.max((j + 1.0) / draws - p[j], p[j] - (double) j / draws));
            }
            assertThat(largest).isLessThan(bound);
        }
    }

    @Test
    void drawsMoveWithEveryParameter() {
        Tensor x = MultivariateStudentT.fromScales(scalar(3), doubles(0, 0), doubles(1, 1))
                .sample(KEY);
        Tensor inScale = Gradients.gradient(s -> MultivariateStudentT.fromScales(scalar(3), doubles(0, 0), s)
                        .rsample(KEY)
                        .sum())
                .at(doubles(1, 1));
        assertThat(inScale).isCloseTo(x, 1e-13, 0);
        double inFreedom = Gradients.gradient(df -> MultivariateStudentT.fromScales(df, doubles(0, 0), doubles(1, 1))
                        .rsample(KEY)
                        .sum())
                .at(scalar(3))
                .item();
        assertThat(inFreedom).isNotZero().isFinite();
    }

    @Test
    void momentsExistFromTheirDegreesOn() {
        MultivariateStudentT student =
                MultivariateStudentT.fromScales(doubles(0.5, 1.5, 4), doubles(1, 2), doubles(1, 3));
        assertThat(student.mean()).containsExactly(Double.NaN, Double.NaN, 1, 2, 1, 2);
        double inf = Double.POSITIVE_INFINITY;
        assertThat(student.variance()).containsExactly(Double.NaN, Double.NaN, inf, inf, 2, 18);
    }

    @Test
    void refusedParametersAreNamed() {
        assertThatThrownBy(() -> MultivariateStudentT.fromScales(scalar(-1), doubles(1, 2), doubles(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("MultivariateStudentT: df must be positive");
        assertThatThrownBy(() -> MultivariateStudentT.fromScales(scalar(1), doubles(1, 2), doubles(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("They must be equal.");
    }
}
