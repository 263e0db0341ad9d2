package io.surprisal.random;

/** Fills arrays with Poisson and binomial draws. Not safe for use by several threads. */
final class CountDraws {
    private final PhiloxBlocks blocks = new PhiloxBlocks();
    private final Rejection rejection = new Rejection();

    /**
     * Writes the elements {@code from}, …, {@code to − 1} of a Poisson draw.
     *
     * @param rates in [0, {@link Domain#LARGEST_COUNT}]; element i has {@code rates[i % rates.length]}
     */
    void poisson(RandomKey key, double[] rates, double[] target, int from, int to) {
        double rate = Double.NaN;
        var sampler = Poisson.of(0);
        for (int start = from; start < to; start += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, to - start);
            long[] pairs = blocks.compute(key, start, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                int element = start + i;
                double wanted = rates[element % rates.length];
                if (wanted != rate) {
                    rate = wanted;
                    sampler = Poisson.of(rate);
                }
                target[element] = rejection.draw(sampler, key, element, pairs[2 * i], pairs[2 * i + 1]);
            }
        }
    }

    /**
     * Writes the elements {@code from}, …, {@code to − 1} of a binomial draw.
     *
     * @param trials whole, in [0, {@link Domain#LARGEST_COUNT}]; element i has {@code trials[i % trials.length]}
     * @param probabilities in [0, 1]; element i has {@code probabilities[i % probabilities.length]}
     */
    void binomial(RandomKey key, double[] trials, double[] probabilities, double[] target, int from, int to) {
        double n = Double.NaN;
        double p = Double.NaN;
        var sampler = Binomial.of(0, 0);
        for (int start = from; start < to; start += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, to - start);
            long[] pairs = blocks.compute(key, start, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                int element = start + i;
                double wantedTrials = trials[element % trials.length];
                double wantedProbability = probabilities[element % probabilities.length];
                if (wantedTrials != n || wantedProbability != p) {
                    n = wantedTrials;
                    p = wantedProbability;
                    sampler = Binomial.of(n, p);
                }
                target[element] = rejection.draw(sampler, key, element, pairs[2 * i], pairs[2 * i + 1]);
            }
        }
    }
}
