package io.surprisal.benchmarks.soak;

/**
 * What the child answers.
 *
 * @param before the state after warm-up
 * @param after the state at the end
 * @param finite whether the last loss was finite
 */
record SoakResult(SoakState before, SoakState after, boolean finite) {
    private static final long ALLOWED_BYTES = 10_000_000;

    /** {@return how far resident memory moved, in bytes; positive is growth} */
    long movedBytes() {
        return after.residentBytes() - before.residentBytes();
    }

    /** {@return whether memory stayed where it was, no array was left behind, and the training was one} */
    boolean steady() {
        return Math.abs(movedBytes()) <= ALLOWED_BYTES && after.liveArrays() == before.liveArrays() && finite;
    }
}
