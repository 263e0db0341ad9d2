package io.surprisal.benchmarks.peers.work;

import java.util.Arrays;

/** The latest losses of a training run. */
public final class LossHistory {
    private final double[] latest = new double[VaeSizes.LAST_LOSSES];
    private int count;

    public void add(double loss) {
        latest[count++ % latest.length] = loss;
    }

    /** {@return their median, which one step that leapt does not move; NaN before the first, or where most are} */
    public double median() {
        double[] sorted = Arrays.copyOf(latest, Math.min(count, latest.length));
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
