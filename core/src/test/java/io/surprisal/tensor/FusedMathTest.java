package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.tensor.ops.AffineActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compositions that define the fused kernels; the values are SciPy's where nothing else is said. */
class FusedMathTest extends OnReference {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void softmaxMatchesScipy() {
        // scipy.special.softmax([1, 2, 4]), log_softmax, logsumexp
        Tensor x = doubles(1, 2, 4);
        assertThat(x.softmax(0))
                .isCloseTo(new double[] {0.04201006613406605, 0.11419519938459449, 0.8437947344813395}, 1e-15, 0);
        assertThat(x.logSoftmax(0))
                .isCloseTo(new double[] {-3.1698460195562856, -2.1698460195562856, -0.16984601955628567}, 1e-14, 0);
        assertThat(x.logSumExp()).hasShape().isCloseTo(new double[] {4.169846019556286}, 1e-15, 0);
        assertThat(floats(0.1, 0.2, 0.3).softmax(0).sum()).isCloseTo(new double[] {1}, 1e-7, 0);
    }

    @Test
    void softmaxRunsAlongAnyAxis() {
        Tensor x = counting(DType.FLOAT64, 2, 3, 4).sin();
        for (int axis = 0; axis < 3; axis++) {
            Tensor moved = x.swapAxes(axis, -1);
            assertThat(x.softmax(axis).swapAxes(axis, -1)).isBitEqualTo(moved.softmax(-1));
            assertThat(x.logSoftmax(axis).exp()).isCloseTo(x.softmax(axis), 1e-14, 0);
            assertThat(x.logSumExp(axis)).isCloseTo(x.exp().sum(axis).log(), 1e-14, 1e-15);
        }
        assertThat(x.logSumExp(0, -1)).hasShape(3).isCloseTo(x.exp().sum(0, 2).log(), 1e-14, 0);
    }

    @Test
    void softmaxNeitherOverflowsNorLosesInfinities() {
        assertThat(floats(1000, 1000).softmax(0)).containsExactly(0.5, 0.5);
        assertThat(floats(-1000, -1000).logSoftmax(0)).isCloseTo(new double[] {-Math.log(2), -Math.log(2)}, 1e-6, 0);
        assertThat(floats(0, -INF).softmax(0)).containsExactly(1, 0);
        assertThat(floats(0, -INF).logSoftmax(0)).containsExactly(0, -INF);
        assertThat(floats(1000, 1000).logSumExp()).isCloseTo(new double[] {1000 + Math.log(2)}, 1e-7, 0);
        assertThat(floats(-INF, -INF).logSumExp()).containsExactly(-INF);
        assertThat(floats(INF, 3).logSumExp()).containsExactly(INF);
        assertThat(floats(Double.NaN, 3).logSumExp()).containsExactly(Double.NaN);
        assertThat(backend.scalar(3).logSumExp()).containsExactly(3);
    }

    @Test
    void emptySoftmaxesAreEmpty() {
        Tensor x = backend.zeros(Shape.of(5, 0), DType.FLOAT32);
        assertThat(x.softmax(0)).hasShape(5, 0);
        assertThat(x.logSoftmax(1)).hasShape(5, 0);
        assertThat(x.logSumExp(1)).containsExactly(-INF, -INF, -INF, -INF, -INF);
        assertThat(x.logSumExp(0)).hasShape(0);
    }

