package io.surprisal.optim;

/** A loss and its gradient at a point. */
@SuppressWarnings("ArrayRecordComponent") // Points are never compared.
record LossPoint(double[] x, double value, double[] gradient) {
    boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(largestSlope());
    }

    /** The largest |∂f/∂xᵢ|; NaN where one is NaN. */
    double largestSlope() {
        double largest = 0;
        for (double slope : gradient) {
            largest = Math.max(largest, Math.abs(slope));
        }
        return largest;
    }

    /** f′ along a direction. */
    double slope(double[] direction) {
        return dot(gradient, direction);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
