package io.surprisal.benchmarks.peers;

/** The latest losses of a training run. */
final class LossHistory {
    private final double[] latest = new double[VaeSizes.LAST_LOSSES];
    private int count;

    void add(double loss) {
        latest[count++ % latest.length] = loss;
    }

    /** {@return their mean; NaN before the first} */
    double mean() {
        int present = Math.min(count, latest.length);
        double sum = 0;
        for (int i = 0; i < present; i++) {
            sum += latest[i];
        }
        return sum / present;
    }
}
