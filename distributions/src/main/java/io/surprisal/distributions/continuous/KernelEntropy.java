package io.surprisal.distributions.continuous;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/**
 * The entropy −Σ wᵢ E[log p(vᵢ + hZ)] of a mixture of normal distributions of one scale h, where Z is standard normal: expectations by the
 * trapezoidal rule with step 1/12, which is exact to 1e-16 for so smooth a function on the whole line. (Its singularities, where p is 0 in the complex
 * plane, are nearest to the line between distant values, where p is small.)
 */
final class KernelEntropy {
    /** Steps on either side of 0, to where the normal density is 1e-18. */
    private static final int STEPS = 108;

    private static final double STEP = 1.0 / 12;

    /** Elements of the largest tensor in use, beyond which fewer nodes are taken at once. */
    private static final int ELEMENTS = 1 << 20;

    private KernelEntropy() {}

    /**
     * The entropies of a batch.
     *
     * @param kernels the mixtures
     * @param batch their batch shape
     */
    static Tensor of(KernelTails kernels, Shape batch) {
        int count = kernels.values().shape().dim(-1);
        Shape rows = batch.then(Shape.of(count));
        Tensor values = first(kernels.values().broadcastTo(rows));
        Tensor weights = first(kernels.weights().broadcastTo(rows));
        // From each value, to which z is added: the sum vᵢ + hz would lose the digits of a small h.
        Tensor distances = kernels.standardised(values);
        long elements = (long) rows.size() * count;
        int atOnce = (int) Math.max(1, ELEMENTS / Math.max(1, elements));
        Tensor entropy = values.backend().zeros(batch, values.dtype());
        for (int from = -STEPS; from <= STEPS; from += atOnce) {
            double[] z = nodes(from, Math.min(STEPS, from + atOnce - 1));
            Tensor logDensity = kernels.logDensityAt(distances.plus(column(values, z, batch.rank() + 3)));
            Tensor masses = column(values, masses(z), batch.rank() + 2);
            entropy = entropy.minus(logDensity.times(weights).times(masses).sum(0, 1));
        }
        return entropy.div(kernels.total());
    }

    /** [batch…, n] as [n, batch…]. */
    private static Tensor first(Tensor rows) {
        int rank = rows.shape().rank();
        int[] axes = new int[rank];
        axes[0] = rank - 1;
        for (int i = 1; i < rank; i++) {
            axes[i] = i - 1;
        }
        return rows.transpose(axes);
    }

    private static double[] nodes(int from, int to) {
        double[] z = new double[to - from + 1];
        for (int i = 0; i < z.length; i++) {
            z[i] = (from + i) * STEP;
        }
        return z;
    }

    private static double[] masses(double[] z) {
        double[] masses = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            masses[i] = STEP * Math.exp(-0.5 * z[i] * z[i] - MillsRatio.HALF_LOG_TWO_PI);
        }
        return masses;
    }

    /** The numbers along the first of so many axes. */
    private static Tensor column(Tensor like, double[] numbers, int rank) {
        int[] dims = new int[rank];
        Arrays.fill(dims, 1);
        dims[0] = numbers.length;
        return like.backend().of(HostArray.wrap(numbers, Shape.of(dims)));
    }
}
