package io.surprisal.distributions.catalogue;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes, ends of the support, infinities, NaN, and refused arguments: alike in every family. */
class EdgesTest extends OnFamilies {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @MethodSource("families")
    void infinitiesAreOutside(Family<?> family) {
        for (Point parameters : points(family)) {
            for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
                Univariate d = at(family, parameters, dtype);
                Tensor x = doubles(-INFINITE, INFINITE).cast(dtype);
                assertThat(d.logProb(x)).as("logProb").containsExactly(-INFINITE, -INFINITE);
                assertThat(d.cdf(x)).as("cdf").containsExactly(0, 1);
                assertThat(d.survival(x)).as("survival").containsExactly(1, 0);
                assertThat(d.logCdf(x).plus(0)).as("logCdf").containsExactly(-INFINITE, 0);
                assertThat(d.logSurvival(x).plus(0)).as("logSurvival").containsExactly(0, -INFINITE);
            }
        }
    }

    /** The parameters of the grid have few digits; these have all. */
    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void probabilitiesAtInfinityAreExactForRandomParameters(Family<?> family) {
        Tensor factors =
                backend.of(HostArray.wrap(new Random(5).doubles(40, 0.999, 1).toArray(), Shape.of(40)));
        for (Point parameters : points(family)) {
            Tensor[] values = parameters.tensors(family, backend, DType.FLOAT64);
            for (int k = 0; k < values.length; k++) {
                // All by the same factors, which keep low below high.
                if (family.parameters().get(k).constraint() instanceof Interval interval && !interval.isWhole()) {
                    values[k] = values[k].times(factors);
                }
            }
            var d = (Univariate) family.of(values);
            assertThat(d.cdf(scalar(INFINITE)).toDoubles()).as("%s cdf", d).containsOnly(1);
            assertThat(d.cdf(scalar(-INFINITE)).toDoubles()).as("%s cdf", d).containsOnly(0);
            assertThat(d.survival(scalar(INFINITE)).toDoubles())
                    .as("%s survival", d)
                    .containsOnly(0);
            assertThat(d.survival(scalar(-INFINITE)).toDoubles())
                    .as("%s survival", d)
                    .containsOnly(1);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theLargestNumbersHaveValuesToo(Family<?> family) {
        for (Point parameters : points(family)) {
            Univariate d = at(family, parameters);
            Tensor x = doubles(-Double.MAX_VALUE, -1e200, 1e200, Double.MAX_VALUE);
            assertThat(d.logProb(x).toDoubles()).as("%s logProb", d).doesNotContain(Double.NaN);
            assertThat(d.logCdf(x).toDoubles()).as("%s logCdf", d).doesNotContain(Double.NaN);
            assertThat(d.logSurvival(x).toDoubles()).as("%s logSurvival", d).doesNotContain(Double.NaN);
            Tensor logP = doubles(-1e300, -1e200, -Double.MIN_VALUE);
            assertThat(d.quantileOfLog(logP).toDoubles())
                    .as("%s quantileOfLog", d)
                    .doesNotContain(Double.NaN)
                    .isSorted();
            assertThat(d.inverseSurvivalOfLog(logP).toDoubles())
                    .as("%s inverseSurvivalOfLog", d)
                    .doesNotContain(Double.NaN);
        }
    }

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void quantilesOfZeroAndOneAreTheEndsOfTheSupport(Family<?> family) {
        for (Point parameters : points(family)) {
            Univariate d = at(family, parameters);
            Interval support = range(d);
            double low = support.low(scalar(0)).item();
            double high = support.high(scalar(0)).item();
            assertThat(d.quantile(doubles(0, 1)).plus(0)).as("%s quantile", d).containsExactly(low, high);
            assertThat(d.inverseSurvival(doubles(1, 0)).plus(0))
                    .as("%s inverseSurvival", d)
                    .containsExactly(low, high);
            assertThat(d.quantileOfLog(doubles(-INFINITE, 0)).plus(0))
                    .as("%s ofLog", d)
                    .containsExactly(low, high);
            assertThat(d.inverseSurvivalOfLog(doubles(0, -INFINITE)).plus(0))
                    .as("%s inverse of log", d)
                    .containsExactly(low, high);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void notANumberPassesAndNoProbabilityGivesIt(Family<?> family) {
        for (Point parameters : points(family)) {
            notANumberPasses(at(family, parameters));
        }
    }

    private void notANumberPasses(Univariate d) {
        Tensor nan = doubles(Double.NaN);
        for (Tensor result : List.of(
                d.logProb(nan),
                d.cdf(nan),
                d.survival(nan),
                d.logCdf(nan),
                d.logSurvival(nan),
                d.quantile(doubles(Double.NaN, -0.1, 1.1)),
                d.inverseSurvival(doubles(Double.NaN, -0.1, 1.1)),
                d.quantileOfLog(doubles(Double.NaN, 0.1)),
                d.inverseSurvivalOfLog(doubles(Double.NaN, 0.1)))) {
            assertThat(result.toDoubles()).containsOnly(Double.NaN);
        }
    }

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void numbersOutsideTheSupportHaveNoProbabilityAndNoSlope(Family<?> family) {
        Univariate d = at(family, points(family).get(0));
        Interval support = range(d);
        if (support.hasLow()) {
            Tensor below = support.low(scalar(0)).minus(1.5);
            assertThat(d.logProb(below).item()).isEqualTo(-INFINITE);
            assertThat(d.cdf(below).item()).isZero();
            assertThat(d.survival(below).item()).isEqualTo(1);
            assertThat(d.logCdf(below).item()).isEqualTo(-INFINITE);
            assertThat(d.logSurvival(below).item()).isZero();
            assertThat(Gradients.gradient(x -> d.cdf(x)).at(below).item()).isZero();
        }
        if (support.hasHigh()) {
            Tensor above = support.high(scalar(0)).plus(1.5);
            assertThat(d.logProb(above).item()).isEqualTo(-INFINITE);
            assertThat(d.cdf(above).item()).isEqualTo(1);
            assertThat(d.survival(above).item()).isZero();
            assertThat(Gradients.gradient(x -> d.survival(x)).at(above).item()).isZero();
        }
        if (support.isWhole()) {
            Tensor between = d.median().plus(0.5);
            assertThat(d.logProb(between).item()).isEqualTo(-INFINITE);
            assertThat(d.cdf(between).item()).isEqualTo(d.cdf(d.median()).item());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void parametersArgumentsAndSamplesBroadcast(Family<?> family) {
        Point parameters = points(family).get(0);
        Tensor[] batch = repeated(family, parameters, 2);
        batch[0] = batch[0].expandDims(1);
        var distribution = (Univariate) family.of(batch);
        Shape shape = batch.length == 1 ? Shape.of(2, 1) : Shape.of(2, 2);
        assertThat(distribution.batchShape()).isEqualTo(shape);
        Tensor draws = distribution.sample(RandomKey.of(3), Shape.of(3));
        Shape drawn = Shape.of(3).then(shape);
        assertThat(draws.shape()).isEqualTo(drawn);
        assertThat(distribution.logProb(draws).shape()).isEqualTo(drawn);
        assertThat(distribution.cdf(scalar(0.5)).shape()).isEqualTo(shape);
        assertThat(distribution.quantile(scalar(0.5)).shape()).isEqualTo(shape);
        for (FamilyFunction function : FamilyFunction.values()) {
            if (function.isStatistic() && function.isOf(distribution)) {
                assertThat(function.of(distribution, scalar(0)).orElseThrow().shape())
                        .isEqualTo(shape);
            }
        }
        Tensor none = backend.zeros(Shape.of(0), DType.FLOAT64);
        assertThat(at(family, parameters).logProb(none)).hasShape(0);
    }

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void refusedParametersAreNamed(Family<?> family) {
        Point parameters = points(family).get(0);
        for (int k = 0; k < family.parameters().size(); k++) {
            Tensor[] values = repeated(family, parameters, 3);
            String name = family.parameters().get(k).name();
            double[] elements = values[k].toDoubles();
            elements[elements.length - 1] = Double.NaN;
            values[k] = backend.of(HostArray.wrap(elements, values[k].shape()));
            assertThatThrownBy(() -> family.of(values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(family.name() + ": " + name)
                    .hasMessageContaining(" must ")
                    .hasMessageContaining(name + "[2")
                    .hasMessageContaining("NaN");
            values[k] = values[k].cast(DType.FLOAT32);
            if (values.length > 1) {
                assertThatThrownBy(() -> family.of(values)).hasMessageContaining("must have one dtype and one backend");
            }
        }
        assertThatThrownBy(() -> at(family, parameters).logProb(backend.of(new float[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(family.name() + ": x ");
        Univariate batch = (Univariate) family.of(repeated(family, parameters, 3));
        assertThatThrownBy(() -> batch.cdf(doubles(0.1, 0.2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x of shape [2] and the batch of shape [3] do not broadcast");
    }
}
