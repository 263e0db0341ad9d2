package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.surprisal.special.RoundedExponential;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final RandomKey KEY = RandomKey.of(99);
    private static final Shape SHAPE = Shape.of(3, 5, 7);
    private static final int SIZE = 105;

    private static final Backend BACKEND = Backends.open("reference");

    @AfterAll
    static void close() {
        BACKEND.close();
    }

    @Test
    void inverseCdfDrawsHaveTheBitsOfHostDraws() {
        for (var kind : DrawKind.values()) {
            var floats = new float[SIZE];
            HostDraws.create().fill(kind, KEY, 0, floats, 0, SIZE);
            var drawn = draw(kind, BACKEND, DType.FLOAT32);
            assertThat(drawn.shape()).isEqualTo(SHAPE);
            assertThat(drawn.toFloats()).isEqualTo(floats);
            var doubles = new double[SIZE];
            HostDraws.create().fill(kind, KEY, 0, doubles, 0, SIZE);
            assertThat(draw(kind, BACKEND, DType.FLOAT64).toHost().doubles()).isEqualTo(doubles);
        }
    }

    @Test
    void drawsAreFloat32ByDefault() {
        assertThat(Draws.uniform(KEY, BACKEND, SHAPE).toFloats())
                .isEqualTo(draw(DrawKind.UNIFORM, BACKEND, DType.FLOAT32).toFloats());
        assertThat(Draws.normal(KEY, BACKEND, SHAPE).toFloats())
                .isEqualTo(draw(DrawKind.NORMAL, BACKEND, DType.FLOAT32).toFloats());
        assertThat(Draws.exponential(KEY, BACKEND, SHAPE).toFloats())
                .isEqualTo(draw(DrawKind.EXPONENTIAL, BACKEND, DType.FLOAT32).toFloats());
    }

    @Test
    void bernoulliComparesTheUniformWithTheBroadcastProbability() {
        double[] uniform =
                Draws.uniform(KEY, BACKEND, Shape.of(4, 3), DType.FLOAT64).toDoubles();
        for (var dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            var column = BACKEND.of(new double[] {0, 0.25, 0.5, 1}, 4, 1).cast(dtype);
            var drawn = Draws.bernoulli(KEY, column, Shape.of(4, 3));
            assertThat(drawn.dtype()).isEqualTo(dtype);
            double[] outcomes = drawn.toDoubles();
            assertThat(Arrays.copyOfRange(outcomes, 0, 3)).containsOnly(0);
            assertThat(Arrays.copyOfRange(outcomes, 9, 12)).containsOnly(1);
            if (dtype == DType.FLOAT64) {
                for (int i = 0; i < 12; i++) {
                    assertThat(outcomes[i]).isEqualTo(uniform[i] < new double[] {0, 0.25, 0.5, 1}[i / 3] ? 1 : 0);
                }
            }
        }
        var square = BACKEND.full(Shape.of(2, 2), DType.FLOAT32, 1);
        assertThat(Draws.bernoulli(KEY, square).toFloats()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void bernoulliAgreesWithHostDraws() {
        var expected = new float[SIZE];
        HostDraws.create().bernoulli(KEY, 0, 0.4f, expected, 0, SIZE);
        assertThat(Draws.bernoulli(KEY, BACKEND.scalar(0.4), SHAPE).toFloats()).isEqualTo(expected);
    }

    @Test
    void samplersRepeatTheirParametersAsBroadcastingSays() {
        double[] values = {0.5, 3, 40};
        var row = BACKEND.of(values, 3);
        var column = BACKEND.of(values, 3, 1);
        var byRow = new double[12];
        new GammaDraws().fill(KEY, values, false, 0, byRow, 0, byRow.length);
        assertThat(Draws.gamma(KEY, row, Shape.of(4, 3)).toDoubles()).isEqualTo(byRow);
        assertThat(Draws.gamma(KEY, row.reshape(1, 3), Shape.of(4, 3)).toDoubles())
                .isEqualTo(byRow);
        var byColumn = new double[6];
        new GammaDraws().fill(KEY, new double[] {0.5, 0.5, 3, 3, 40, 40}, false, 0, byColumn, 0, byColumn.length);
        assertThat(Draws.gamma(KEY, column, Shape.of(3, 2)).toDoubles()).isEqualTo(byColumn);
        var counts = new double[12];
        new CountDraws().poisson(KEY, values, 0, counts, 0, counts.length);
        assertThat(Draws.poisson(KEY, row, Shape.of(4, 3)).toDoubles()).isEqualTo(counts);
        new CountDraws().binomial(KEY, new double[] {9}, new double[] {0.2, 0.7, 1}, 0, counts, 0, counts.length);
        assertThat(Draws.binomial(
                                KEY,
                                BACKEND.scalar(9, DType.FLOAT64),
                                BACKEND.of(new double[] {0.2, 0.7, 1}),
                                Shape.of(4, 3))
                        .toDoubles())
                .isEqualTo(counts);
    }

    @Test
    void samplersWithoutAShapeTakeTheirParameters() {
        var parameter = BACKEND.of(new double[] {0.5, 2, 7, 30}, 2, 2);
        var shape = Shape.of(2, 2);
        assertThat(Draws.gamma(KEY, parameter).toHost())
                .isEqualTo(Draws.gamma(KEY, parameter, shape).toHost());
        assertThat(Draws.logGamma(KEY, parameter).toHost())
                .isEqualTo(Draws.logGamma(KEY, parameter, shape).toHost());
        assertThat(Draws.poisson(KEY, parameter).toHost())
                .isEqualTo(Draws.poisson(KEY, parameter, shape).toHost());
        assertThat(Draws.categorical(KEY, parameter).toHost())
                .isEqualTo(Draws.categorical(KEY, parameter, Shape.of(2)).toHost());
    }

    @Test
    void floatDrawsAreTheRoundedDoubleDraws() {
        var concentration = BACKEND.of(new double[] {0.5, 2, 1_000}, 3);
        double[] doubles = Draws.gamma(KEY, concentration, Shape.of(50, 3)).toDoubles();
        float[] floats = Draws.gamma(KEY, concentration.cast(DType.FLOAT32), Shape.of(50, 3))
                .toFloats();
        for (int i = 0; i < floats.length; i++) {
            assertThat(floats[i]).isEqualTo((float) doubles[i]);
        }
    }

    @Test
    void logGammaIsFiniteInBothTypes() {
        var smallest = BACKEND.scalar(Float.MIN_NORMAL);
        for (float draw : Draws.logGamma(KEY, smallest, Shape.of(1_000)).toFloats()) {
            assertThat(draw).isFinite();
        }
        var tiny = BACKEND.scalar(1e-6, DType.FLOAT64);
        double[] logs = Draws.logGamma(KEY, tiny, Shape.of(1_000)).toDoubles();
        double[] draws = Draws.gamma(KEY, tiny, Shape.of(1_000)).toDoubles();
        int zeros = 0;
        for (int i = 0; i < logs.length; i++) {
            assertThat(draws[i]).isEqualTo(RoundedExponential.of(logs[i]));
            zeros += draws[i] == 0 ? 1 : 0;
        }
        assertThat(zeros).isGreaterThan(990);
    }

    @Test
    void categoricalDrawsEachRowsCategories() {
        double never = Double.NEGATIVE_INFINITY;
        var logits = BACKEND.of(new double[] {0, never, never, never, never, 2}, 2, 3);
        assertThat(Draws.categorical(KEY, logits).toLongs()).containsExactly(0, 2);
        assertThat(Draws.categorical(KEY, logits, Shape.of(3, 2)).toLongs()).containsExactly(0, 2, 0, 2, 0, 2);
        var column = logits.reshape(2, 1, 3);
        assertThat(Draws.categorical(KEY, column, Shape.of(2, 3)).toLongs()).containsExactly(0, 0, 0, 2, 2, 2);
        var vector = BACKEND.of(new float[] {-3f, 1f, 0f}, 3);
        assertThat(Draws.categorical(KEY, vector).shape()).isEqualTo(Shape.scalar());
        assertThat(Draws.categorical(KEY, vector).dtype()).isEqualTo(DType.INT64);
    }

    @Test
    void permutationsHoldEveryNumberOnce() {
        var permutation = Draws.permutation(KEY, BACKEND, 500);
        long[] numbers = permutation.toLongs();
        assertThat(numbers).doesNotHaveDuplicates().hasSize(500);
        assertThat(Arrays.stream(numbers).max()).hasValue(499);
        assertThat(Arrays.stream(numbers).min()).hasValue(0);
        assertThat(Draws.permutation(KEY, BACKEND, 0).shape()).isEqualTo(Shape.of(0));
    }

    @Test
    void integersStayInTheirRange() {
        long[] dice = Draws.integers(KEY, BACKEND, Shape.of(600), 1, 7).toLongs();
        assertThat(Arrays.stream(dice).distinct().sorted().toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Draws.integers(KEY, BACKEND, Shape.of(3), 5, 6).toLongs()).containsExactly(5, 5, 5);
        assertThat(Draws.integers(KEY, BACKEND, Shape.of(50), Long.MIN_VALUE, Long.MAX_VALUE)
                        .toLongs())
                .doesNotHaveDuplicates();
    }

    @Test
    void emptyShapesGiveEmptyTensors() {
        var none = Shape.of(0, 3);
        var parameter = BACKEND.full(Shape.of(3), DType.FLOAT32, 0.5);
        var empty = BACKEND.zeros(none, DType.FLOAT32);
        var drawn = List.of(
                Draws.uniform(KEY, BACKEND, none),
                Draws.bernoulli(KEY, parameter, none),
                Draws.bernoulli(KEY, empty),
                Draws.gamma(KEY, parameter, none),
                Draws.gamma(KEY, empty),
                Draws.poisson(KEY, empty),
                Draws.binomial(KEY, empty, empty, none),
                Draws.integers(KEY, BACKEND, none, 0, 5),
                Draws.categorical(KEY, BACKEND.zeros(Shape.of(0, 3, 2), DType.FLOAT32)));
        for (var tensor : drawn) {
            assertThat(tensor.shape()).isEqualTo(none);
        }
    }

    @Test
    void usesTheKernelsOfABackendThatHasThem() {
        var calls = new StringBuilder();
        try (var fused = FusingBackend.over(Backends.open("reference"), calls)) {
            for (var kind : DrawKind.values()) {
                assertThat(draw(kind, fused, DType.FLOAT32).toFloats())
                        .isEqualTo(draw(kind, BACKEND, DType.FLOAT32).toFloats());
            }
            assertThat(Draws.bernoulli(KEY, fused.scalar(0.4), SHAPE).toFloats())
                    .isEqualTo(Draws.bernoulli(KEY, BACKEND.scalar(0.4), SHAPE).toFloats());
        }
        assertThat(calls).hasToString("UNIFORM NORMAL EXPONENTIAL bernoulli ");
    }

    @Test
    void leavesNothingButTheDrawOnTheBackend() {
        var column = BACKEND.of(new double[] {0.2, 0.5, 0.7}, 3, 1);
        List<Function<Shape, Tensor>> draws = List.of(
                shape -> Draws.normal(KEY, BACKEND, shape),
                shape -> Draws.bernoulli(KEY, column, shape),
                shape -> Draws.gamma(KEY, column, shape),
                shape -> Draws.poisson(KEY, column, shape),
                shape -> Draws.categorical(KEY, column, shape));
        for (var draw : draws) {
            long before = BACKEND.liveArrays();
            var drawn = draw.apply(Shape.of(3, 3));
            assertThat(BACKEND.liveArrays()).isEqualTo(before + 1);
            drawn.release();
        }
    }

    @Test
    void namesTheParameterOutsideItsDomain() {
        expect(
                () -> Draws.bernoulli(KEY, BACKEND.of(new double[] {0.5, 0, 1, 1.25}, 2, 2)),
                "bernoulli: probability must be in [0, 1], but probability[1, 1] = 1.25.");
        expect(
                () -> Draws.bernoulli(KEY, BACKEND.scalar(Double.NaN)),
                "bernoulli: probability must be in [0, 1], but probability = NaN.");
        expect(
                () -> Draws.gamma(KEY, BACKEND.of(new double[] {1, 2, 3, -0.5})),
                "gamma: concentration must be positive and finite, but concentration[3] = -0.5.");
        expect(
                () -> Draws.logGamma(KEY, BACKEND.scalar(0)),
                "logGamma: concentration must be positive and finite, but concentration = 0.0.");
        expect(
                () -> Draws.poisson(KEY, BACKEND.scalar(1e16, DType.FLOAT64)),
                "poisson: rate must be in [0, 2⁵³], but rate = 1.0E16.");
        expect(
                () -> Draws.binomial(KEY, BACKEND.scalar(2.5), BACKEND.scalar(0.5), SHAPE),
                "binomial: trials must be whole and in [0, 2⁵³], but trials = 2.5.");
    }

    @Test
    void namesShapesThatDoNotFit() {
        expect(
                () -> Draws.gamma(KEY, BACKEND.of(new double[] {1, 2}), Shape.of(3)),
                "gamma: concentration of shape [2] does not broadcast to the draw's shape [3]:"
                        + " each axis must be equal, of length 1, or new in front.");
        expect(
                () -> Draws.categorical(KEY, BACKEND.scalar(1)),
                "categorical: logits need a last axis of at least one category, but have shape []."
                        + " Reshape them to [rows…, categories].");
    }

    @Test
    void namesTypesThatAreNotTaken() {
        expect(
                () -> Draws.normal(KEY, BACKEND, SHAPE, DType.INT64),
                "normal: draws are FLOAT32 or FLOAT64, but INT64 was asked for. Use Draws.integers for whole numbers.");
        expect(
                () -> Draws.poisson(KEY, BACKEND.of(new long[] {3})),
                "poisson: rate must be FLOAT32 or FLOAT64, but is INT64. Use cast(DType) first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draws.binomial(KEY, BACKEND.scalar(3), BACKEND.scalar(0.5, DType.FLOAT64), SHAPE))
                .withMessageContaining("must have one dtype and one backend");
    }

    @Test
    void namesRangesWithoutANumber() {
        expect(
                () -> Draws.integers(KEY, BACKEND, SHAPE, 3, 3),
                "integers: low must be less than high, but low = 3 and high = 3. high itself is never drawn.");
        expect(
                () -> Draws.permutation(KEY, BACKEND, -1),
                "permutation: the number of elements must not be negative, but is -1. Pass the length of an axis.");
    }

    @Test
    void refusesAClosedBackend() {
        var closed = Backends.open("reference");
        closed.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> Draws.normal(KEY, closed, SHAPE))
                .withMessageStartingWith("normal: backend reference was closed");
    }

    private static void expect(Runnable draw, String message) {
        assertThatIllegalArgumentException().isThrownBy(draw::run).withMessage(message);
    }

    private static Tensor draw(DrawKind kind, Backend on, DType dtype) {
        return switch (kind) {
            case UNIFORM -> Draws.uniform(KEY, on, SHAPE, dtype);
            case NORMAL -> Draws.normal(KEY, on, SHAPE, dtype);
            case EXPONENTIAL -> Draws.exponential(KEY, on, SHAPE, dtype);
        };
    }
}
