package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The compositions that define layer normalisation and its derivatives; values by mpmath with 50 digits. */
class LayerNormTest extends OnReference {
    private static final double EPSILON = 0.25;

    private Tensor x() {
        return doubles(1, 2, 4, -5);
    }

    private Tensor scale() {
        return doubles(0.5, -1, 2, 3);
    }

    @Test
    void standardisesScalesAndShifts() {
        // s·(x − m)/sqrt(v + e) + b with m = fsum(x)/4, v = fsum((x − m)**2)/4
        assertThat(x().layerNorm(scale(), doubles(0.25, 0.5, -0.75, 0.125), EPSILON))
                .isCloseTo(
                        new double[] {
                            0.323720978077448567, 0.0576741315353085996, 1.31418738616855987, -4.7405845531116054
                        },
                        1e-15,
                        0);
    }

    @Test
    void hasTheDerivativesOfItsDefinition() {
        // with z = (x − m)/d, w = g·s: (w − mean w − z·mean(w·z))/d, g·z, g
        LayerNormGradient gradient = x().layerNormBackward(scale(), doubles(1, -2, 0.5, 3), EPSILON);
        assertThat(gradient.input())
                .isCloseTo(
                        new double[] {
                            -0.637045408386647941, 0.0793301829311674794, 0.332545716327621252, 0.225169509127859209
                        },
                        1e-14,
                        0);
        assertThat(gradient.scale())
                .isCloseTo(
                        new double[] {
                            0.147441956154897133, -0.884651736929382801, 0.516046846542139967, -4.8655845531116054
                        },
                        1e-15,
                        0);
        assertThat(gradient.shift()).containsExactly(1, -2, 0.5, 3);
    }

    @Test
    void takesEachRowOfAnyRankByItself() {
        Tensor rows = counting(DType.FLOAT64, 2, 3, 4).sin();
        Tensor y = rows.layerNorm(scale(), doubles(0, 0, 0, 0), 1e-5);
        assertThat(y.select(0, 1).select(0, 2))
                .isCloseTo(rows.select(0, 1).select(0, 2).layerNorm(scale(), doubles(0, 0, 0, 0), 1e-5), 1e-15, 0);
        LayerNormGradient gradient = rows.layerNormBackward(scale(), rows.square(), 1e-5);
        assertThat(gradient.input()).hasShape(2, 3, 4);
        assertThat(gradient.shift()).isCloseTo(rows.square().sum(0, 1), 1e-15, 0);
    }

    @Test
    void rowsOfEqualElementsBecomeTheShift() {
        assertThat(floats(7, 7, 7).layerNorm(floats(1, 2, 3), floats(4, 5, 6), 1e-5))
                .containsExactly(4, 5, 6);
        assertThat(doubles(3).layerNorm(doubles(2), doubles(1), 1e-5)).containsExactly(1);
    }

    @Test
    void keepsNaNWithinItsRow() {
        Tensor x = backend.of(new double[] {1, Double.NaN, 3, 4}, 2, 2);
        assertThat(x.layerNorm(doubles(1, 1), doubles(0, 0), 1e-5).isNaN().toBooleans())
                .containsExactly(true, true, false, false);
    }

    @Test
    void nothingNormalisesToNothing() {
        Tensor none = backend.zeros(Shape.of(0, 3), DType.FLOAT64);
        Tensor row = doubles(1, 2, 3);
        assertThat(none.layerNorm(row, row, 1e-5)).hasShape(0, 3);
        LayerNormGradient gradient = none.layerNormBackward(row, none, 1e-5);
        assertThat(gradient.input()).hasShape(0, 3);
        assertThat(gradient.scale()).containsExactly(0, 0, 0);
        assertThat(gradient.shift()).containsExactly(0, 0, 0);
    }

    @Test
    void rejectsWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x().layerNorm(doubles(1, 2), scale(), EPSILON))
                .withMessage(
                        "layerNorm: scale and shift must have one number for each place of the last axis of [4], but"
                                + " one has shape [2]. Reshape it to one axis.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x().layerNorm(scale(), scale().reshape(1, 4), EPSILON))
                .withMessageContaining("one has shape [1, 4]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x().layerNorm(scale(), scale(), 0))
                .withMessage("layerNorm: epsilon must be positive, but is 0.0. 1e-5 is usual.");
        assertThatIllegalArgumentException().isThrownBy(() -> x().layerNorm(floats(1, 2, 3, 4), scale(), EPSILON));
        assertThatIllegalArgumentException().isThrownBy(() -> ints(1).layerNorm(ints(1), ints(1), EPSILON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x().layerNormBackward(scale(), doubles(1), EPSILON))
                .withMessage(
                        "layerNormBackward: the cotangent has shape [1], but the input has [4]. Broadcast it first.");
    }
}
