package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.testing.ReferenceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementFunctionTest extends ReferenceTest {
    /** x²y, with derivatives of every order. */
    private static final ElementFunction MONOMIAL = ElementFunction.of("monomial", (x, y) -> x * x * y)
            .withSlopes(
                    (x, y) -> x.get(0).times(x.get(1)).times(2),
                    (x, y) -> x.get(0).square());

    @Test
    void argumentsBroadcast() {
        Tensor x = backend.of(new double[] {1, 2, 3}, 3, 1);
        Tensor y = backend.of(new double[] {1, 10}, 2);
        assertThat(MONOMIAL.of(x, y)).hasShape(3, 2).containsExactly(1, 10, 4, 40, 9, 90);
    }

    @Test
    void singlePrecisionIsRoundedOnceFromDouble() {
        // In single precision 1 + 10⁻¹⁰ is 1.
        ElementFunction excess = ElementFunction.of("excess", x -> (1 + x) - 1);
        float x = 1e-10f;
        assertThat(excess.of(backend.of(new float[] {x})).toFloats()[0]).isEqualTo((float) ((1 + (double) x) - 1));
    }

    @Test
    void slopesMakeItDifferentiableToSecondOrder() {
        Tensor y = backend.of(new double[] {3});
        Tensor first = Gradients.gradient(x -> MONOMIAL.of(x, y).sum()).at(backend.of(new double[] {2}));
        assertThat(first.item()).isEqualTo(12);
        Tensor second = Gradients.gradient(
                        x -> Gradients.gradient(inner -> MONOMIAL.of(inner, y).sum())
                                .at(x)
                                .sum())
                .at(backend.of(new double[] {2}));
        assertThat(second.item()).isCloseTo(6, within(0.0));
    }

    @Test
    void slopesOfRepeatedArgumentsAreSummed() {
        Tensor x = backend.of(new double[] {1, 2, 3});
        Tensor slope = Gradients.gradient(y -> MONOMIAL.of(x, y).sum()).at(backend.scalar(1, DType.FLOAT64));
        assertThat(slope.item()).isEqualTo(14);
    }

    @Test
    void derivativeWithoutSlopeIsRefused() {
        ElementFunction step = ElementFunction.of("step", x -> x > 0 ? 1 : 0);
        assertThatThrownBy(() -> Gradients.gradient(x -> step.of(x).sum()).at(backend.of(new double[] {1})))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("step: has no derivative in its argument 0");
    }

    @Test
    void emptyArgumentsGiveEmptyResults() {
        assertThat(MONOMIAL.of(backend.zeros(Shape.of(0), DType.FLOAT64), backend.scalar(1, DType.FLOAT64)))
                .hasShape(0);
    }

    @Test
    void refusesWrongArguments() {
        Tensor x = backend.of(new double[] {1});
        assertThatThrownBy(() -> MONOMIAL.of(x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("monomial: takes 2 arguments, but 1 were given.");
        assertThatThrownBy(() -> MONOMIAL.of(x, backend.of(new float[] {1})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MONOMIAL.of(backend.arange(2), backend.arange(2)))
                .hasMessageContaining("takes FLOAT32 or FLOAT64");
        assertThatThrownBy(() -> MONOMIAL.withSlopes((a, b) -> b, (a, b) -> b, (a, b) -> b))
                .hasMessageContaining("3 slopes");
        assertThatThrownBy(() -> ElementFunction.of("none", 0, a -> 1)).hasMessageContaining("arity = 0");
    }

    @Test
    void slopesAreOfArgumentsThatThereAre() {
        Tensor x = backend.of(new double[] {1});
        for (int k : new int[] {-1, 2}) {
            assertThatThrownBy(() -> MONOMIAL.slope(k, List.of(x, x), x))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("monomial: there is no argument " + k + ". Use 0 … 1.");
        }
    }
}
