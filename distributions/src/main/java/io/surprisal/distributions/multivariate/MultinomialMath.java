package io.surprisal.distributions.multivariate;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What the families of vectors of counts share. */
final class MultinomialMath {
    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** Of n: log n! − n log n + n, which by Stirling's formula is of the size of log n; 0 at 0. */
    static final ElementFunction STIRLING = ElementFunction.of("Stirling remainder", MultinomialMath::stirlingRemainder)
            .withSlopes((x, y) -> y.backend().scalar(0, y.dtype()));

    private static final ElementFunction.Slope NONE = (x, y) -> y.backend().scalar(0, y.dtype());

    /** Of (x, n, log p): x log(x/m) − x + m with m = np, of which nothing is negative; its derivative in log p is m − x. */
    private static final ElementFunction DEVIANCE = ElementFunction.of(
                    "multinomial deviance", (double x, double n, double logP) -> deviance(x, n, logP))
            .withSlopes(NONE, NONE, (x, y) -> x.get(1).times(x.get(2).exp()).minus(x.get(0)));

    private MultinomialMath() {}

    static double stirlingRemainder(double n) {
        return n == 0 ? 0 : 0.5 * Math.log(n) + HALF_LOG_TWO_PI + GammaFunction.stirlingCorrection(n);
    }

    /** log n!/Π xᵢ! pᵢ^xᵢ, as the probability at p = x/n and a relative entropy: nothing of the size of log n! is left to cancel. */
    static Tensor logMass(Tensor x, Tensor trials, Tensor logProbabilities) {
        Tensor isZero = x.equalTo(0);
        Tensor one = x.backend().scalar(1, x.dtype());
        Tensor zero = x.backend().scalar(0, x.dtype());
        Tensor share = Tensor.where(isZero, one, x).div(trials.maximum(1).expandDims(-1));
        Tensor excess = Tensor.where(isZero, zero, logProbabilities)
                .minus(Tensor.where(isZero, one, share).log());
        return STIRLING.of(trials)
                .minus(STIRLING.of(x).sum(-1))
                .plus(x.times(excess).sum(-1));
    }

    /**
     * The same where the probabilities have the sum 1, as those of logits: Σ x and Σ np cancel, and the rounding of p counts only with x − np,
     * not with x.
     */
    static Tensor logMassOfNormalised(Tensor x, Tensor trials, Tensor logProbabilities) {
        Tensor deviance = DEVIANCE.of(x, trials.expandDims(-1), logProbabilities);
        return STIRLING.of(trials).minus(STIRLING.of(x).sum(-1)).minus(deviance.sum(-1));
    }

    private static double deviance(double x, double n, double logP) {
        double m = n * Math.exp(logP);
        if (x == 0) {
            return m;
        }
        return x <= 2 * m ? deviance(x, m) : x * (Math.log(x / n) - logP) - x + m;
    }

    /** x log(x/m) − x + m for x near m. */
    static double deviance(double x, double m) {
        double excess = (x - m) / m;
        return m * (excess * Math.log1p(excess) + LogSpace.log1pmx(excess));
    }

    /** Counts of each category: binomial among those that are left, with the share of what is left. */
    static Tensor draw(RandomKey key, Tensor trials, Tensor probabilities, Shape shape) {
        int k = probabilities.shape().dim(-1);
        Tensor left = trials.broadcastTo(shape);
        Tensor sums = probabilities.reverse(-1).cumsum(-1).reverse(-1);
        List<Tensor> counts = new ArrayList<>();
        for (int i = 0; i < k - 1; i++) {
            Tensor rest = sums.select(-1, i);
            Tensor nothing = rest.equalTo(0);
            Tensor share = Tensor.where(
                            nothing, rest, probabilities.select(-1, i).div(rest))
                    .minimum(1);
            Tensor count = Draws.binomial(key.foldIn(i), left, share, shape);
            counts.add(count);
            left = left.minus(count);
        }
        counts.add(left);
        return Tensor.stack(counts, -1);
    }
}
