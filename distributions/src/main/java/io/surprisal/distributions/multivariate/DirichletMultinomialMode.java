package io.surprisal.distributions.multivariate;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/**
 * The most likely Dirichlet-multinomial counts. One more in a count x multiplies the probability by (x + α)/(x + 1), which falls with x where α ≥ 1:
 * among such counts each draw goes to where it multiplies by most. Where α &lt; 1 it rises, so that of two such counts it is better to give all to
 * one: at most one of them is not 0, and how much it has is tried out.
 */
final class DirichletMultinomialMode {
    private final double[] alpha;
    private final int trials;

    private DirichletMultinomialMode(double[] alpha, int trials) {
        this.alpha = alpha;
        this.trials = trials;
    }

    static Tensor of(Tensor trials, Tensor concentration, Shape batch) {
        int k = concentration.shape().dim(-1);
        double[] n = trials.broadcastTo(batch).toDoubles();
        double[] alpha = concentration.broadcastTo(batch.then(Shape.of(k))).toDoubles();
        double[] counts = new double[alpha.length];
        for (int i = 0; i < n.length; i++) {
            double[] row = Arrays.copyOfRange(alpha, i * k, (i + 1) * k);
            System.arraycopy(new DirichletMultinomialMode(row, (int) n[i]).counts(), 0, counts, i * k, k);
        }
        return trials.backend().of(HostArray.wrap(counts, batch.then(Shape.of(k))));
    }

    private double[] counts() {
        boolean isSpread = Arrays.stream(alpha).anyMatch(a -> a >= 1);
        double[] ofSpread = new double[trials + 1];
        double[] spread = isSpread ? spread(trials, ofSpread) : new double[alpha.length];
        double most = isSpread ? ofSpread[trials] : Double.NEGATIVE_INFINITY;
        int best = -1;
        int held = 0;
        // From the last on, so that of equal ones the least is found.
        for (int i = alpha.length - 1; i >= 0; i--) {
            double log = 0;
            for (int x = 1; alpha[i] < 1 && x <= trials; x++) {
                log += Math.log((x - 1 + alpha[i]) / x);
                double all = log + ofSpread[trials - x];
                if ((isSpread || x == trials) && all > most) {
                    most = all;
                    best = i;
                    held = x;
                }
            }
        }
        if (best >= 0) {
            spread = isSpread ? spread(trials - held, ofSpread) : spread;
            spread[best] = held;
        }
        return spread;
    }

    /** The best counts of n draws where α ≥ 1, the last of equal ones first; and the logarithms of what they multiply by, on the way. */
    private double[] spread(int n, double[] logs) {
        double[] x = new double[alpha.length];
        for (int drawn = 1; drawn <= n; drawn++) {
            int best = -1;
            for (int i = 0; i < x.length; i++) {
                // (x + α)/(x + 1) without a quotient.
                boolean isBetter = alpha[i] >= 1
                        && (best < 0 || (x[i] + alpha[i]) * (x[best] + 1) >= (x[best] + alpha[best]) * (x[i] + 1));
                best = isBetter ? i : best;
            }
            logs[drawn] = logs[drawn - 1] + Math.log((x[best] + alpha[best]) / (x[best] + 1));
            x[best]++;
        }
        return x;
    }
}
