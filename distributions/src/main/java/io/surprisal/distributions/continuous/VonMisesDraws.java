package io.surprisal.distributions.continuous;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * Von Mises draws by rejection from a wrapped Cauchy distribution, of which at least 65 % are accepted at any concentration. All is said in
 * terms of 1 − cos, which keeps its digits at great concentrations.
 *
 * @see <a href="https://doi.org/10.2307/2346732">Best and Fisher, Efficient simulation of the von Mises distribution (1979)</a>
 */
final class VonMisesDraws {
    /** After these, one in 10²⁹ is still rejected, and 0. */
    private static final int ATTEMPTS = 64;

    /** At which the distribution is uniform to all digits. */
    private static final double LEAST_CONCENTRATION = 1e-100;

    private static final ElementFunction ATTEMPT =
            ElementFunction.of("von Mises draw", (double u, double v, double k) -> attempt(u, v, k));

    private VonMisesDraws() {}

    /** Draws around 0, constants to automatic differentiation. */
    static Tensor of(RandomKey key, Tensor concentration, Shape shape) {
        Tensor k = concentration.stopGradient();
        Tensor drawn = attempt(key.foldIn(0), k, shape);
        for (int i = 1; i < ATTEMPTS && drawn.isNaN().any().toBooleans()[0]; i++) {
            drawn = Tensor.where(drawn.isNaN(), attempt(key.foldIn(i), k, shape), drawn);
        }
        return Tensor.where(drawn.isNaN(), drawn.backend().scalar(0, DType.FLOAT64), drawn);
    }

    private static Tensor attempt(RandomKey key, Tensor k, Shape shape) {
        Tensor u = Draws.uniform(key.foldIn(0), k.backend(), shape, DType.FLOAT64);
        Tensor v = Draws.uniform(key.foldIn(1), k.backend(), shape, DType.FLOAT64);
        return ATTEMPT.of(u, v, k);
    }

    /** The angle of a wrapped Cauchy variable, of mean resultant length ρ, or NaN where it is rejected. */
    private static double attempt(double u, double v, double concentration) {
        double k = Math.max(concentration, LEAST_CONCENTRATION);
        double root = Math.sqrt(1 + 4 * k * k);
        double rootOfMore = Math.sqrt(1 + root);
        double rho = 2 * k / (rootOfMore * (rootOfMore + Math.sqrt(2)));
        double gap = rho < 0.5 ? 1 - rho : (Math.sqrt(2) * rootOfMore - 1 - 1 / (2 * k + root)) / (2 * k);
        // r − 1 of r = (1 + ρ²)/2ρ, and 1 − cos of the angle.
        double excess = gap * gap / (2 * rho);
        double sine = StrictMath.sin(Math.PI * u);
        double cosine = StrictMath.cos(Math.PI * u);
        double versine = excess * 2 * sine * sine / (excess + 2 * cosine * cosine);
        double c = k * (excess + versine);
        boolean isAccepted = v < c * (2 - c) || StrictMath.log(c / v) + 1 >= c;
        double size = 2 * StrictMath.asin(Math.sqrt(0.5 * versine));
        return isAccepted ? u < 0.5 ? -size : size : Double.NaN;
    }
}
