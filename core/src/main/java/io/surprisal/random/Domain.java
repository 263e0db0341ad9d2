package io.surprisal.random;

/** What a parameter's elements must be, as a test and in words. */
enum Domain {
    /** A probability, its ends included. */
    PROBABILITY("in [0, 1]"),
    /** A concentration. */
    POSITIVE("positive and finite"),
    /** An expected count, up to where counts are no longer all doubles. */
    RATE("in [0, 2⁵³]"),
    /** A count that is a double. */
    COUNT("whole and in [0, 2⁵³]");

    /** Counts beyond it are not all doubles. */
    static final double LARGEST_COUNT = 0x1p53;

    private final String rule;

    Domain(String rule) {
        this.rule = rule;
    }

    /** The rule in words, after "must be". */
    String rule() {
        return rule;
    }

    /** False for NaN. */
    boolean holds(double x) {
        return switch (this) {
            case PROBABILITY -> x >= 0 && x <= 1;
            case POSITIVE -> x > 0 && x < Double.POSITIVE_INFINITY;
            case RATE -> x >= 0 && x <= LARGEST_COUNT;
            case COUNT -> x >= 0 && x <= LARGEST_COUNT && x == Math.rint(x);
        };
    }
}
