package io.surprisal.random;

import java.util.ArrayList;
import java.util.List;

/**
 * The source of randomness of a draw: an immutable 64-bit key, always passed explicitly.
 *
 * <p>A draw is a pure function of its key: element {@code i} depends on the key and on {@code i} alone, whatever the backend, the number
 * of threads or the Java version. Use a key for one draw, and derive a new one for the next:
 *
 * <pre>{@code
 * var key = RandomKey.of(42);
 * var keys = key.split(2);            // one for the weights, one for the data
 * var step = keys.get(1).foldIn(t);   // one for every training step t
 * }</pre>
 *
 * <p>Two draws of the same kind under the same key are equal, and draws of different kinds under the same key are dependent.
 *
 * <p>Keys are the keys of the counter-based generator Philox4x32-10. Derived keys are the words 0 and 1 of the block whose counter is
 * (low half of {@code i}, high half of {@code i}, 0, tag), where the tag is 1 for {@link #split(int)} and 2 for {@link #foldIn(long)};
 * draws take other tags (see the package description). Derived keys are distinct from each other with the probability of 64-bit random
 * numbers: among 10⁶ keys, two are equal with probability 3·10⁻⁸. The generator is not meant for cryptography.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC
 *     2011)</a>
 */
public final class RandomKey {
    private final long seed;

    private RandomKey(long seed) {
        this.seed = seed;
    }

    /**
     * The key of a seed. Every seed is valid, and different seeds give different, unrelated streams.
     *
     * @param seed the 64 bits of the key
     * @return the key
     */
    public static RandomKey of(long seed) {
        return new RandomKey(seed);
    }

    /**
     * Two new keys, for two independent draws: {@code split(2)}.
     *
     * @return an immutable list of two keys
     */
    public List<RandomKey> split() {
        return split(2);
    }

    /**
     * New keys for independent draws. The first keys of {@code split(n)} are the keys of {@code split(m)} for every {@code m < n}.
     *
     * @param count the number of keys, at least 1
     * @return an immutable list of {@code count} keys
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public List<RandomKey> split(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "split: the number of keys must be at least 1, but is " + count + ". Ask for one key or more.");
        }
        var keys = new ArrayList<RandomKey>(count);
        var philox = new Philox4x32();
        for (int i = 0; i < count; i++) {
            keys.add(derived(philox, i, Purpose.SPLIT));
        }
        return List.copyOf(keys);
    }

    /**
     * The key that belongs to a number, such as a step, an epoch or a layer: a cheap way to have a key per iteration of a loop.
     *
     * @param data any number; different numbers give independent keys
     * @return the derived key
     */
    public RandomKey foldIn(long data) {
        return derived(new Philox4x32(), data, Purpose.FOLD_IN);
    }

    /**
     * A key for what has a name.
     *
     * @param name any text; its length and then its characters, four at a time, are folded in
     * @return a key that differs from that of every other name with the probability of random numbers
     */
    public RandomKey foldIn(String name) {
        RandomKey key = foldIn(name.length());
        for (int i = 0; i < name.length(); i += Long.BYTES / Character.BYTES) {
            long word = 0;
            for (int j = i; j < Math.min(i + Long.BYTES / Character.BYTES, name.length()); j++) {
                word = word << Character.SIZE | name.charAt(j);
            }
            key = key.foldIn(word);
        }
        return key;
    }

    private RandomKey derived(Philox4x32 philox, long block, Purpose purpose) {
        philox.compute(this, block, 0, purpose);
        return new RandomKey(philox.firstPair());
    }

    /**
     * The 64 bits of this key: {@code RandomKey.of(key.seed())} equals {@code key}, so a checkpoint stores this number.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * The first key word of Philox4x32: the low half of the seed.
     *
     * @return 32 bits
     */
    public int word0() {
        return (int) seed;
    }

    /**
     * The second key word of Philox4x32: the high half of the seed.
     *
     * @return 32 bits
     */
    public int word1() {
        return (int) (seed >>> 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RandomKey that && seed == that.seed;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seed);
    }

    /** The key as {@code RandomKey[0x…]}, its seed in hexadecimal. */
    @Override
    public String toString() {
        return String.format("RandomKey[0x%016x]", seed);
    }
}
