package io.surprisal.distributions.catalogue;

/** An error and how large it may be. */
interface Measurement {
    double error();

    double bound();

    /** The error in units of the last place of the value in its dtype; of the number 1 where only absolute accuracy is asked for. */
    double ulps();

    default boolean holds() {
        return error() <= bound();
    }
}
