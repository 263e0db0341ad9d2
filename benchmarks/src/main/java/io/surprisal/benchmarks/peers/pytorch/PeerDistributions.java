package io.surprisal.benchmarks.peers.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.surprisal.benchmarks.peers.work.DistributionSizes;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.Work;

/**
 * What {@code torch.distributions} computes, with what DJL reaches and fewer passes: into the one array that each run makes. DJL reaches
 * none of PyTorch's gamma and multinomial draws and triangular solutions, and PyTorch has no incomplete beta function.
 */
public final class PeerDistributions {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private PeerDistributions() {}

    /** {@return −(x − μ)²/2σ² − log σ − ½ log 2π} */
    public static Work normalLogProb(DataType dtype) {
        double precision = 1 / (DistributionSizes.SCALE * DistributionSizes.SCALE);
        double constant = Math.log(DistributionSizes.SCALE) + HALF_LOG_TWO_PI;
        return new PeerArrays(manager -> {
            NDArray x =
                    manager.create(Inputs.normal(0, DistributionSizes.COUNT, 1)).toType(dtype, false);
            return () -> {
                NDArray y = x.sub(DistributionSizes.MEAN);
                return y.muli(y).muli(-0.5 * precision).subi(constant);
            };
        });
    }

    /** {@return −½|(x − μ)L⁻ᵀ|² − ½ d log 2π; the diagonal of L is 1} L⁻ᵀ is known before. */
    public static Work multivariateNormalLogProb() {
        int d = DistributionSizes.DIMENSION;
        return new PeerArrays(manager -> {
            NDArray mean = manager.create(Inputs.normal(1, d, 1));
            NDArray inverse = manager.create(DistributionSizes.factor(), new Shape(d, d))
                    .inverse()
                    .transpose();
            NDArray x = manager.create(
                    Inputs.normal(0, DistributionSizes.COUNT * d, 1), new Shape(DistributionSizes.COUNT, d));
            int[] lastAxis = {1};
            return () -> {
                try (NDArray difference = x.sub(mean);
                        NDArray z = difference.matMul(inverse)) {
                    return z.muli(z).sum(lastAxis).muli(-0.5).subi(d * HALF_LOG_TWO_PI);
                }
            };
        });
    }
}
