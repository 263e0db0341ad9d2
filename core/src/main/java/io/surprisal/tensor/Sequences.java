package io.surprisal.tensor;

/** The elements of the tensors that {@link Backend} makes of a few numbers. */
final class Sequences {
    private Sequences() {}

    /** 0, 1, …, {@code count} − 1. */
    static long[] counting(int count) {
        long[] elements = new long[count];
        for (int i = 0; i < count; i++) {
            elements[i] = i;
        }
        return elements;
    }

    /** From {@code first} to {@code last}, both exact, also where one is infinite. */
    static double[] evenlySpaced(double first, double last, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("linspace: " + count + " points have no spacing. Ask for at least 2.");
        }
        double[] elements = new double[count];
        for (int i = 1; i < count - 1; i++) {
            double t = (double) i / (count - 1);
            elements[i] = first * (1 - t) + last * t;
        }
        elements[0] = first;
        elements[count - 1] = last;
        return elements;
    }

    /** The identity matrix of n rows. */
    static double[] identity(int n) {
        double[] elements = new double[Shape.of(n, n).size()];
        for (int i = 0; i < n; i++) {
            elements[i * n + i] = 1;
        }
        return elements;
    }
}
