package io.surprisal.distributions.multivariate;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.special.GaussLegendre;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws of the gap w = 1 − μᵀx of von Mises–Fisher vectors, by Wood's rejection from a transformed beta variable, of which two in three are
 * accepted at any concentration and dimension; with their implicit derivative in the concentration.
 */
final class FisherDraws {
    /** After these, one in 10²⁹ is still rejected, and the typical gap. */
    private static final int ATTEMPTS = 64;

    /** Beyond this much below the largest, logarithms of densities add nothing. */
    private static final double NEGLIGIBLE = 45;

    private static final int PANELS = 4;

    private static final ElementFunction ATTEMPT =
            ElementFunction.of("von Mises–Fisher draw", 4, x -> attempt(x[0], x[1], x[2], x[3]));

    /** Of (w, κ, d): w, which moves with κ as a quantile does. */
    private static final ElementFunction MOVING = ElementFunction.of("von Mises–Fisher draw", (w, k, d) -> w)
            .withSlopes(
                    (x, y) -> y.backend().scalar(1, y.dtype()), (x, y) -> FisherDraws.SLOPE.of(y, x.get(1), x.get(2)));

    private static final ElementFunction SLOPE = ElementFunction.of(
            "derivative of a von Mises–Fisher draw", (double w, double k, double d) -> slope(w, k, d));

    private FisherDraws() {}

    static Tensor of(RandomKey key, Tensor concentration, int dimension, Shape shape) {
        Tensor k = concentration.stopGradient();
        Tensor d = k.backend().scalar(dimension, DType.FLOAT64);
        Tensor drawn = attempt(key.foldIn(0), k, d, shape);
        for (int i = 1; i < ATTEMPTS && !shape.isEmpty() && drawn.isNaN().any().item() != 0; i++) {
            drawn = Tensor.where(drawn.isNaN(), attempt(key.foldIn(i), k, d, shape), drawn);
        }
        Tensor typical = k.plus(d).reciprocal();
        return MOVING.of(Tensor.where(drawn.isNaN(), typical, drawn), concentration, d);
    }

    private static Tensor attempt(RandomKey key, Tensor k, Tensor d, Shape shape) {
        Tensor half = d.minus(1).times(0.5);
        Tensor logit = Draws.logGamma(key.foldIn(0), half, shape).minus(Draws.logGamma(key.foldIn(1), half, shape));
        Tensor u = Draws.uniform(key.foldIn(2), k.backend(), shape, DType.FLOAT64);
        return ATTEMPT.of(logit, u, k, d);
    }

    /** w, or NaN where it is rejected; everything in terms of gaps, which keeps the digits at great concentrations. */
    private static double attempt(double logit, double u, double k, double d) {
        double b = (d - 1) / (2 * k + Math.sqrt(4 * k * k + (d - 1) * (d - 1)));
        double w = 2 * b / (StrictMath.exp(-logit) + b);
        double ratio = (2 * b + (1 - b) * w) * (1 + b) / (4 * b);
        double excess = k * (2 * b / (1 + b) - w) + (d - 1) * StrictMath.log(ratio);
        return excess >= StrictMath.log(u) ? w : Double.NaN;
    }

    /**
     * dw/dκ = −(∂F/∂κ)/f, which is minus the integral of (1 − A − s)f(s)/f(w) over s below w, or of the same with the other sign above: from the
     * side on which 1 − A − s keeps its sign. In angles, s = 1 − cos θ.
     */
    private static double slope(double w, double k, double d) {
        double end = 2 * Math.asin(Math.sqrt(0.5 * w));
        double mean = FisherMath.deficit(k, d);
        boolean isBelow = w < mean;
        double mode = mode(k, d);
        double reference = logWeight(end, k, d);
        double far = isBelow ? 0 : Math.PI;
        double start = isBelow ? Math.min(mode, end) : Math.max(mode, end);
        double cut = cut(start, far, k, d);
        DoubleUnaryOperator integrand =
                t -> (2 * square(Math.sin(0.5 * t)) - mean) * Math.exp(logWeight(t, k, d) - reference);
        double area = GaussLegendre.integral(integrand, Math.min(cut, end), Math.max(cut, end), PANELS);
        // f(w) dw = sin^(d − 3)θ e^(κ cos θ) sin θ dθ.
        return (isBelow ? area : -area) * Math.sin(end);
    }

    private static double square(double x) {
        return x * x;
    }

    /** The logarithm of the density of the angle, up to a constant, with e^(κ(cos θ − 1)). */
    private static double logWeight(double t, double k, double d) {
        double power = d == 2 ? 0 : (d - 2) * Math.log(Math.sin(t));
        return power - 2 * k * square(Math.sin(0.5 * t));
    }

    /** κ sin²θ = (d − 2) cos θ. */
    private static double mode(double k, double d) {
        double a = d - 2;
        double cosine = 2 * k / (a + Math.sqrt(a * a + 4 * k * k));
        return d == 2 ? 0 : k == 0 ? 0.5 * Math.PI : Math.acos(cosine);
    }

    /** Between start and far, on which the density falls, where it becomes negligible. */
    private static double cut(double start, double far, double k, double d) {
        double least = logWeight(start, k, d) - NEGLIGIBLE;
        double near = start;
        double beyond = far;
        for (int i = 0; i < 40 && near != beyond; i++) {
            double middle = 0.5 * (near + beyond);
            if (logWeight(middle, k, d) > least) {
                near = middle;
            } else {
                beyond = middle;
            }
        }
        return beyond;
    }
}
