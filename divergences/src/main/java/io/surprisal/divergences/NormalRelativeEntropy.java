package io.surprisal.divergences;

import io.surprisal.distributions.continuous.Normal;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * KL(N(μ₁, σ₁²) ‖ N(μ₂, σ₂²)) = ½ (r² − 1 − log r²) + ½ ((μ₁ − μ₂)/σ₂)² with r = σ₁/σ₂.
 *
 * <p>With d = (σ₁ − σ₂)/σ₂ the first part is d²/2 + (d − log(1 + d)): two terms that are never negative, and keep their relative
 * accuracy near d = 0.
 */
final class NormalRelativeEntropy {
    private NormalRelativeEntropy() {}

    static Tensor between(Normal p, Normal q) {
        return ofParameters(p.location(), p.scale(), q.location(), q.scale());
    }

    static Tensor ofParameters(Tensor mean, Tensor scale, Tensor otherMean, Tensor otherScale) {
        return Scope.tidy(() -> {
            Tensor difference = scale.minus(otherScale);
            Tensor logRatio = scale.log().minus(otherScale.log());
            Tensor excess = RelativeEntropyTerm.ofPositive(otherScale, scale, difference, logRatio)
                    .div(otherScale);
            Tensor relative = difference.div(otherScale).square();
            Tensor shift = mean.minus(otherMean).div(otherScale).square();
            return relative.plus(shift).times(0.5).plus(excess);
        });
    }
}