    @Test
    void bernoulliLogProbMatchesScipy() {
        // scipy.stats.bernoulli.logpmf([0, 1, 1], scipy.special.expit([-1, 0.5, 2]))
        Tensor logits = backend.of(new double[] {-1, 0.5, 2, 40, -800, 0}, 2, 3);
        Tensor x = backend.of(new double[] {0, 1, 1, 1, 0, 0.3}, 2, 3);
        double[] terms = {-0.3132616875182228, -0.47407698418010663, -0.12692801104297263};

        assertThat(logits.bernoulliLogProb(x, 0).select(0, 0)).isCloseTo(terms, 1e-14, 0);
        assertThat(logits.bernoulliLogProb(x, 1).select(0, 0)).isCloseTo(new double[] {-0.9142666827413022}, 1e-14, 0);
        assertThat(logits.bernoulliLogProb(x, 2)).hasShape();
        assertThat(floats(-INF).bernoulliLogProb(floats(0.5), 0)).containsExactly(-INF);
        assertThat(logits.bernoulliLogProb(doubles(1, 1, 1), 1)).hasShape(2);
        assertThat(logits.bernoulliLogProbBackward(x, backend.scalar(2, DType.FLOAT64)))
                .isCloseTo(x.minus(logits.sigmoid()).times(2), 1e-15, 0);
    }

    /** mpmath, 50 digits: −log1p(exp(−l)) at l = 10, 20 and 40. */
    @Test
    void bernoulliLogProbOfLikelyOutcomesKeepsItsDigits() {
        double[] likely = {-4.539889921686465e-05, -2.0611536203143807e-9, -4.248354255291589e-18};
        Tensor logits = doubles(10, 20, 40);
        Tensor one = doubles(1, 1, 1);
        Tensor zero = doubles(0, 0, 0);
        assertThat(logits.bernoulliLogProb(one, 0)).isCloseTo(likely, 4e-16, 0);
        assertThat(logits.neg().bernoulliLogProb(zero, 0)).isCloseTo(likely, 4e-16, 0);
        assertThat(floats(10, 20, 40).bernoulliLogProb(floats(1, 1, 1), 0)).isCloseTo(likely, 2e-7, 0);
        // (x − 1)·l − softplus(−l) at x = ¾: the first term is all.
        assertThat(doubles(400).bernoulliLogProb(doubles(0.75), 0)).containsExactly(-100);
    }

    @Test
    void bernoulliLogProbOfCertainOutcomesIsZero() {
        Tensor certain = doubles(INF, INF, INF, -INF, -INF, -INF, Double.NaN);
        Tensor x = doubles(1, 0, 0.5, 0, 1, 0.5, 1);
        assertThat(certain.bernoulliLogProb(x, 0)).containsExactly(0, -INF, -INF, 0, -INF, -INF, Double.NaN);
    }

