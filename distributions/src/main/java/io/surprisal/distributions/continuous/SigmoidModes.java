package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.MonotoneRoot;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * Where the density of X = 1/(1 + e⁻ʸ) is largest, as a number y, for normal and logistic Y. By symmetry it is on the side on which the centre of Y is; of
 * two places that are equal, the lower.
 */
final class SigmoidModes {
    /** Of Y with mean m and standard deviation s, where y − m = s² tanh(y/2). */
    static final ElementFunction OF_NORMAL = ElementFunction.of("LogitNormal mode", SigmoidModes::ofNormal)
            .withSlopes(
                    (x, y) -> reciprocalSlope(x.get(1), y),
                    (x, y) -> reciprocalSlope(x.get(1), y)
                            .times(x.get(1))
                            .times(y.times(0.5).tanh())
                            .times(2));

    /** Of τY − l with a standard logistic distribution, τ &gt; 1, where tanh(y/2) = τ tanh((τy − l)/2). */
    static final ElementFunction OF_LOGISTIC = ElementFunction.of("RelaxedBernoulli mode", SigmoidModes::ofLogistic)
            .withSlopes(
                    (x, y) -> slopeInTemperature(x.get(0), z(x.get(0), x.get(1), y), y)
                            .div(curvature(x.get(0), z(x.get(0), x.get(1), y), y)),
                    (x, y) -> x.get(0)
                            .times(halfSquaredSecant(z(x.get(0), x.get(1), y)))
                            .div(curvature(x.get(0), z(x.get(0), x.get(1), y), y)));

    private SigmoidModes() {}

    private static double ofNormal(double mean, double scale) {
        double m = Math.abs(mean);
        double square = scale * scale;
        if (!(m + square < Double.POSITIVE_INFINITY) || (m == 0 && square <= 2)) {
            return m + square < Double.POSITIVE_INFINITY ? 0 : Math.copySign(m + square, mean);
        }
        // Convex to the right of 0, and negative there.
        double y = MonotoneRoot.of(
                t -> t - m - square * Math.tanh(0.5 * t),
                t -> 1 - square * halfSquaredSecant(t),
                m,
                m + square,
                m + square);
        return mean > 0 ? y : 0 - y;
    }

    private static double ofLogistic(double temperature, double logit) {
        double l = Math.abs(logit);
        if (l == 0) {
            return 0;
        }
        // Between l and the z where τ tanh(z/2) is 1.
        double reach = Math.log((temperature + 1) / (temperature - 1));
        double z = MonotoneRoot.of(
                w -> temperature * Math.tanh(0.5 * w) - Math.tanh(0.5 * (l + w) / temperature),
                w -> temperature * halfSquaredSecant(w) - halfSquaredSecant((l + w) / temperature) / temperature,
                0,
                reach,
                0.5 * reach);
        return Math.copySign((l + z) / temperature, logit);
    }

    /** The derivative of tanh(t/2). */
    private static double halfSquaredSecant(double t) {
        double tanh = Math.tanh(0.5 * t);
        return 0.5 * (1 - tanh) * (1 + tanh);
    }

    private static Tensor halfSquaredSecant(Tensor t) {
        return t.sigmoid().times(t.neg().sigmoid()).times(2);
    }

    private static Tensor reciprocalSlope(Tensor scale, Tensor y) {
        return scale.square().times(halfSquaredSecant(y)).neg().plus(1).reciprocal();
    }

    private static Tensor z(Tensor temperature, Tensor logits, Tensor y) {
        return temperature.times(y).minus(logits);
    }

    /** ∂/∂y of τ tanh((τy − l)/2) − tanh(y/2). */
    private static Tensor curvature(Tensor temperature, Tensor z, Tensor y) {
        return temperature.square().times(halfSquaredSecant(z)).minus(halfSquaredSecant(y));
    }

    /** Minus ∂/∂τ of the same. */
    private static Tensor slopeInTemperature(Tensor temperature, Tensor z, Tensor y) {
        return z.times(0.5)
                .tanh()
                .plus(temperature.times(halfSquaredSecant(z)).times(y))
                .neg();
    }
}
