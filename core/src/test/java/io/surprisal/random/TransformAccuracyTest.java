package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.spi.BitCast;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** References: {@code src/test/python/random_reference.py}, mpmath at 60 digits. */
class TransformAccuracyTest {
    /** AS241 states 1e-16; the rest is rounding. */
    private static final double DOUBLE_NORMAL_RELATIVE_ERROR = 5e-16;
    /** AS241 states 1e-7; the rest is rounding. */
    private static final double FLOAT_NORMAL_RELATIVE_ERROR = 4e-7;

    @Test
    void doubleLogarithmIsWithinAnUlp() {
        assertThat(worst("log.csv", DoubleLog::log, Math::ulp)).isLessThan(1);
    }

    @Test
    void doubleNormalQuantileIsWithinItsRelativeError() {
        assertThat(worst("normal_quantile.csv", DoubleNormal::quantile, Math::abs))
                .isLessThan(DOUBLE_NORMAL_RELATIVE_ERROR);
    }

    @Test
    void floatTransformsAreWithinTheirErrorsOnTheWholeGrid() {
        double worstNormal = 0;
        double worstLog = 0;
        for (int step = 0; step < 1 << 23; step++) {
            float u = (2 * step + 1) * 0x1p-24f;
            double z = DoubleNormal.quantile(u);
            worstNormal = Math.max(worstNormal, Math.abs(FloatNormal.quantile(u) - z) / Math.abs(z));
            double log = DoubleLog.log(u);
            worstLog = Math.max(worstLog, Math.abs(FloatLog.log(u) - log) / Math.ulp((float) log));
        }
        assertThat(worstNormal).isLessThan(FLOAT_NORMAL_RELATIVE_ERROR);
        assertThat(worstLog).isLessThan(1);
    }

    @Test
    void logarithmOfOneIsZero() {
        assertThat(FloatLog.log(1f)).isZero();
        assertThat(DoubleLog.log(1)).isZero();
    }

    @Test
    void drawsHaveTheStatedExtremes() {
        assertThat(FloatNormal.quantile(0x1p-24f)).isBetween(-5.2952f, -5.2945f);
        assertThat(FloatNormal.quantile(1 - 0x1p-24f)).isEqualTo(-FloatNormal.quantile(0x1p-24f));
        assertThat(DoubleNormal.quantile(0x1p-53)).isBetween(-8.2096, -8.2095);
        assertThat(DoubleNormal.quantile(1 - 0x1p-53)).isEqualTo(-DoubleNormal.quantile(0x1p-53));
        assertThat(-FloatLog.log(0x1p-24f)).isBetween(16.635f, 16.636f);
        assertThat(-FloatLog.log(1 - 0x1p-24f)).isBetween(5.96e-8f, 5.97e-8f);
        assertThat(-DoubleLog.log(0x1p-53)).isBetween(36.736, 36.737);
        assertThat(-DoubleLog.log(1 - 0x1p-53)).isBetween(1.11e-16, 1.12e-16);
    }

    @Test
    void floatLoopsGiveTheBitsOfTheScalarOnTheWholeGrid() {
        var transform = new FloatDraws(new BitCast(16 * PhiloxBlocks.CAPACITY));
        var words = new long[2 * PhiloxBlocks.CAPACITY];
        for (int start = 0; start < 1 << 23; start += 2 * words.length) {
            for (var kind : new DrawKind[] {DrawKind.NORMAL, DrawKind.EXPONENTIAL}) {
                for (int i = 0; i < words.length; i++) {
                    long low = (start + 2L * i) << 9;
                    words[i] = low | ((low + (1 << 9)) << 32);
                }
                float[] drawn = transform.transform(kind, words, PhiloxBlocks.CAPACITY);
                for (int i = 0; i < 2 * words.length; i++) {
                    float u = (2 * (start + i) + 1) * 0x1p-24f;
                    float expected = kind == DrawKind.NORMAL ? FloatNormal.quantile(u) : -FloatLog.log(u);
                    if (Float.floatToRawIntBits(drawn[i]) != Float.floatToRawIntBits(expected)) {
                        assertThat(drawn[i]).as("%s of %s", kind, u).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void doubleLoopsGiveTheBitsOfTheScalarAtTheReferencePoints() {
        var transform = new DoubleDraws(new BitCast(16 * PhiloxBlocks.CAPACITY));
        for (var point : reference("normal_quantile.csv")) {
            double u = point[0];
            long word = (long) ((u - 0x1p-53) * 0x1p52) << 12;
            assertThat(transform.transform(DrawKind.UNIFORM, new long[] {word}, 1)[0])
                    .isEqualTo(u);
            assertThat(transform.transform(DrawKind.NORMAL, new long[] {word}, 1)[0])
                    .isEqualTo(DoubleNormal.quantile(u));
            assertThat(transform.transform(DrawKind.EXPONENTIAL, new long[] {word}, 1)[0])
                    .isEqualTo(-DoubleLog.log(u));
        }
    }

    /** The largest |f(x) − reference| / unit(reference). */
    private static double worst(String file, DoubleUnaryOperator f, DoubleUnaryOperator unit) {
        double worst = 0;
        for (var point : reference(file)) {
            double error = Math.abs((f.applyAsDouble(point[0]) - point[1]) - point[2]);
            if (error > 0) {
                worst = Math.max(worst, error / unit.applyAsDouble(point[1]));
            }
        }
        return worst;
    }

    private static List<double[]> reference(String file) {
        try (InputStream in = Objects.requireNonNull(TransformAccuracyTest.class.getResourceAsStream(file), file)) {
            var text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines()
                    .map(line -> line.split(",", -1))
                    .map(cells -> new double[] {
                        Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2])
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
