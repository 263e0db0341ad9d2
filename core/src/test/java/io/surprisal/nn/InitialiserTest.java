package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.ReferenceTest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitialiserTest extends ReferenceTest {
    private static final RandomKey KEY = RandomKey.of(11);

    private Tensor drawn(Initialiser initialiser, int rows, int columns) {
        return initialiser.draw(KEY, backend, Shape.of(rows, columns), DType.FLOAT64, new Fans(rows, columns));
    }

    static Stream<Arguments> scalings() {
        double sum = 200 + 100;
        return Stream.of(
                Arguments.of(Initialiser.glorotUniform(), 2 / sum, Math.sqrt(6 / sum)),
                Arguments.of(Initialiser.glorotNormal(), 2 / sum, Double.POSITIVE_INFINITY),
                Arguments.of(Initialiser.heUniform(), 2 / 200.0, Math.sqrt(6 / 200.0)),
                Arguments.of(Initialiser.heNormal(), 2 / 200.0, Double.POSITIVE_INFINITY),
                Arguments.of(Initialiser.lecunUniform(), 1 / 200.0, Math.sqrt(3 / 200.0)),
                Arguments.of(Initialiser.lecunNormal(), 1 / 200.0, Double.POSITIVE_INFINITY),
                Arguments.of(Initialiser.normal(0.5), 0.25, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("scalings")
    void hasItsVarianceAndItsBounds(Initialiser initialiser, double variance, double limit) {
        Tensor weight = drawn(initialiser, 200, 100);
        // 20,000 draws: the variance estimate has a relative deviation of at most √(2/20000) = 1 %; five of them.
        assertThat(weight.variance().item()).isCloseTo(variance, within(0.05 * variance));
        assertThat(weight.mean().item()).isCloseTo(0, within(5 * Math.sqrt(variance / 20_000)));
        assertThat(weight.abs().max().item()).isLessThanOrEqualTo(limit);
        if (limit < 1) {
            assertThat(weight.abs().max().item()).isGreaterThan(0.99 * limit);
        }
    }

    @Test
    void equalRulesAreEqualAndTellTheirSettings() {
        List<Supplier<Initialiser>> rules = List.of(
                Initialiser::glorotUniform,
                Initialiser::heNormal,
                () -> Initialiser.normal(0.5),
                () -> Initialiser.uniform(-1, 2),
                () -> Initialiser.constant(0.125),
                () -> Initialiser.orthogonal(2));
        for (Supplier<Initialiser> rule : rules) {
            assertThat(rule.get()).isEqualTo(rule.get());
            assertThat(rule.get().toString()).doesNotContain("Lambda", "@");
        }
        assertThat(Initialiser.constant(0.125).toString()).contains("0.125");
    }

    @Test
    void orthogonalHasOrthonormalRowsOrColumns() {
        Tensor identity = backend.eye(3, DType.FLOAT64);
        Tensor tall = drawn(Initialiser.orthogonal(1), 5, 3);
        assertThat(tall.matmul(tall, true, false)).isCloseTo(identity, 0, 1e-14);
        Tensor wide = drawn(Initialiser.orthogonal(2), 3, 5);
        assertThat(wide.matmul(wide, false, true)).isCloseTo(identity.times(4), 0, 1e-14);
    }

    @Test
    void orthogonalTakesFiltersAsOneRowForEachOutput() {
        Tensor filters =
                Initialiser.orthogonal(1).draw(KEY, backend, Shape.of(4, 2, 3, 3), DType.FLOAT32, new Fans(18, 36));
        assertThat(filters).hasShape(4, 2, 3, 3).hasDType(DType.FLOAT32);
        Tensor rows = filters.reshape(4, 18);
        assertThat(rows.matmul(rows, false, true)).isCloseTo(backend.eye(4, DType.FLOAT32), 0, 1e-6);
    }

    @Test
    void orthogonalIsUniform() {
        // Over the rotations of the plane the trace has mean 0 and its square mean 1, also over O(2); without
        // Mezzadri's signs
        // every diagonal of Q would be negative.
        double sum = 0;
        double squares = 0;
        int count = 2_000;
        for (int i = 0; i < count; i++) {
            double trace = Initialiser.orthogonal(1)
                    .draw(RandomKey.of(i), backend, Shape.of(2, 2), DType.FLOAT64, new Fans(2, 2))
                    .diagonal()
                    .sum()
                    .item();
            sum += trace;
            squares += trace * trace;
        }
        assertThat(sum / count).isCloseTo(0, within(5 / Math.sqrt(count)));
        assertThat(squares / count).isCloseTo(1, within(0.2));
    }

    @Test
    void constantsAndRanges() {
        assertThat(drawn(Initialiser.zeros(), 1, 2)).containsExactly(0, 0);
        assertThat(drawn(Initialiser.constant(3), 1, 2)).containsExactly(3, 3);
        Tensor uniform = drawn(Initialiser.uniform(2, 3), 30, 30);
        assertThat(uniform.min().item()).isBetween(2.0, 2.02);
        assertThat(uniform.max().item()).isBetween(2.98, 3.0);
    }

    @Test
    void rejectsWhatHasNoMeaning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initialiser.uniform(1, 0))
                .withMessage("Initialiser.uniform: low 1.0 must not exceed high 0.0. Exchange them?");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Initialiser.orthogonal(1).draw(KEY, backend, Shape.of(3), DType.FLOAT32, new Fans(3, 3)))
                .withMessageStartingWith("orthogonal: shape [3] is not a matrix");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fans(0, 1))
                .withMessageStartingWith("Fans: fan-in 0 and fan-out 1");
    }

    @Test
    void rejectsWeightsThatWouldNotBeNumbers() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Initialiser.normal(number))
                    .withMessage("Initialiser.normal: scale must be finite, but is " + number
                            + ". Weights start as ordinary numbers.");
            assertThatIllegalArgumentException().isThrownBy(() -> Initialiser.constant(number));
            assertThatIllegalArgumentException().isThrownBy(() -> Initialiser.orthogonal(number));
            assertThatIllegalArgumentException().isThrownBy(() -> Initialiser.uniform(number, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> Initialiser.uniform(0, number));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initialiser.normal(-1))
                .withMessage(
                        "Initialiser.normal: scale must not be negative, but is -1.0. It is a standard deviation.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initialiser.uniform(-1e308, 1e308))
                .withMessageStartingWith("Initialiser.uniform: high − low must be finite, but is Infinity.");
    }

    @Test
    void deviationsWhoseSquaresUnderflowAreKept() {
        assertThat(drawn(Initialiser.normal(1e-170), 50, 50).div(1e-170))
                .isCloseTo(drawn(Initialiser.normal(1), 50, 50), 1e-15, 0);
        assertThat(drawn(Initialiser.normal(0), 2, 1).abs()).containsExactly(0, 0);
    }
}
