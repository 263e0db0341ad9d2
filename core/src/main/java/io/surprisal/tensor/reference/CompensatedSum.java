package io.surprisal.tensor.reference;

/**
 * Many running sums side by side, each with the rounding errors of its additions beside it: the error of a sum is below 2 ulp plus
 * a term of second order in the count. Source: Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen
 * (1974).
 */
final class CompensatedSum {
    private final double[] sums;
    private final double[] errors;

    CompensatedSum(int count) {
        sums = new double[count];
        errors = new double[count];
    }

    void add(int slot, double x) {
        double sum = sums[slot];
        double next = sum + x;
        errors[slot] += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
        sums[slot] = next;
    }

    /** Where a sum is infinite or NaN its error is NaN, and says nothing. */
    double value(int slot) {
        double sum = sums[slot];
        return Double.isFinite(sum) ? sum + errors[slot] : sum;
    }

    double[] values() {
        double[] values = new double[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i);
        }
        return values;
    }
}
