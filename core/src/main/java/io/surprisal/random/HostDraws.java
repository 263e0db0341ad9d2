package io.surprisal.random;

import io.surprisal.tensor.spi.BitCast;
import java.util.Objects;

/**
 * Fills heap arrays with the draws of a key: the definition of these draws, and the routine by which a backend without a generator of its
 * own fills its memory, block by block.
 *
 * <p>Element {@code i} of a draw is a function of the key and of {@code i} alone. A draw may so be made in pieces, in any order and on
 * any number of threads, and is bit for bit the same; it is also the same on every processor, Java version and compiler. With block b of
 * the key's Philox4x32-10 stream being the four 32-bit words for the counter (low half of b, high half of b, 0, 0):
 *
 * <ul>
 *   <li>FLOAT32: element i is made of word i mod 4 of block ⌊i / 4⌋;
 *   <li>FLOAT64: element i is made of words 2(i mod 2), the low half, and 2(i mod 2) + 1, the high half, of block ⌊i / 2⌋.
 * </ul>
 *
 * <p>{@link DrawKind} and {@link #bernoulli(RandomKey, long, float, float[], int, int) bernoulli} define what is made of them, from
 * + − × ÷ √, fused multiply-adds and integer operations in a fixed order. Against the exact function of u,
 * the largest relative error of NORMAL is 3.7·10⁻⁷ in FLOAT32 (the whole grid) and 4.1·10⁻¹⁶ in FLOAT64 (573 points); that of EXPONENTIAL
 * is 0.86 ulp and 0.53 ulp. The 23 bits of a FLOAT32 uniform end the tails of its normal distribution at ±5.295 and let it take 2²³ values;
 * FLOAT64 reaches ±8.210.
 *
 * <p>An instance holds about 60 kB of scratch space and allocates nothing after its creation, on a processor with a fused
 * multiply-add instruction (x86 since 2013, every ARM64; elsewhere Java computes it with BigDecimal: the same bits, ten thousand times
 * slower). It is not safe for use by several threads: keep one for each.
 */
public final class HostDraws {
    private final PhiloxBlocks philox = new PhiloxBlocks();
    private final FloatDraws floats;
    private final DoubleDraws doubles;

    private HostDraws() {
        var cast = new BitCast(2 * Long.BYTES * PhiloxBlocks.CAPACITY);
        floats = new FloatDraws(cast);
        doubles = new DoubleDraws(cast);
    }

    /** {@return the calling thread's own workspace} */
    public static HostDraws ofThread() {
        return HostSamplers.inverse();
    }

    /**
     * A new workspace, for one thread.
     *
     * @return the workspace
     */
    public static HostDraws create() {
        return new HostDraws();
    }

    /**
     * Writes the elements {@code from}, …, {@code from + length − 1} of a FLOAT32 draw.
     *
     * @param kind what to draw
     * @param key the key of the draw
     * @param from the index in the draw of the first element, at least 0
     * @param target receives the elements
     * @param offset the place of the first element in {@code target}
     * @param length the number of elements, possibly 0
     * @throws IllegalArgumentException if {@code from} is negative
     * @throws IndexOutOfBoundsException if {@code offset} and {@code length} do not fit {@code target}
     */
    public void fill(DrawKind kind, RandomKey key, long from, float[] target, int offset, int length) {
        check(from, offset, length, target.length);
        long block = from / FloatDraws.PER_BLOCK;
        int skipped = (int) (from % FloatDraws.PER_BLOCK);
        int done = 0;
        while (done < length) {
            int blocks = blocksFor((long) length - done + skipped, FloatDraws.PER_BLOCK);
            long[] pairs = philox.compute(key, block, blocks, 0, Purpose.DRAW);
            float[] draws = floats.transform(kind, pairs, blocks);
            int taken = Math.min(length - done, FloatDraws.PER_BLOCK * blocks - skipped);
            System.arraycopy(draws, skipped, target, offset + done, taken);
            done += taken;
            block += blocks;
            skipped = 0;
        }
    }

    /**
     * Writes the elements {@code from}, …, {@code from + length − 1} of a FLOAT64 draw.
     *
     * @param kind what to draw
     * @param key the key of the draw
     * @param from the index in the draw of the first element, at least 0
     * @param target receives the elements
     * @param offset the place of the first element in {@code target}
     * @param length the number of elements, possibly 0
     * @throws IllegalArgumentException if {@code from} is negative
     * @throws IndexOutOfBoundsException if {@code offset} and {@code length} do not fit {@code target}
     */
    public void fill(DrawKind kind, RandomKey key, long from, double[] target, int offset, int length) {
        check(from, offset, length, target.length);
        long block = from / DoubleDraws.PER_BLOCK;
        int skipped = (int) (from % DoubleDraws.PER_BLOCK);
        int done = 0;
        while (done < length) {
            int blocks = blocksFor((long) length - done + skipped, DoubleDraws.PER_BLOCK);
            long[] pairs = philox.compute(key, block, blocks, 0, Purpose.DRAW);
            double[] draws = doubles.transform(kind, pairs, DoubleDraws.PER_BLOCK * blocks);
            int taken = Math.min(length - done, DoubleDraws.PER_BLOCK * blocks - skipped);
            System.arraycopy(draws, skipped, target, offset + done, taken);
            done += taken;
            block += blocks;
            skipped = 0;
        }
    }

