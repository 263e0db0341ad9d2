package io.surprisal.distributions.multivariate;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/**
 * The most likely multinomial counts: whole parts of np, below which no mode has a count, and then one draw after the other to where it divides the
 * probability by least, the last of equal ones.
 *
 * @see <a href="https://doi.org/10.1093/biomet/51.1-2.261">Finucan, The mode of a multinomial distribution (1964)</a>
 */
final class MultinomialMode {
    private MultinomialMode() {}

    static Tensor of(Tensor trials, Tensor probabilities, Shape batch) {
        int k = probabilities.shape().dim(-1);
        double[] n = trials.broadcastTo(batch).toDoubles();
        double[] p = probabilities.broadcastTo(batch.then(Shape.of(k))).toDoubles();
        double[] counts = new double[p.length];
        for (int i = 0; i < n.length; i++) {
            double[] row = row(n[i], Arrays.copyOfRange(p, i * k, (i + 1) * k));
            System.arraycopy(row, 0, counts, i * k, k);
        }
        return trials.backend().of(HostArray.wrap(counts, batch.then(Shape.of(k))));
    }

    private static double[] row(double n, double[] p) {
        double[] x = new double[p.length];
        double left = n;
        for (int i = 0; i < p.length; i++) {
            x[i] = Math.min(left, Math.floor(n * p[i]));
            left -= x[i];
        }
        for (; left > 0; left--) {
            int best = 0;
            for (int i = 1; i < p.length; i++) {
                // p/(x + 1) without a quotient.
                best = p[i] * (x[best] + 1) >= p[best] * (x[i] + 1) ? i : best;
            }
            x[best]++;
        }
        return x;
    }
}