    @Test
    void normalLogProbMatchesScipy() {
        // scipy.stats.norm.logpdf([0.5, -3], [0, 1], [1, 2])
        Tensor x = doubles(0.5, -3);
        Tensor mean = doubles(0, 1);
        Tensor scale = doubles(1, 2);
        assertThat(x.normalLogProb(mean, scale, 0))
                .isCloseTo(new double[] {-1.0439385332046727, -3.612085713764618}, 1e-15, 0);
        assertThat(x.normalLogProb(mean, scale, 1)).hasShape().isCloseTo(new double[] {-4.656024246969291}, 1e-15, 0);
        assertThat(x.normalLogProb(backend.scalar(0, DType.FLOAT64), backend.scalar(1, DType.FLOAT64), 0))
                .hasShape(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.normalLogProb(mean, scale, 2))
                .withMessage("normalLogProb: 2 axes cannot be summed in shape [2]. Use 0 … 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> x.bernoulliLogProb(mean, -1));
    }

    @ParameterizedTest
    @EnumSource
    void affineIsAProductASumAndAnActivation(AffineActivation activation) {
        Tensor x = counting(DType.FLOAT64, 2, 3).sin();
        Tensor weight = counting(DType.FLOAT64, 3, 2).cos();
        Tensor bias = doubles(0.1, -0.2);
        Tensor linear = x.matmul(weight).plus(bias);
        Tensor expected = switch (activation) {
            case NONE -> linear;
            case RELU -> linear.relu();
            case TANH -> linear.tanh();
            case SIGMOID -> linear.sigmoid();
        };
        assertThat(x.affine(weight, bias, activation)).isBitEqualTo(expected);
        assertThat(x.affine(weight, bias.expandDims(0), activation)).isBitEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void activationBackwardIsTheDerivativeAtTheArgument(AffineActivation activation) {
        double h = 1e-6;
        Tensor x = doubles(-1.3, 0.4, 2);
        Tensor unit = backend.eye(1, DType.FLOAT64);
        Tensor none = doubles(0);
        Tensor up = x.plus(h).expandDims(1).affine(unit, none, activation);
        Tensor down = x.minus(h).expandDims(1).affine(unit, none, activation);
        Tensor column = x.expandDims(1);
        Tensor cotangent = backend.full(column.shape(), DType.FLOAT64, 3);

        assertThat(column.activationBackward(activation, cotangent))
                .isCloseTo(up.minus(down).times(3 / (2 * h)), 1e-8, 1e-8);
    }

    @Test
    void affineRejectsWhatDoesNotFit() {
        Tensor x = counting(DType.FLOAT32, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.affine(counting(DType.FLOAT32, 2, 3), floats(1, 2, 3), AffineActivation.NONE))
                .withMessage(
                        "affine: input [2, 3] and weight [2, 3] must be matrices [m, k] and [k, n]. Reshape the input to two"
                                + " axes, or transpose the weight?");
        for (Tensor bias : java.util.List.of(floats(1), backend.scalar(1), counting(DType.FLOAT32, 2, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.affine(counting(DType.FLOAT32, 3, 2), bias, AffineActivation.NONE))
                    .withMessage(
                            "affine: bias " + bias.shape() + " must have one number for each of the 2 columns of weight"
                                    + " [3, 2]. Reshape it to [2].");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.affine(counting(DType.FLOAT32, 3, 2), doubles(1, 2), AffineActivation.NONE))
                .withMessageStartingWith("affine: the operands are FLOAT32 and FLOAT64;");
        assertThat(x.affine(counting(DType.FLOAT32, 3, 1), backend.scalar(1).expandDims(0), AffineActivation.NONE))
                .hasShape(2, 1);
    }

    @Test
    void squaredDistancesOfNearPointsDoNotCancel() {
        Tensor a = backend.of(new double[] {0, 0, 1e8, 1e8}, 2, 2);
        Tensor b = backend.of(new double[] {3, 4, 1e8, 1e8 + 1, 0, 0}, 3, 2);
        assertThat(a.squaredDistances(b)).hasShape(2, 3);
        assertThat(a.squaredDistances(b).select(0, 1).select(0, 1)).containsExactly(1);
        assertThat(a.squaredDistances(b).select(0, 0).select(0, 0)).containsExactly(25);
        assertThat(a.squaredDistances(backend.zeros(Shape.of(0, 2), DType.FLOAT64)))
                .hasShape(2, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.squaredDistances(counting(DType.FLOAT64, 2, 3)))
                .withMessageStartingWith(
                        "squaredDistances: points of shapes [2, 2] and [2, 3] must be matrices [m, d] and [n, d]");
    }

    @Test
    void derivativesOfSquaredDistancesOfNearPointsDoNotCancel() {
        Tensor a = backend.of(new double[] {1e8, 1e8, 3, 4}, 2, 2);
        Tensor b = backend.of(new double[] {1e8, 1e8 + 1, 1e8 - 2, 1e8, 3, 5}, 3, 2);
        Tensor cotangent = backend.of(new double[] {0.5, 0.25, 0, 0, 0, 3}, 2, 3);
        // 2·(½·(0, −1) + ¼·(2, 0)) and 2·3·(0, −1).
        assertThat(a.squaredDistancesBackward(b, cotangent)).hasShape(2, 2).containsExactly(1, -1, 0, -6);
        assertThat(b.squaredDistancesBackward(a, cotangent.swapAxes(0, 1))).containsExactly(0, 1, -1, 0, 0, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.squaredDistancesBackward(b, doubles(1, 2, 3)))
                .withMessage("squaredDistancesBackward: the cotangent has shape [3], but the distances of these points"
                        + " have [2, 3]. Broadcast it first.");
    }
}
