package io.surprisal.examples.distributions;

/**
 * How far the empirical distribution of a sample is from a cdf: the largest distance between the two anywhere, which is the statistic of
 * Kolmogorov and Smirnov.
 *
 * @param distance the largest distance
 * @param bound what the distance of a right sampler exceeds with probability at most 10⁻⁶
 */
record CdfGap(double distance, double bound) {
    /** How often a right sampler may be suspected. */
    private static final double FALSE_ALARM_RATE = 1e-6;

    /** Dvoretzky, Kiefer and Wolfowitz: P(distance &gt; ε) ≤ 2 exp(−2nε²), whatever the distribution is. */
    static CdfGap of(double[] sorted, Specimen specimen) {
        int n = sorted.length;
        double[] cdf = specimen.cdf(sorted);
        double[] masses = specimen.isDiscrete() ? specimen.densities(sorted) : new double[n];
        double distance = 0;
        int from = 0;
        for (int to = 1; to <= n; to++) {
            if (to == n || sorted[to] != sorted[from]) {
                double before = Math.abs((double) from / n - (cdf[from] - masses[from]));
                double after = Math.abs((double) to / n - cdf[from]);
                distance = Math.max(distance, Math.max(before, after));
                from = to;
            }
        }
        return new CdfGap(distance, Math.sqrt(Math.log(2 / FALSE_ALARM_RATE) / (2.0 * n)));
    }

    boolean holds() {
        return distance <= bound;
    }
}
