package io.surprisal.distributions.likelihood;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Reference values: the formulas of torch.nn.CrossEntropyLoss, by NumPy. */
class NegativeLogLikelihoodTest extends OnReference {
    private Tensor logits() {
        return backend.of(new double[] {0.5, -1, 2, 1, 1, -0.5, -2, 0.3, 0.1, 0, 0, 3}, 4, 3);
    }

    private Tensor classes() {
        return backend.of(new long[] {2, 0, 1, 0});
    }

    private Tensor classWeights() {
        return doubles(0.5, 2, 1.25);
    }

    @Test
    void reducesAsPyTorchDoes() {
        ClassLikelihood loss = NegativeLogLikelihood.ofClasses();
        assertThat(loss.withReduction(Reduction.NONE).of(logits(), classes()))
                .isCloseTo(doubles(0.2413113, 0.79891618, 0.6517988, 3.09492296), 1e-7, 0);
        assertThat(loss.of(logits(), classes()).item()).isCloseTo(1.1967373084435673, within(1e-15));
        assertThat(loss.withReduction(Reduction.SUM).of(logits(), classes()).item())
                .isCloseTo(4 * 1.1967373084435673, within(1e-14));
    }

    @Test
    void weightedMeansDivideByTheWeightsOfThoseThatCount() {
        ClassLikelihood loss = NegativeLogLikelihood.ofClasses().withClassWeights(classWeights());
        assertThat(loss.of(logits(), classes()).item()).isCloseTo(0.8358014783909741, within(1e-15));
        assertThat(loss.withReduction(Reduction.SUM).of(logits(), classes()).item())
                .isCloseTo(3.55215628316164, within(1e-14));
        assertThat(loss.withIgnoredIndex(1).of(logits(), classes()).item())
                .isCloseTo(0.9993594184234621, within(1e-15));
        assertThat(loss.withIgnoredIndex(1)
                        .withLabelSmoothing(0.1)
                        .of(logits(), classes())
                        .item())
                .isCloseTo(1.201376278687774, within(1e-14));
    }

    @Test
    void ignoredObservationsHaveNoLossAndNoSlope() {
        Tensor classes = backend.of(new long[] {2, -100, 1, -100});
        ClassLikelihood none = NegativeLogLikelihood.ofClasses().withReduction(Reduction.NONE);
        double[] losses = none.of(logits(), classes).toDoubles();
        assertThat(losses[1]).isZero();
        assertThat(losses[3]).isZero();
        double[] slope = Gradients.gradient(
                        l -> NegativeLogLikelihood.ofClasses().of(l, classes))
                .at(logits())
                .toDoubles();
        assertThat(slope[3]).isZero();
        assertThat(slope[0]).isNotZero();
        Tensor nobody = backend.of(new long[] {-100, -100, -100, -100});
        assertThat(NegativeLogLikelihood.ofClasses().of(logits(), nobody).item())
                .isNaN();
    }

    @Test
    void logitsLogProbabilitiesAndDistributionsAgree() {
        double byLogits =
                NegativeLogLikelihood.ofClasses().of(logits(), classes()).item();
        assertThat(NegativeLogLikelihood.ofClasses()
                        .ofLogProbabilities(logits().logSoftmax(-1), classes())
                        .item())
                .isEqualTo(byLogits);
        Categorical categorical = Categorical.fromLogits(logits());
        assertThat(NegativeLogLikelihood.ofClasses(categorical, classes()).item())
                .isEqualTo(byLogits);
        assertThat(NegativeLogLikelihood.mean().of(categorical, classes()).item())
                .isCloseTo(byLogits, within(1e-15));
    }