    /**
     * Writes elements of a FLOAT32 Bernoulli draw: 1 where the FLOAT32 uniform u of the same key and index is less than the probability,
     * otherwise 0. Probabilities 0 and 1 are exact; others are met to 2⁻²⁴.
     *
     * @param key the key of the draw
     * @param from the index in the draw of the first element, at least 0
     * @param probability the probability of 1, from 0 to 1
     * @param target receives the elements
     * @param offset the place of the first element in {@code target}
     * @param length the number of elements, possibly 0
     * @throws IllegalArgumentException if {@code from} is negative or {@code probability} is not in [0, 1]
     * @throws IndexOutOfBoundsException if {@code offset} and {@code length} do not fit {@code target}
     */
    public void bernoulli(RandomKey key, long from, float probability, float[] target, int offset, int length) {
        checkProbability(probability);
        fill(DrawKind.UNIFORM, key, from, target, offset, length);
        floats.indicateBelow(probability, target, offset, length);
    }

    /**
     * Writes elements of a FLOAT32 Bernoulli draw, each with its own probability. The probabilities are not checked: outside [0, 1] and
     * for NaN, the result is 0 or 1.
     *
     * @param key the key of the draw
     * @param from the index in the draw of the first element, at least 0
     * @param probabilities the probabilities of 1
     * @param probabilityOffset the place of the first element's probability in {@code probabilities}
     * @param target receives the elements; not the same array as {@code probabilities}
     * @param offset the place of the first element in {@code target}
     * @param length the number of elements, possibly 0
     * @throws IllegalArgumentException if {@code from} is negative
     * @throws IndexOutOfBoundsException if an offset and {@code length} do not fit their array
     */
    public void bernoulli(
            RandomKey key,
            long from,
            float[] probabilities,
            int probabilityOffset,
            float[] target,
            int offset,
            int length) {
        Objects.checkFromIndexSize(probabilityOffset, length, probabilities.length);
        fill(DrawKind.UNIFORM, key, from, target, offset, length);
        floats.indicateBelow(probabilities, probabilityOffset, target, offset, length);
    }

    /**
     * Writes elements of a FLOAT64 Bernoulli draw: 1 where the FLOAT64 uniform u of the same key and index is less than the probability,
     * otherwise 0. Probabilities 0 and 1 are exact; others are met to 2⁻⁵³.
     *
     * @param key the key of the draw
     * @param from the index in the draw of the first element, at least 0
     * @param probability the probability of 1, from 0 to 1
     * @param target receives the elements
     * @param offset the place of the first element in {@code target}
     * @param length the number of elements, possibly 0
     * @throws IllegalArgumentException if {@code from} is negative or {@code probability} is not in [0, 1]
     * @throws IndexOutOfBoundsException if {@code offset} and {@code length} do not fit {@code target}
     */
    public void bernoulli(RandomKey key, long from, double probability, double[] target, int offset, int length) {
        checkProbability(probability);
        fill(DrawKind.UNIFORM, key, from, target, offset, length);
        doubles.indicateBelow(probability, target, offset, length);
    }

    /**
     * Writes elements of a FLOAT64 Bernoulli draw, each with its own probability. The probabilities are not checked: outside [0, 1] and
     * for NaN, the result is 0 or 1.
     *
     * @param key the key of the draw
     * @param from the index in the draw of the first element, at least 0
     * @param probabilities the probabilities of 1
     * @param probabilityOffset the place of the first element's probability in {@code probabilities}
     * @param target receives the elements; not the same array as {@code probabilities}
     * @param offset the place of the first element in {@code target}
     * @param length the number of elements, possibly 0
     * @throws IllegalArgumentException if {@code from} is negative
     * @throws IndexOutOfBoundsException if an offset and {@code length} do not fit their array
     */
    public void bernoulli(
            RandomKey key,
            long from,
            double[] probabilities,
            int probabilityOffset,
            double[] target,
            int offset,
            int length) {
        Objects.checkFromIndexSize(probabilityOffset, length, probabilities.length);
        fill(DrawKind.UNIFORM, key, from, target, offset, length);
        doubles.indicateBelow(probabilities, probabilityOffset, target, offset, length);
    }

    private static int blocksFor(long elements, int perBlock) {
        return (int) Math.min(PhiloxBlocks.CAPACITY, (elements + perBlock - 1) / perBlock);
    }

    private static void check(long from, int offset, int length, int capacity) {
        if (from < 0) {
            throw new IllegalArgumentException(
                    "draw: the first element must not be negative, but is " + from + ". Count elements from 0.");
        }
        Objects.checkFromIndexSize(offset, length, capacity);
    }

    private static void checkProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("bernoulli: the probability must be in [0, 1], but is " + probability
                    + ". Apply the sigmoid to logits first.");
        }
    }
}
