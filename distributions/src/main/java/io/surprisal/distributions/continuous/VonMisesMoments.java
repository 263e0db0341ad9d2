package io.surprisal.distributions.continuous;

import io.surprisal.tensor.ElementFunction;
import java.util.function.DoubleUnaryOperator;

/** Moments of the von Mises variable on [−π, π] around 0. With 1 − cos Z = C, the derivative of E[g(Z)] in k is −Cov(g(Z), C). */
final class VonMisesMoments {
    /** E[Z²]. */
    static final ElementFunction VARIANCE = function("von Mises variance", k -> of(2, k), k -> slope(2, k));

    /** E[Z⁴]/E[Z²]² − 3. */
    static final ElementFunction KURTOSIS =
            function("von Mises kurtosis", VonMisesMoments::kurtosis, VonMisesMoments::kurtosisSlope);

    /** E[C], without the rounding of 1 − I₁(k)/I₀(k). */
    static final ElementFunction SPREAD =
            function("von Mises spread", k -> mean(k, VonMisesMoments::rise), VonMisesMoments::spreadSlope);

    private VonMisesMoments() {}

    private static ElementFunction function(String name, DoubleUnaryOperator values, DoubleUnaryOperator slope) {
        ElementFunction derivative = ElementFunction.of(name + " slope", slope);
        return ElementFunction.of(name, values).withSlopes((k, y) -> derivative.of(k.get(0)));
    }

    private static double mean(double k, DoubleUnaryOperator g) {
        return VonMisesLaw.integral(0, k, g) / VonMisesLaw.integral(0, k, z -> 1);
    }

    private static double rise(double z) {
        double sine = Math.sin(0.5 * z);
        return 2 * sine * sine;
    }

    private static double of(int order, double k) {
        return mean(k, z -> power(z, order));
    }

    private static double slope(int order, double k) {
        return of(order, k) * mean(k, VonMisesMoments::rise) - mean(k, z -> power(z, order) * rise(z));
    }

    private static double power(double z, int order) {
        double square = z * z;
        return order == 2 ? square : square * square;
    }

    private static double kurtosis(double k) {
        double square = of(2, k);
        return of(4, k) / (square * square) - 3;
    }

    private static double kurtosisSlope(double k) {
        double square = of(2, k);
        return (slope(4, k) - 2 * of(4, k) / square * slope(2, k)) / (square * square);
    }

    private static double spreadSlope(double k) {
        double mean = mean(k, VonMisesMoments::rise);
        return mean * mean - mean(k, z -> rise(z) * rise(z));
    }
}
