package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.discrete.BetaBinomial;
import io.surprisal.special.GammaFunction;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * The entropy of Dirichlet-multinomial counts, from the beta-binomial law of each: with q = n/(n + Σα) and R(α, x) = log Γ(α + x)/Γ(α) it is G + Σ
 * E[F(xᵢ, αᵢ)], where F = log x! − R(α, x) − x log q − α log(1 − q) and G = R(Σα, n) − log n! + n log q + Σα log(1 − q). What was taken from one and
 * given to the other leaves both, by Stirling's formula, of the size of the result, and F without a negative part.
 */
final class DirichletMultinomialEntropy {
    /** Of (x, α, n, Σα): F. Whole numbers have no derivative. */
    private static final ElementFunction PART = ElementFunction.of(
                    "Dirichlet-multinomial entropy", 4, x -> part(x[0], x[1], x[2], x[3]))
            .withSlopes(
                    (x, y) -> none(y),
                    (x, y) -> logGrowth(x.get(2), x.get(3)).minus(x.get(1).digammaDifference(x.get(0))),
                    (x, y) -> none(y),
                    (x, y) -> {
                        Tensor n = x.get(2);
                        Tensor total = x.get(3);
                        return x.get(0).minus(x.get(1).times(n).div(total)).div(total.plus(n));
                    });

    /** Of (n, Σα): G. */
    private static final ElementFunction WHOLE = ElementFunction.of(
                    "Dirichlet-multinomial entropy", (double n, double total) -> whole(n, total))
            .withSlopes(
                    (x, y) -> none(y),
                    (x, y) -> x.get(1).digammaDifference(x.get(0)).minus(logGrowth(x.get(0), x.get(1))));

    private DirichletMultinomialEntropy() {}

    static Tensor of(Tensor trials, Tensor concentration) {
        Tensor total = concentration.sum(-1);
        if (concentration.shape().dim(-1) == 1) {
            return total.times(0);
        }
        int most = (int) trials.stopGradient().max().item();
        int[] dims = new int[Math.max(trials.rank(), concentration.rank() - 1) + 2];
        Arrays.fill(dims, 1);
        dims[0] = most + 1;
        Tensor x = concentration.backend().arange(most + 1).cast(DType.FLOAT64).reshape(Shape.of(dims));
        Tensor n = trials.expandDims(-1);
        Tensor mass = BetaBinomial.FAMILY
                .unchecked(n, concentration, others(concentration))
                .logProb(x)
                .exp();
        Tensor part = PART.of(x, concentration, n, total.expandDims(-1));
        // Over its own sum, which is 1 but for the rounding that both share.
        Tensor mean = mass.times(part).sum(0).div(mass.sum(0));
        return mean.sum(-1).plus(WHOLE.of(trials, total));
    }

    /** Σα without each element, by sums from both ends. */
    private static Tensor others(Tensor concentration) {
        int k = concentration.shape().dim(-1);
        Tensor none = concentration.backend().zeros(concentration.shape().with(-1, 1), concentration.dtype());
        Tensor before = Tensor.concat(List.of(none, concentration.cumsum(-1).slice(-1, 0, k - 1)), -1);
        Tensor after =
                Tensor.concat(List.of(DirichletMath.fromTheEnd(concentration).slice(-1, 1, k), none), -1);
        return before.plus(after);
    }

    private static Tensor none(Tensor y) {
        return y.backend().scalar(0, y.dtype());
    }

    /** −log(1 − q). */
    private static Tensor logGrowth(Tensor n, Tensor total) {
        return n.div(total).log1p();
    }

    private static double part(double x, double a, double n, double total) {
        double sum = a + x;
        double ofCount = n == 0 ? 0 : deviance(x, sum * (n / (n + total)));
        return MultinomialMath.stirlingRemainder(x)
                + ofCount
                + deviance(a, sum * (total / (n + total)))
                + 0.5 * Math.log1p(x / a)
                + GammaFunction.stirlingCorrection(a)
                - GammaFunction.stirlingCorrection(sum);
    }

    private static double deviance(double x, double m) {
        return x == 0 ? m : MultinomialMath.deviance(x, m);
    }

    private static double whole(double n, double total) {
        return GammaFunction.stirlingCorrection(total + n)
                - GammaFunction.stirlingCorrection(total)
                - 0.5 * Math.log1p(n / total)
                - MultinomialMath.stirlingRemainder(n);
    }
}
