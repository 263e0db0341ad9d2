package io.surprisal.divergences;

import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * KL(N(μ₁, L₁L₁ᵀ) ‖ N(μ₂, L₂L₂ᵀ)) = ½ (‖M‖² − d − 2 Σ log Mᵢᵢ + ‖L₂⁻¹(μ₁ − μ₂)‖²) with M = L₂⁻¹L₁.
 *
 * <p>M is lower triangular: its diagonal is that of L₁ over that of L₂, whose part is a sum of one-dimensional divergences, and below
 * the diagonal it equals L₂⁻¹(L₁ − L₂). So every part is a sum of what is never negative and vanishes with the difference.
 */
final class MultivariateNormalRelativeEntropy {
    private MultivariateNormalRelativeEntropy() {}

    static Tensor between(MultivariateNormal p, MultivariateNormal q) {
        if (p.isDiagonal() && q.isDiagonal()) {
            return Scope.tidy(() -> NormalRelativeEntropy.ofParameters(
                            p.location(), p.factorDiagonal(), q.location(), q.factorDiagonal())
                    .sum(-1));
        }
        return Scope.tidy(() -> {
            Tensor other = q.factor();
            Tensor zero = p.backend().scalar(0, p.dtype());
            Tensor ofDiagonals = NormalRelativeEntropy.ofParameters(zero, p.factorDiagonal(), zero, q.factorDiagonal())
                    .sum(-1);
            Tensor departure = other.triangularSolve(p.factor().minus(other), false);
            Tensor below = departure.minus(departure.diagonal().diagonalMatrix());
            Tensor shift =
                    other.triangularSolve(p.location().minus(q.location()).expandDims(-1), false);
            return below.square()
                    .sum(-1, -2)
                    .plus(shift.square().sum(-1, -2))
                    .times(0.5)
                    .plus(ofDiagonals);
        });
    }
}
