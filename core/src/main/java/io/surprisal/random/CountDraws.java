package io.surprisal.random;

/** Fills arrays with Poisson and binomial draws. Not safe for use by several threads. */
final class CountDraws {
    private final PhiloxBlocks blocks = new PhiloxBlocks();
    private final Rejection rejection = new Rejection();

    /**
     * Writes the elements {@code from}, …, {@code from + length − 1} of a Poisson draw.
     *
     * @param rates in [0, {@link Domain#LARGEST_COUNT}]; element i has {@code rates[i % rates.length]}
     * @param target receives the elements from {@code offset} on
     */
    void poisson(RandomKey key, double[] rates, int from, double[] target, int offset, int length) {
        double rate = Double.NaN;
        var sampler = Poisson.of(0);
        for (int done = 0; done < length; done += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, length - done);
            long[] pairs = blocks.compute(key, from + done, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                int element = from + done + i;
                double wanted = rates[element % rates.length];
                if (wanted != rate) {
                    rate = wanted;
                    sampler = Poisson.of(rate);
                }
                target[offset + done + i] = rejection.draw(sampler, key, element, pairs[2 * i], pairs[2 * i + 1]);
            }
        }
    }

    /**
     * Writes the elements {@code from}, …, {@code from + length − 1} of a binomial draw.
     *
     * @param trials whole, in [0, {@link Domain#LARGEST_COUNT}]; element i has {@code trials[i % trials.length]}
     * @param probabilities in [0, 1]; element i has {@code probabilities[i % probabilities.length]}
     * @param target receives the elements from {@code offset} on
     */
    void binomial(
            RandomKey key, double[] trials, double[] probabilities, int from, double[] target, int offset, int length) {
        double n = Double.NaN;
        double p = Double.NaN;
        var sampler = Binomial.of(0, 0);
        for (int done = 0; done < length; done += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, length - done);
            long[] pairs = blocks.compute(key, from + done, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                int element = from + done + i;
                double wantedTrials = trials[element % trials.length];
                double wantedProbability = probabilities[element % probabilities.length];
                if (wantedTrials != n || wantedProbability != p) {
                    n = wantedTrials;
                    p = wantedProbability;
                    sampler = Binomial.of(n, p);
                }
                target[offset + done + i] = rejection.draw(sampler, key, element, pairs[2 * i], pairs[2 * i + 1]);
            }
        }
    }
}
