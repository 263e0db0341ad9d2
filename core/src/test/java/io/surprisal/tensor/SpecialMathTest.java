package io.surprisal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.special.IncompleteGamma;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.testing.SpecialCase;
import io.surprisal.tensor.testing.SpecialCases;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecialMathTest extends OnReference {
    static List<SpecialCase> cases() {
        return SpecialCases.all();
    }

    @Test
    void everyOperationHasACaseAndAMethodOfItsName() {
        assertThat(cases()).extracting(SpecialCase::op).containsExactlyInAnyOrder(SpecialOp.values());
        assertThat(Arrays.stream(SpecialMath.class.getMethods()).map(Method::getName))
                .containsAll(
                        Arrays.stream(SpecialOp.values()).map(SpecialOp::label).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void methodsComputeTheScalarFunctions(SpecialCase special) {
        double[] expected = new double[special.size()];
        Arrays.setAll(expected, i -> special.scalar().applyAsDouble(special.point(i)));
        List<Tensor> arguments = arguments(special, DType.FLOAT64);
        assertThat(special.method().apply(arguments).toDoubles()).containsExactly(expected);
        assertThat(Tensor.special(special.op(), arguments).toDoubles()).containsExactly(expected);
        assertThat(expected).doesNotContain(Double.NaN).doesNotContain(0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void singlePrecisionIsComputedInDouble(SpecialCase special) {
        float[] expected = new float[special.size()];
        for (int i = 0; i < expected.length; i++) {
            double[] point = special.point(i);
            Arrays.setAll(point, k -> (float) point[k]);
            expected[i] = (float) special.scalar().applyAsDouble(point);
        }
        assertThat(special.method().apply(arguments(special, DType.FLOAT32)).toFloats())
                .containsExactly(expected);
    }

    private List<Tensor> arguments(SpecialCase special, DType dtype) {
        List<Tensor> arguments = new ArrayList<>();
        for (double[] values : special.points()) {
            arguments.add(doubles(values).cast(dtype));
        }
        return arguments;
    }

    @Test
    void argumentsBroadcast() {
        Tensor shapes = doubles(0.5, 2).expandDims(1);
        Tensor values = doubles(0.1, 1, 3).gammaLower(shapes);
        assertThat(values.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(values.toDoubles())
                .containsExactly(
                        IncompleteGamma.lower(0.5, 0.1),
                        IncompleteGamma.lower(0.5, 1),
                        IncompleteGamma.lower(0.5, 3),
                        IncompleteGamma.lower(2, 0.1),
                        IncompleteGamma.lower(2, 1),
                        IncompleteGamma.lower(2, 3));
    }

    @Test
    void specialValuesPassThrough() {
        double inf = Double.POSITIVE_INFINITY;
        assertThat(doubles(0, -inf, 1).log1mexp().toDoubles()).containsExactly(-inf, -0.0, Double.NaN);
        assertThat(doubles(0).xlogy(doubles(0)).item()).isZero();
        assertThat(doubles(-1, 1, 2).erfInv().toDoubles()).containsExactly(-inf, inf, Double.NaN);
        assertThat(doubles(0, 1).normalQuantile().toDoubles()).containsExactly(-inf, inf);
        assertThat(doubles(0, inf, -1).gammaLower(doubles(2)).toDoubles()).containsExactly(0, 1, Double.NaN);
        assertThat(doubles(0, -3).logGamma().toDoubles()).containsExactly(inf, inf);
        assertThat(doubles(0).marcumQ(doubles(1), doubles(2)).item()).isEqualTo(1);
        assertThat(doubles(1).hurwitzZeta(1).item()).isEqualTo(inf);
    }

    @Test
    void ordersOfPolygammaAreWholeNumbers() {
        assertThat(Tensor.special(SpecialOp.POLYGAMMA, List.of(doubles(0, 1, 0.5, -1), doubles(2)))
                        .toDoubles())
                .containsExactly(
                        doubles(2).digamma().item(), doubles(2).trigamma().item(), Double.NaN, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> doubles(2).polygamma(-1))
                .withMessageContaining("polygamma: order -1");
    }

    @Test
    void argumentsOfOtherTypesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats(1).gammaLower(doubles(1)))
                .withMessageContaining("gammaLower");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ints(1).polygamma(1))
                .withMessageContaining("polygamma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> doubles(1, 2).logBeta(doubles(1, 2, 3)))
                .withMessageContaining("logBeta");
    }

    @Test
    void nothingIsComputedOfNothing() {
        assertThat(backend.zeros(Shape.of(0, 3), DType.FLOAT32)
                        .betaLower(floats(1), floats(2))
                        .shape())
                .isEqualTo(Shape.of(0, 3));
    }
}
