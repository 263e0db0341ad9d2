package io.surprisal.random;

/** Fills arrays with Poisson and binomial draws. Not safe for use by several threads. */
final class CountDraws {
    private final PhiloxBlocks blocks = new PhiloxBlocks();
    private final Rejection rejection = new Rejection();

    /**
     * Writes the elements {@code from}, …, {@code from + target.length − 1} of a Poisson draw.
     *
     * @param rates in [0, {@link Domain#LARGEST_COUNT}]; element i has {@code rates[i % rates.length]}
     */
    void poisson(RandomKey key, long from, double[] rates, double[] target) {
        double rate = Double.NaN;
        var sampler = Poisson.of(0);
        for (int start = 0; start < target.length; start += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, target.length - start);
            long[] pairs = blocks.compute(key, from + start, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                long element = from + start + i;
                double wanted = rates[(int) (element % rates.length)];
                if (wanted != rate) {
                    rate = wanted;
                    sampler = Poisson.of(rate);
                }
                target[start + i] = rejection.draw(sampler, key, element, pairs[2 * i], pairs[2 * i + 1]);
            }
        }
    }

    /**
     * Writes the elements {@code from}, …, {@code from + target.length − 1} of a binomial draw.
     *
     * @param trials whole, in [0, {@link Domain#LARGEST_COUNT}]; element i has {@code trials[i % trials.length]}
     * @param probabilities in [0, 1]; element i has {@code probabilities[i % probabilities.length]}
     */
    void binomial(RandomKey key, long from, double[] trials, double[] probabilities, double[] target) {
        double n = Double.NaN;
        double p = Double.NaN;
        var sampler = Binomial.of(0, 0);
        for (int start = 0; start < target.length; start += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, target.length - start);
            long[] pairs = blocks.compute(key, from + start, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                long element = from + start + i;
                double wantedTrials = trials[(int) (element % trials.length)];
                double wantedProbability = probabilities[(int) (element % probabilities.length)];
                if (wantedTrials != n || wantedProbability != p) {
                    n = wantedTrials;
                    p = wantedProbability;
                    sampler = Binomial.of(n, p);
                }
                target[start + i] = rejection.draw(sampler, key, element, pairs[2 * i], pairs[2 * i + 1]);
            }
        }
    }
}
