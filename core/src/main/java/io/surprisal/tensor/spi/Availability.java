package io.surprisal.tensor.spi;

/** Whether a backend can be opened here, and if not, why. */
public sealed interface Availability {
    /**
     * It can be opened.
     *
     * @param detail what was found, in words; may be empty
     */
    record Available(String detail) implements Availability {}

    /**
     * It cannot.
     *
     * @param reason why not, as part of a sentence: {@code no NVIDIA driver found (libcuda.so.1)}
     * @param nextStep what to do about it, as a sentence
     */
    record Unavailable(String reason, String nextStep) implements Availability {}
}
