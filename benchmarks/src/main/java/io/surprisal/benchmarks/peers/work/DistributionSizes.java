package io.surprisal.benchmarks.peers.work;

/** The distributions that all engines compute with, and at how many points. */
public final class DistributionSizes {
    /** Points or draws. */
    public static final int COUNT = 1_000_000;

    /** Of the normal distribution. */
    public static final double MEAN = 0.5;

    public static final double SCALE = 2;
    /** Of the beta distribution. */
    public static final double ALPHA = 2.5;

    public static final double BETA = 4;
    /** Of the gamma distribution, whose rate is 1. */
    public static final double CONCENTRATION = 2.5;
    /** Of the multivariate normal distribution. */
    public static final int DIMENSION = 32;

    private static final int CATEGORIES = 10;

    private DistributionSizes() {}

    /** {@return the probabilities of the categories, each a little larger than the one before} */
    public static double[] probabilities() {
        double[] probabilities = new double[CATEGORIES];
        for (int i = 0; i < CATEGORIES; i++) {
            probabilities[i] = (i + 1) / (0.5 * CATEGORIES * (CATEGORIES + 1));
        }
        return probabilities;
    }

    /** {@return a lower triangular matrix of [d, d], with 1 in the diagonal and small numbers below} */
    public static float[] factor() {
        float[] elements = Inputs.normal(2, DIMENSION * DIMENSION, 0.1);
        for (int i = 0; i < DIMENSION; i++) {
            elements[i * DIMENSION + i] = 1;
            for (int j = i + 1; j < DIMENSION; j++) {
                elements[i * DIMENSION + j] = 0;
            }
        }
        return elements;
    }
}
