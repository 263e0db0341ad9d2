package io.surprisal.benchmarks.peers.work;

/** A piece of work on one engine, set up and ready to be done again and again. */
public interface Work extends AutoCloseable {
    /** Does it once. What it computes is complete when this returns. */
    void run();

    /**
     * {@return a number computed from the work's latest result, which both engines must agree about: the final loss of training, a
     * mean of squares otherwise}
     */
    double result();

    @Override
    void close();
}
