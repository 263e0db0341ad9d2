package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a comparison accepts, and what it says of what it refuses. */
class TrialTest {
    @Test
    void namesOperationTypesShapesInputsNumbersAndUlps() {
        HostArray x = HostArray.wrap(new float[] {0.25f, 0.5f}, Shape.of(2, 1));
        Trial trial = new Trial("tanh", List.of(x));
        HostArray expected = HostArray.wrap(new double[] {0.24491866240370913, 0.46211715726000979}, Shape.of(2, 1));
        HostArray actual = HostArray.wrap(new float[] {0.24491866f, 0.4621f}, Shape.of(2, 1));
        assertThatThrownBy(() -> trial.compare(expected, actual, Bound.ulps(4)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "tanh of FLOAT32 [2, 1]: at element 1 [1, 0] for inputs (0.5): expected 0.46211717, but was 0.4621"
                                + " (ulps 575.7; allowed 4.000); 1 of 2 elements are wrong.");
    }

    @Test
    void refusesAnotherShapeOrType() {
        Trial trial = new Trial("exp", List.of(reals(0)));
        assertThatThrownBy(() -> trial.compare(reals(1), reals(1, 2), Bound.ulps(4)))
                .hasMessage("exp of FLOAT64 [1]: expected shape [1], but was [2].");
        HostArray narrow = Elements.of(DType.FLOAT32, Shape.of(1), 1);
        assertThatThrownBy(() -> trial.compare(reals(1), narrow, Bound.ulps(4)))
                .hasMessage("exp of FLOAT64 [1]: expected elements FLOAT64, but they are FLOAT32.");
    }

    @Test
    void notANumberAndInfinitiesMustAgree() {
        Bound wide = Bound.ulps(1e300);
        agree(Double.NaN, Double.NaN, wide);
        agree(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, wide);
        differ(Double.NaN, 1, wide);
        differ(1, Double.NaN, wide);
        differ(Double.POSITIVE_INFINITY, Double.MAX_VALUE, wide);
        differ(Double.MAX_VALUE, Double.POSITIVE_INFINITY, wide);
        differ(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, wide);
    }

    @Test
    void zerosAreToldApartWhereTheBoundSays() {
        differ(0, -0.0, Bound.exact());
        agree(0, -0.0, Bound.exactButForZeros());
        differ(-0.0, 0, Bound.ulps(4));
    }

    @Test
    void approximationsMayBeFlushedWhereTheyUnderflow() {
        agree(1e-310, 0, Bound.ulps(4));
        differ(1e-310, 0, Bound.exact());
        differ(1e-300, 0, Bound.ulps(4));
    }

    @Test
    void exactMeansRoundedOnce() {
        HostArray x = Elements.of(DType.FLOAT32, Shape.of(1), 1);
        Trial trial = new Trial("reciprocal", List.of(x));
        HostArray third = reals(1.0 / 3);
        assertThatCode(() -> trial.compare(third, Elements.of(DType.FLOAT32, Shape.of(1), 1.0 / 3), Bound.exact()))
                .doesNotThrowAnyException();
        HostArray next = HostArray.wrap(new float[] {Math.nextUp((float) (1.0 / 3))}, Shape.of(1));
        assertThatThrownBy(() -> trial.compare(third, next, Bound.exact())).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyBitOfInt64Counts() {
        HostArray expected = HostArray.wrap(new long[] {(1L << 53) + 1}, Shape.of(1));
        HostArray actual = HostArray.wrap(new long[] {1L << 53}, Shape.of(1));
        assertThatThrownBy(() -> new Trial("sum", List.of()).identical(expected, actual))
                .hasMessage("sum: at element 0: expected 9007199254740993, but was 9007199254740992;"
                        + " 1 of 1 elements are wrong.");
    }

    private static void agree(double expected, double actual, Bound bound) {
        assertThatCode(() -> new Trial("f", List.of(reals(0))).compare(reals(expected), reals(actual), bound))
                .doesNotThrowAnyException();
    }

    private static void differ(double expected, double actual, Bound bound) {
        assertThatThrownBy(() -> new Trial("f", List.of(reals(0))).compare(reals(expected), reals(actual), bound))
                .isInstanceOf(AssertionError.class);
    }

    private static HostArray reals(double... values) {
        return HostArray.wrap(values, Shape.of(values.length));
    }
}
