package io.surprisal.random;

/**
 * What a block of random words is used for; the tag is the fourth counter word.
 *
 * <p>Different tags give disjoint streams under one key, so that deriving a key never repeats a word of a draw.
 */
enum Purpose {
    /** Words of inverse-cdf draws: uniform, normal, exponential, Bernoulli, categorical. */
    DRAW(0),
    /** Words 0–1 of block {@code i} are the {@code i}-th key of {@link RandomKey#split(int)}. */
    SPLIT(1),
    /** Words 0–1 of block {@code i} are the key of {@link RandomKey#foldIn(long)}. */
    FOLD_IN(2),
    /** Rejection samplers: block {@code i} belongs to element {@code i}, the third counter word is the attempt. */
    REJECTION(3),
    /** The extra uniform of a gamma draw whose concentration is below one: words 0–1 of block {@code i}. */
    GAMMA_BOOST(4);

    private final int tag;

    Purpose(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }
}
