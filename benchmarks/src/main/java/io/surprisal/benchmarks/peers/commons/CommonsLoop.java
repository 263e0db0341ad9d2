package io.surprisal.benchmarks.peers.commons;

import io.surprisal.benchmarks.peers.work.DistributionSizes;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.Work;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** A plain loop that fills an array with numbers of Commons Statistics or Commons RNG, on one thread as they are. */
public final class CommonsLoop implements Work {
    private static final long SEED = 1;

    private final double[] results = new double[DistributionSizes.COUNT];
    private final Fill fill;

    /** Computes all elements. */
    @FunctionalInterface
    private interface Fill {
        void into(double[] results);
    }

    private CommonsLoop(Fill fill) {
        this.fill = fill;
    }

    /** {@return log-densities of the normal distribution} */
    public static CommonsLoop normalLogProb() {
        NormalDistribution normal = NormalDistribution.of(DistributionSizes.MEAN, DistributionSizes.SCALE);
        return function(Inputs.doubles(Inputs.normal(0, DistributionSizes.COUNT, 1)), normal::logDensity);
    }

    /** {@return cumulative probabilities of the beta distribution} */
    public static CommonsLoop betaCdf() {
        BetaDistribution beta = BetaDistribution.of(DistributionSizes.ALPHA, DistributionSizes.BETA);
        return function(Inputs.probabilities(DistributionSizes.COUNT), beta::cumulativeProbability);
    }

    /** {@return draws of the gamma distribution} */
    public static CommonsLoop gammaDraws() {
        SharedStateContinuousSampler sampler =
                AhrensDieterMarsagliaTsangGammaSampler.of(generator(), DistributionSizes.CONCENTRATION, 1);
        return draws(sampler::sample);
    }

    /** {@return draws of category numbers} */
    public static CommonsLoop categoricalDraws() {
        SharedStateDiscreteSampler sampler =
                AliasMethodDiscreteSampler.of(generator(), DistributionSizes.probabilities());
        return draws(sampler::sample);
    }

    private static UniformRandomProvider generator() {
        return RandomSource.XO_SHI_RO_256_PP.create(SEED);
    }

    private static CommonsLoop function(double[] x, DoubleUnaryOperator function) {
        return new CommonsLoop(results -> {
            for (int i = 0; i < results.length; i++) {
                results[i] = function.applyAsDouble(x[i]);
            }
        });
    }

    private static CommonsLoop draws(DoubleSupplier sampler) {
        return new CommonsLoop(results -> {
            for (int i = 0; i < results.length; i++) {
                results[i] = sampler.getAsDouble();
            }
        });
    }

    @Override
    public void run() {
        fill.into(results);
    }

    @Override
    public double result() {
        run();
        return Inputs.meanSquare(results);
    }

    @Override
    public void close() {
        // The arrays are the collector's.
    }
}
