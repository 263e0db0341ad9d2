package io.surprisal.distributions.family;

import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A continuous {@link ScalarLaw}, with a density besides; quantiles are roots of its tails, from the side of the smaller probability.
 */
public abstract class ContinuousLaw extends ScalarLaw {
    private final ElementFunction lower;
    private final ElementFunction upper;
    private final ElementFunction logLower;
    private final ElementFunction logUpper;
    private final ElementFunction ofLower;
    private final ElementFunction ofUpper;
    private final ElementFunction ofLogLower;
    private final ElementFunction ofLogUpper;
    private final ElementFunction draw;

    /** ∂z/∂shape[k] at a fixed probability: the implicit reparameterisation gradient. */
    private final ElementFunction[] shifts;

    /**
     * A law.
     *
     * @param name its name in messages
     * @param shapes how many shapes it has
     */
    @SuppressWarnings("this-escape") // Nobody calls the functions before the constructor ends.
    protected ContinuousLaw(String name, int shapes) {
        super(name, shapes);
        shifts = new ElementFunction[shapes];
        for (int i = 0; i < shapes; i++) {
            int k = i;
            shifts[k] = lifted("quantile slope", (z, shape) -> shift(k, z, shape));
        }
        draw = lifted("draw", (z, shape) -> z, (x, y) -> y.backend().scalar(1, y.dtype()), this::quantileShift);
        lower = lifted(
                "cdf",
                this::lower,
                (x, y) -> density(x),
                k -> (x, y) -> moved(k, x).neg());
        upper = lifted("survival", this::upper, (x, y) -> density(x).neg(), k -> (x, y) -> moved(k, x));
        logLower = lifted(
                "log cdf",
                this::logLower,
                (x, y) -> hazard(x, y),
                k -> (x, y) -> moved(k, x, y).neg());
        logUpper = lifted("log survival", this::logUpper, (x, y) -> hazard(x, y).neg(), k -> (x, y) -> moved(k, x, y));
        ofLower = lifted("quantile", this::ofLower, (x, y) -> at(y, x).neg().exp(), this::quantileShift);
        ofUpper = lifted(
                "inverse survival",
                this::ofUpper,
                (x, y) -> at(y, x).neg().exp().neg(),
                this::quantileShift);
        ofLogLower = lifted(
                "quantile of log",
                this::ofLogLower,
                (x, y) -> x.get(0).minus(at(y, x)).exp(),
                this::quantileShift);
        ofLogUpper = lifted(
                "inverse survival of log",
                this::ofLogUpper,
                (x, y) -> x.get(0).minus(at(y, x)).exp().neg(),
                this::quantileShift);
    }

    /**
     * {@return the log-density}
     *
     * @param z a number inside the support
     * @param shape the shapes
     */
    protected abstract double logDensity(double z, double[] shape);

    /**
     * {@return the log-density on tensors, differentiable}
     *
     * @param z numbers inside the support
     * @param shape the shapes
     */
    protected abstract Tensor logDensity(Tensor z, List<Tensor> shape);

    /**
     * {@return draws of the law as functions of the shapes: the same numbers, which move with a shape as the quantile of a fixed probability
     * does}
     *
     * @param drawn the draws
     * @param shape the shapes, FLOAT64, which broadcast
     */
    public final Tensor moving(Tensor drawn, Tensor... shape) {
        Tensor[] arguments = new Tensor[shape.length + 1];
        arguments[0] = drawn;
        System.arraycopy(shape, 0, arguments, 1, shape.length);
        return draw.of(arguments);
    }

    private Tensor at(Tensor z, List<Tensor> x) {
        return logDensity(z, x.subList(1, x.size()));
    }

    private Tensor density(List<Tensor> x) {
        return at(x.get(0), x).exp();
    }

    private Tensor hazard(List<Tensor> x, Tensor y) {
        return at(x.get(0), x).minus(y).exp();
    }

    private Tensor moved(int k, List<Tensor> x) {
        return density(x).times(shifts[k].of(all(x)));
    }

    private Tensor moved(int k, List<Tensor> x, Tensor y) {
        return hazard(x, y).times(shifts[k].of(all(x)));
    }

    private ElementFunction.Slope quantileShift(int k) {
        return (x, y) -> {
            Tensor[] place = all(x);
            place[0] = y;
            return shifts[k].of(place);
        };
    }

    private double shift(int k, double z, double[] shape) {
        double below = logLower(z, shape);
        double above = logUpper(z, shape);
        return below < above
                ? -logLowerSlope(k, z, shape) * Math.exp(below - logDensity(z, shape))
                : logUpperSlope(k, z, shape) * Math.exp(above - logDensity(z, shape));
    }

    private double ofLower(double p, double[] shape) {
        return p <= 0.5 ? fromBelow(p, Math.log(p), shape) : fromAbove(1 - p, Math.log1p(-p), shape);
    }

    private double ofUpper(double p, double[] shape) {
        return p <= 0.5 ? fromAbove(p, Math.log(p), shape) : fromBelow(1 - p, Math.log1p(-p), shape);
    }

    final double ofLogLower(double logP, double[] shape) {
        return logP < -0.6
                ? fromBelow(Double.NaN, logP, shape)
                : fromAbove(-Math.expm1(logP), LogSpace.log1mexp(logP), shape);
    }

    final double ofLogUpper(double logP, double[] shape) {
        return logP < -0.6
                ? fromAbove(Double.NaN, logP, shape)
                : fromBelow(-Math.expm1(logP), LogSpace.log1mexp(logP), shape);
    }

    /** The z with P(Z ≤ z) = p, the smaller tail; by the logarithm where p is NaN. */
    private double fromBelow(double p, double logP, double[] shape) {
        if (!(logP > Double.NEGATIVE_INFINITY)) {
            return Double.isNaN(logP) ? logP : low(shape);
        }
        return MonotoneRoot.of(
                z -> excess(lower(z, shape), p, () -> logLower(z, shape), logP),
                z -> Math.exp(logDensity(z, shape) - logLower(z, shape)),
                low(shape),
                high(shape),
                middle(shape));
    }

    /** The z with P(Z &gt; z) = p. */
    private double fromAbove(double p, double logP, double[] shape) {
        if (!(logP > Double.NEGATIVE_INFINITY)) {
            return Double.isNaN(logP) ? logP : high(shape);
        }
        return MonotoneRoot.of(
                z -> -excess(upper(z, shape), p, () -> logUpper(z, shape), logP),
                z -> Math.exp(logDensity(z, shape) - logUpper(z, shape)),
                low(shape),
                high(shape),
                middle(shape));
    }

    /** log(probability/p): from the probabilities near the root, where their logarithms have lost digits. */
    private static double excess(double probability, double p, DoubleSupplier log, double logP) {
        double distance = (probability - p) / p;
        return Math.abs(distance) < 0.5 ? Math.log1p(distance) : log.getAsDouble() - logP;
    }

    @Override
    public final Tails with(Tensor... shape) {
        return new LawTails(
                List.of(lower, upper, logLower, logUpper, ofLower, ofUpper, ofLogLower, ofLogUpper), List.of(shape));
    }
}
