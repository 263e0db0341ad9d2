package io.surprisal.benchmarks.peers.work;

import java.util.Random;

/** The numbers that both engines start from, the same in every process. */
public final class Inputs {
    /** Chance of a lit pixel where the template is dark; 1 − it where the template is lit. */
    private static final double FLIP = 0.1;

    private static final int TEMPLATES = 10;
    private static final long SEED = 20_251_001;

    private Inputs() {}

    /** {@return uniform numbers of (0.1, 4), where exp, log and softplus all do their ordinary work} */
    public static float[] positive(int count) {
        Random random = new Random(SEED);
        float[] elements = new float[count];
        for (int i = 0; i < count; i++) {
            elements[i] = 0.1f + 3.9f * random.nextFloat();
        }
        return elements;
    }

    /** {@return normal numbers of this standard deviation} */
    public static float[] normal(long stream, int count, double deviation) {
        Random random = new Random(SEED + stream);
        float[] elements = new float[count];
        for (int i = 0; i < count; i++) {
            elements[i] = (float) (deviation * random.nextGaussian());
        }
        return elements;
    }

    /**
     * {@return binary images, row by row: ten random templates with a tenth of the pixels flipped, so that there is something to learn
     * and a floor under the loss: a memorised batch would drive it into denormal numbers, which cost time of their own}
     */
    public static float[] images(int batch, int count, int pixels) {
        float[] elements = templates(count, pixels);
        Random random = new Random(SEED + 1 + batch);
        for (int i = 0; i < elements.length; i++) {
            boolean lit = elements[i] != 0;
            elements[i] = lit ^ random.nextDouble() < FLIP ? 1 : 0;
        }
        return elements;
    }

    /** {@return the templates of such images, without the noise} */
    public static float[] templates(int count, int pixels) {
        Random random = new Random(SEED);
        boolean[][] template = new boolean[TEMPLATES][pixels];
        for (boolean[] row : template) {
            for (int i = 0; i < pixels; i++) {
                row[i] = random.nextBoolean();
            }
        }
        float[] elements = new float[count * pixels];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = template[i / pixels % TEMPLATES][i % pixels] ? 1 : 0;
        }
        return elements;
    }

    /** {@return a matrix with rows and columns exchanged} */
    public static float[] transposed(float[] matrix, int rows, int columns) {
        float[] elements = new float[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            elements[i % columns * rows + i / columns] = matrix[i];
        }
        return elements;
    }

    /** {@return uniform numbers of (0, 1)} */
    public static double[] probabilities(int count) {
        Random random = new Random(SEED);
        double[] elements = new double[count];
        for (int i = 0; i < count; i++) {
            elements[i] = random.nextDouble();
        }
        return elements;
    }

    /** {@return the same numbers in double precision} */
    public static double[] doubles(float[] elements) {
        double[] same = new double[elements.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = elements[i];
        }
        return same;
    }

    /** {@return the mean of their squares} */
    public static double meanSquare(double[] elements) {
        double sum = 0;
        for (double element : elements) {
            sum += element * element;
        }
        return sum / elements.length;
    }
}