    @Test
    void outcomesOfAnyDistributionHaveWeightsAndMasks() {
        Normal normal = Normal.of(doubles(0, 1, 2), scalar(1));
        Tensor x = doubles(0.5, 1, -1);
        double[] each = NegativeLogLikelihood.none().of(normal, x).toDoubles();
        assertThat(NegativeLogLikelihood.mean().of(normal, x).item())
                .isCloseTo((each[0] + each[1] + each[2]) / 3, within(1e-15));
        assertThat(NegativeLogLikelihood.mean().of(normal, x, doubles(1, 3, 0)).item())
                .isCloseTo((each[0] + 3 * each[1]) / 4, within(1e-15));
        Tensor mask = doubles(1, 0, 1).greater(0);
        assertThat(NegativeLogLikelihood.sum().of(normal, x, mask).item()).isCloseTo(each[0] + each[2], within(1e-15));
        Exponential exponential = Exponential.of(scalar(1));
        assertThat(NegativeLogLikelihood.mean()
                        .of(exponential, doubles(-1, 2), doubles(0, 1))
                        .item())
                .isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        ClassLikelihood loss = NegativeLogLikelihood.ofClasses();
        assertThatThrownBy(() -> loss.of(logits(), backend.of(new long[] {2, 0, 3, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("classes[2] = 3")
                .hasMessageContaining("0 … 2");
        assertThatThrownBy(() -> loss.of(logits(), classes().cast(DType.FLOAT64)))
                .hasMessageContaining("INT64");
        assertThatThrownBy(() -> loss.of(logits(), backend.of(new long[] {2, 0})))
                .hasMessageContaining("[2]");
        assertThatThrownBy(() -> loss.withLabelSmoothing(1)).hasMessageContaining("labelSmoothing = 1.0");
        assertThatThrownBy(() -> loss.withClassWeights(doubles(1, 2)).of(logits(), classes()))
                .hasMessageContaining("2 classWeights, but 3 classes");
    }

    @Test
    void weightsAreNotNegativeAndFit() {
        ClassLikelihood loss = NegativeLogLikelihood.ofClasses();
        assertThatThrownBy(() -> loss.withClassWeights(doubles(2, -1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "NegativeLogLikelihood: classWeights must be at least 0, but classWeights[1] = -1.0");
        assertThatThrownBy(() -> loss.withClassWeights(floats(1, 2, 3)).of(logits(), classes()))
                .hasMessageContaining("classWeights are FLOAT32")
                .hasMessageContaining("FLOAT64");
        Normal normal = Normal.of(scalar(0), scalar(1));
        NegativeLogLikelihood mean = NegativeLogLikelihood.mean();
        assertThatThrownBy(() -> mean.of(normal, doubles(1, 2), doubles(-1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights[0] = -1.0");
        assertThatThrownBy(() -> mean.of(normal, doubles(1, 2), doubles(Double.NaN, 2)))
                .hasMessageContaining("weights[0] = NaN");
        assertThatThrownBy(() -> mean.of(normal, doubles(1, 2), backend.of(new double[] {1, 2, 3, 4}, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape [2], but have shape [2, 2]");
        assertThat(mean.of(normal, doubles(1, 2), backend.of(new long[] {1, 3})).item())
                .isCloseTo(mean.of(normal, doubles(1, 2), doubles(1, 3)).item(), within(1e-15));
    }

    @Test
    void lossesOfEachOutcomeUnderEachDistributionAreRefused() {
        Normal rows = Normal.of(doubles(0, 1, 2).reshape(3, 1), doubles(1));
        assertThatThrownBy(() -> NegativeLogLikelihood.mean().of(rows, doubles(0, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "NegativeLogLikelihood: outcomes of shape [3] and distributions of batch shape [3, 1] broadcast to"
                                + " losses of shape [3, 3], which is neither's. Reshape one to the other, or broadcast it yourself.");
        assertThat(NegativeLogLikelihood.none().of(rows, doubles(1)).shape()).isEqualTo(Shape.of(3, 1));
        assertThat(NegativeLogLikelihood.none()
                        .of(rows, doubles(0, 1, 2, 0, 1, 2).reshape(2, 3, 1))
                        .shape())
                .isEqualTo(Shape.of(2, 3, 1));
    }
}
