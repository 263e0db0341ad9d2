package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountDrawsTest {
    private static final int DRAWS = 100_000;
    private static final RandomKey KEY = RandomKey.of(77);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 9.99, 10, 14.5, 200})
    void poissonAgreesWithItsProbabilities(double rate) {
        double[] draws = poisson(DRAWS, rate);
        int cells = (int) Arrays.stream(draws).max().orElseThrow() + 1;
        double[] probabilities = IntStream.range(0, cells)
                .mapToDouble(k -> Math.exp(k * Math.log(rate) - rate - LogGamma.value(k + 1)))
                .toArray();
        ChiSquare.assertAgrees(counts(draws, cells), probabilities);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1e7})
    void poissonOfLargeRatesFollowsItsCdf(double rate) {
        CdfAgreement.assertDiscrete(poisson(DRAWS, rate), k -> RegularizedGamma.Q.value(k + 1, rate));
    }

    @Test
    void poissonOfTheLargestRateKeepsItsMeanAndVariance() {
        double rate = Domain.LARGEST_COUNT;
        double[] z = Arrays.stream(poisson(DRAWS, rate))
                .map(k -> (k - rate) / Math.sqrt(rate))
                .toArray();
        CdfAgreement.assertContinuous(z, x -> Erfc.value(-x / Math.sqrt(2)) / 2);
    }

    @Test
    void poissonOfRateZeroIsZero() {
        assertThat(poisson(1_000, 0)).containsOnly(0);
        assertThat(poisson(1_000, Double.MIN_VALUE)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "10, 0.5", "50, 0.02", "50, 0.98", "100, 0.1", "100, 0.3", "40, 0.75", "1000, 0.5"})
    void binomialAgreesWithItsProbabilities(int trials, double probability) {
        double[] draws = binomial(DRAWS, trials, probability);
        double[] probabilities = IntStream.rangeClosed(0, trials)
                .mapToDouble(k -> Math.exp(LogGamma.value(trials + 1)
                        - LogGamma.value(k + 1)
                        - LogGamma.value(trials - k + 1)
                        + k * Math.log(probability)
                        + (trials - k) * Math.log1p(-probability)))
                .toArray();
        ChiSquare.assertAgrees(counts(draws, trials + 1), probabilities);
    }

    @Test
    void binomialOfManyTrialsFollowsItsCdf() {
        double trials = 1e9;
        double p = 1e-5;
        CdfAgreement.assertDiscrete(binomial(DRAWS, trials, p), k -> RegularizedBeta.complement(p, k + 1, trials - k));
    }

    @Test
    void binomialIsExactAtTheEdges() {
        assertThat(binomial(1_000, 0, 0.4)).containsOnly(0);
        assertThat(binomial(1_000, 12, 0)).containsOnly(0);
        assertThat(binomial(1_000, 12, 1)).containsOnly(12);
        assertThat(binomial(1_000, Domain.LARGEST_COUNT, 1)).containsOnly(Domain.LARGEST_COUNT);
    }

    @Test
    void elementsDependOnTheirIndexAndTheirParametersAlone() {
        double[] rates = {0.3, 20, 5, 1e5};
        double[] trials = {10, 1_000};
        double[] probabilities = {0.4, 0.7, 0.01};
        var poisson = new double[1_000];
        new CountDraws().poisson(KEY, rates, 0, poisson, 0, poisson.length);
        var binomial = new double[1_000];
        new CountDraws().binomial(KEY, trials, probabilities, 0, binomial, 0, binomial.length);
        for (int piece : new int[] {1, 7, 256, 300}) {
            var pieces = new double[1_000];
            var otherPieces = new double[1_000];
            for (int from = 0; from < 1_000; from += piece) {
                int to = Math.min(from + piece, 1_000);
                new CountDraws().poisson(KEY, rates, from, pieces, from, to - from);
                new CountDraws().binomial(KEY, trials, probabilities, from, otherPieces, from, to - from);
            }
            assertThat(pieces).isEqualTo(poisson);
            assertThat(otherPieces).isEqualTo(binomial);
        }
    }

    @Test
    void acceptsAtLeastHalfTheCandidates() {
        for (double mean : new double[] {10, 11, 15, 30, 100, 1e6, 1e15}) {
            assertThat(acceptance(Poisson.of(mean))).as("Poisson(%s)", mean).isGreaterThan(0.5);
        }
        assertThat(acceptance(Binomial.of(20, 0.5))).isGreaterThan(0.5);
        assertThat(acceptance(Binomial.of(1_000, 0.01))).isGreaterThan(0.5);
        assertThat(acceptance(Binomial.of(1e12, 0.3))).isGreaterThan(0.5);
    }

    @Test
    void neverHangsOnASamplerThatRejectsEverything() {
        var attempts = new int[1];
        var hopeless = new Rejection.Sampler() {
            @Override
            public double candidate(long first, long second) {
                attempts[0]++;
                return Double.NaN;
            }

            @Override
            public double fallback() {
                return 3;
            }
        };
        assertThat(new Rejection().draw(hopeless, KEY, 0, 1, 2)).isEqualTo(3);
        assertThat(attempts[0]).isEqualTo(Rejection.ATTEMPTS);
    }

    @Test
    void fallbacksAreWholeNumbersNearTheMean() {
        assertThat(Poisson.of(3.7).fallback()).isEqualTo(3);
        assertThat(Poisson.of(50.2).fallback()).isEqualTo(50);
        assertThat(Binomial.of(10, 0.25).fallback()).isEqualTo(2);
        assertThat(Binomial.of(100, 0.4).fallback()).isEqualTo(40);
        assertThat(Binomial.of(100, 0.6).fallback()).isEqualTo(60);
    }

    private static double acceptance(Rejection.Sampler sampler) {
        int accepted = 0;
        var philox = new Philox4x32();
        for (int i = 0; i < 20_000; i++) {
            philox.compute(KEY, i, 0, Purpose.REJECTION);
            accepted += Double.isNaN(sampler.candidate(philox.firstPair(), philox.secondPair())) ? 0 : 1;
        }
        return accepted / 20_000.0;
    }

    private static double[] poisson(int n, double rate) {
        var target = new double[n];
        new CountDraws().poisson(KEY, new double[] {rate}, 0, target, 0, target.length);
        return target;
    }

    private static double[] binomial(int n, double trials, double probability) {
        var target = new double[n];
        new CountDraws().binomial(KEY, new double[] {trials}, new double[] {probability}, 0, target, 0, target.length);
        return target;
    }

    private static long[] counts(double[] draws, int cells) {
        var counts = new long[cells];
        for (double k : draws) {
            counts[(int) k]++;
        }
        return counts;
    }
}
