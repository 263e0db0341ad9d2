package io.surprisal.distributions.multivariate;

import io.surprisal.special.GammaFunction;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * What the families made of Dirichlet vectors share. With rᵢ = xᵢ + … + xₖ the parts uᵢ = xᵢ/rᵢ are independent beta variables, whose densities
 * are known without the cancellation of log Γ at large concentrations.
 */
final class DirichletMath {
    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** Of (a, b, u, v): log uᵃvᵇ/B(a, b). */
    private static final ElementFunction LOG_BETA_DENSITY = ElementFunction.of(
                    "Dirichlet log-density", 4, x -> IncompleteBeta.logDensity(x[0], x[1], x[2], x[3]))
            .withSlopes(
                    (x, y) -> x.get(2).log().plus(x.get(0).digammaDifference(x.get(1))),
                    (x, y) -> x.get(3).log().plus(x.get(1).digammaDifference(x.get(0))),
                    (x, y) -> x.get(0).div(x.get(2)),
                    (x, y) -> x.get(1).div(x.get(3)));

    /** Of α: what each element adds to the entropy, by Stirling's formulas for log Γ and ψ, of which nothing large is left. */
    private static final ElementFunction ENTROPY_PART = ElementFunction.of(
                    "Dirichlet entropy",
                    a -> 0.5 * Math.log(a)
                            + GammaFunction.stirlingCorrection(a)
                            + (a - 1) * Polygamma.logMinusDigamma(a))
            .withSlopes(
                    (x, y) -> x.get(0).minus(1).times(x.get(0).trigamma()).neg().plus(1));

    /** Of (s, k), the sum of the concentrations and their number: what that takes from the entropy. */
    private static final ElementFunction ENTROPY_OF_TOTAL = ElementFunction.of(
                    "Dirichlet entropy",
                    (s, k) -> (k - 0.5) * Math.log(s)
                            + GammaFunction.stirlingCorrection(s)
                            + (s - k) * Polygamma.logMinusDigamma(s))
            .withSlopes((x, y) -> {
                Tensor s = x.get(0);
                return s.minus(x.get(1)).times(s.trigamma()).neg().plus(1);
            });

    private DirichletMath() {}

    /** Σ αᵢ log(xᵢ/Σx) − log B(α), for positive vectors x; what is more than half of the sum counts as what the others leave. */
    static Tensor logScaledDensity(Tensor concentration, Tensor x) {
        int last = x.shape().dim(-1) - 1;
        if (last == 0) {
            return x.sum(-1).times(0);
        }
        Tensor sums = fromTheEnd(x);
        Tensor here = sums.slice(-1, 0, last);
        Tensor rest = sums.slice(-1, 1, last + 1);
        Tensor after = fromTheEnd(concentration).slice(-1, 1, last + 1);
        return LOG_BETA_DENSITY
                .of(
                        concentration.slice(-1, 0, last),
                        after,
                        x.slice(-1, 0, last).div(here),
                        rest.div(here))
                .sum(-1);
    }

    /** xᵢ + … + xₖ. */
    static Tensor fromTheEnd(Tensor x) {
        return x.reverse(-1).cumsum(-1).reverse(-1);
    }

    /** log B(α) + (Σα − k)ψ(Σα) − Σ (αᵢ − 1)ψ(αᵢ). */
    static Tensor entropy(Tensor concentration) {
        int k = concentration.shape().dim(-1);
        Tensor number = concentration.backend().scalar(k, concentration.dtype());
        return ENTROPY_PART
                .of(concentration)
                .sum(-1)
                .minus(ENTROPY_OF_TOTAL.of(concentration.sum(-1), number))
                .plus((k - 1) * HALF_LOG_TWO_PI);
    }
}
