package io.surprisal.benchmarks.peers.ours;

import io.surprisal.benchmarks.peers.work.DistributionSizes;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.Work;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Function;

/** Log-probabilities, probabilities and draws of this library's distributions, as their users ask for them. */
public final class OurDistributions {
    private OurDistributions() {}

    /** {@return log-densities of the normal distribution} */
    public static Work normalLogProb(DType dtype) {
        return new OurTensors(backend -> {
            Normal normal = Normal.of(
                    backend.scalar(DistributionSizes.MEAN, dtype), backend.scalar(DistributionSizes.SCALE, dtype));
            Tensor x = backend.of(Inputs.normal(0, DistributionSizes.COUNT, 1)).cast(dtype);
            return run -> normal.logProb(x);
        });
    }

    /** {@return cumulative probabilities of the beta distribution} */
    public static Work betaCdf() {
        return new OurTensors(backend -> {
            Beta beta = Beta.of(number(backend, DistributionSizes.ALPHA), number(backend, DistributionSizes.BETA));
            Tensor x = backend.of(Inputs.probabilities(DistributionSizes.COUNT));
            return run -> beta.cdf(x);
        });
    }

    /** {@return draws of the gamma distribution} */
    public static Work gammaDraws() {
        return draws(backend -> Gamma.of(number(backend, DistributionSizes.CONCENTRATION), number(backend, 1)));
    }

    /** {@return draws of category numbers} */
    public static Work categoricalDraws() {
        return draws(backend -> Categorical.of(backend.of(DistributionSizes.probabilities())));
    }

    private static Work draws(Function<Backend, Distribution> distribution) {
        RandomKey key = RandomKey.of(1);
        return new OurTensors(backend -> {
            Distribution drawn = distribution.apply(backend);
            return run -> drawn.sample(key.foldIn(run), Shape.of(DistributionSizes.COUNT));
        });
    }

    /** {@return log-densities of a multivariate normal distribution that is given by its Cholesky factor} */
    public static Work multivariateNormalLogProb() {
        int d = DistributionSizes.DIMENSION;
        return new OurTensors(backend -> {
            MultivariateNormal normal = MultivariateNormal.fromCholesky(
                    backend.of(Inputs.normal(1, d, 1)), backend.of(DistributionSizes.factor(), d, d));
            Tensor x = backend.of(Inputs.normal(0, DistributionSizes.COUNT * d, 1), DistributionSizes.COUNT, d);
            return run -> normal.logProb(x);
        });
    }

    private static Tensor number(Backend backend, double value) {
        return backend.scalar(value, DType.FLOAT64);
    }
}
