package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Von Mises–Fisher distributions of unit vectors x of d ≥ 2 elements, with density κ^ν e^(κμᵀx)/((2π)^(d/2) I_ν(κ)), ν = d/2 − 1, over the area
 * of the sphere; μ is the mean direction and κ ≥ 0 the concentration. κ = 0 is the uniform distribution; for large κ the elements across μ are
 * nearly normal with variance 1/κ.
 *
 * <p>Vectors whose length is not 1 to 10⁻⁹ (10⁻⁵ in FLOAT32) have log-density −∞; others count as their direction, since κ(μᵀx − 1) is taken as
 * −½κ‖x − μ‖². Draws are by rejection from a transformed beta variable; their derivative in κ is the implicit one, −(∂F/∂κ)/f of the law of μᵀx,
 * by quadrature.
 *
 * <p>Accuracy: log-densities, entropies and moments within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for κ from 0 to
 * 1,000 and d from 2 to 100; on to κ = 10⁸ and d = 1,000 within 1e-12 in place of 1e-14.
 *
 * @see <a href="https://doi.org/10.1080/03610919408813161">Wood, Simulation of the von Mises Fisher distribution (1994)</a>
 */
public final class VonMisesFisher extends Directional {
    /** The parameters direction and concentration. */
    public static final Family<VonMisesFisher> FAMILY =
            Family.of("VonMisesFisher", VonMisesFisher::new, directionAndConcentration());

    private VonMisesFisher(List<Tensor> parameters) {
        super(FAMILY, parameters);
    }

    /**
     * {@return the von Mises–Fisher distributions with these parameters, whose batches broadcast} Values are checked, but not inside a
     * gradient call.
     *
     * @param direction μ, [batch…, d], of length 1
     * @param concentration κ, [batch…], at least 0 and finite
     * @throws IllegalArgumentException if a value is outside its domain, d is 1, or shapes, dtypes or backends do not fit
     */
    public static VonMisesFisher of(Tensor direction, Tensor concentration) {
        return FAMILY.of(direction, concentration);
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor square = x.minus(direction()).square().sum(-1);
        return FisherMath.LOG_NORMALISER
                .of(concentration(), elements())
                .minus(concentration().times(square).times(0.5));
    }

    @Override
    Tensor gap(RandomKey key, Shape shape) {
        return FisherDraws.of(key, concentration(), dimension(), shape);
    }

    @Override
    Tensor meanLength() {
        return FisherMath.DEFICIT.of(concentration(), elements()).neg().plus(1);
    }

    @Override
    Tensor varianceAlong() {
        return FisherMath.VARIANCE_ALONG.of(concentration(), elements());
    }

    @Override
    Tensor varianceAcross() {
        return FisherMath.VARIANCE_ACROSS.of(concentration(), elements());
    }

    /** {@return −κA − log C with the density C e^(κμᵀx) and the mean length A} */
    @Override
    public Tensor entropy() {
        return statistic(this, Shape.scalar(), d -> {
            Tensor kappa = d.concentration();
            Tensor deficit = FisherMath.DEFICIT.of(kappa, d.elements());
            return kappa.times(deficit).minus(FisherMath.LOG_NORMALISER.of(kappa, d.elements()));
        });
    }
}
