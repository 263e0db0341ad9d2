package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first 10,000 elements of each draw, as a hash of their bits: the same on every Java version, compiler and processor, and from release
 * to release. A change here changes the results of every seeded program, and belongs in the change log.
 */
class GoldenBitsTest {
    private static final int DRAWS = 10_000;
    private static final RandomKey KEY = RandomKey.of(0x5eed);

    @ParameterizedTest
    @CsvSource({"UNIFORM, 987c5c6db940b161", "NORMAL, 2d22008ac55de5f0", "EXPONENTIAL, f982446df6593821"})
    void floatDraws(DrawKind kind, String hash) {
        var draws = new float[DRAWS];
        HostDraws.create().fill(kind, KEY, 0, draws, 0, DRAWS);
        assertThat(hash(draws)).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({"UNIFORM, 1ec6c030b4f17d7f", "NORMAL, e048055a471a9000", "EXPONENTIAL, 7e30d1be5aa9fdb9"})
    void doubleDraws(DrawKind kind, String hash) {
        var draws = new double[DRAWS];
        HostDraws.create().fill(kind, KEY, 0, draws, 0, DRAWS);
        assertThat(hash(draws)).isEqualTo(hash);
    }

    @Test
    void bernoulliDraws() {
        var draws = new float[DRAWS];
        HostDraws.create().bernoulli(KEY, 0, 0.3f, draws, 0, DRAWS);
        assertThat(hash(draws)).isEqualTo("195236c54cc7f065");
    }

    @Test
    void gammaDraws() {
        double[] concentrations = {1e-3, 0.5, 1, 2.5, 1e4, 1e12};
        var draws = new double[DRAWS];
        new GammaDraws().fill(KEY, concentrations, false, 0, draws, 0, draws.length);
        assertThat(hash(draws)).isEqualTo("275e4c478fcd0b4c");
        new GammaDraws().fill(KEY, concentrations, true, 0, draws, 0, draws.length);
        assertThat(hash(draws)).isEqualTo("74a09ec9655249eb");
    }

    @Test
    void countDraws() {
        var draws = new double[DRAWS];
        new CountDraws().poisson(KEY, new double[] {0.1, 3, 10, 77, 1e6, 1e15}, 0, draws, 0, draws.length);
        assertThat(hash(draws)).isEqualTo("7b319e4e46c55bcd");
        new CountDraws()
                .binomial(
                        KEY,
                        new double[] {1, 10, 1_000, 1e12},
                        new double[] {1e-3, 0.3, 0.9},
                        0,
                        draws,
                        0,
                        draws.length);
        assertThat(hash(draws)).isEqualTo("e60a4b3d56ea3065");
    }

    @Test
    void integerDraws() {
        var draws = new long[DRAWS];
        new IntegerDraws().fill(KEY, -3, 17, 0, draws, 0, draws.length);
        assertThat(hash(draws)).isEqualTo("6b10a1b59d5a6714");
        new IntegerDraws().permutation(KEY, draws);
        assertThat(hash(draws)).isEqualTo("df24df6199122697");
    }

    @Test
    void categoricalDraws() {
        var draws = new long[DRAWS];
        CategoricalDraws.of(KEY, new double[] {0.1, -2, 3, 0.5, 1, -0.7}, 3, draws.length)
                .fill(0, draws, 0, draws.length);
        assertThat(hash(draws)).isEqualTo("ae355e2c9b86cc05");
    }

    @Test
    void derivedKeys() {
        long[] seeds = LongStream.range(0, 100)
                .map(i -> KEY.foldIn(i).split(2).get(1).seed())
                .toArray();
        assertThat(hash(seeds)).isEqualTo("e26ac5235c0c68bb");
    }

    private static String hash(float[] draws) {
        var bits = new long[draws.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(draws[i]));
        return hash(bits);
    }

    private static String hash(double[] draws) {
        return hash(Arrays.stream(draws).mapToLong(Double::doubleToLongBits).toArray());
    }

    /** FNV-1a, a long at a time. */
    private static String hash(long[] bits) {
        long hash = 0xcbf29ce484222325L;
        for (long word : bits) {
            hash = (hash ^ word) * 0x100000001b3L;
        }
        return String.format("%016x", hash);
    }
}
