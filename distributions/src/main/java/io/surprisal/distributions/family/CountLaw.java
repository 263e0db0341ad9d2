package io.surprisal.distributions.family;

import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * A {@link ScalarLaw} of whole numbers; quantiles are found by search. They are steps, whose derivative is 0 wherever there is one.
 */
public abstract class CountLaw extends ScalarLaw {
    private final ElementFunction lower;
    private final ElementFunction upper;
    private final ElementFunction logLower;
    private final ElementFunction logUpper;
    private final ElementFunction ofLower;
    private final ElementFunction ofUpper;
    private final ElementFunction ofLogLower;
    private final ElementFunction ofLogUpper;
    private final ElementFunction[] logLowerSlopes;
    private final ElementFunction[] logUpperSlopes;

    /**
     * A law.
     *
     * @param name its name in messages
     * @param shapes how many shapes it has
     */
    @SuppressWarnings("this-escape") // Nobody calls the functions before the constructor ends.
    protected CountLaw(String name, int shapes) {
        super(name, shapes);
        logLowerSlopes = new ElementFunction[shapes];
        logUpperSlopes = new ElementFunction[shapes];
        for (int i = 0; i < shapes; i++) {
            int k = i;
            logLowerSlopes[k] = lifted("log cdf slope", (z, shape) -> logLowerSlope(k, z, shape));
            logUpperSlopes[k] = lifted("log survival slope", (z, shape) -> logUpperSlope(k, z, shape));
        }
        // Whole numbers do not move.
        ElementFunction.Slope still = (x, y) -> y.backend().scalar(0, y.dtype());
        lower = lifted("cdf", this::lower, still, k -> (x, y) -> y.times(logLowerSlopes[k].of(all(x))));
        upper = lifted("survival", this::upper, still, k -> (x, y) -> y.times(logUpperSlopes[k].of(all(x))));
        logLower = lifted("log cdf", this::logLower, still, k -> (x, y) -> logLowerSlopes[k].of(all(x)));
        logUpper = lifted("log survival", this::logUpper, still, k -> (x, y) -> logUpperSlopes[k].of(all(x)));
        ofLower = lifted("quantile", this::ofLower, still, k -> still);
        ofUpper = lifted("inverse survival", this::ofUpper, still, k -> still);
        ofLogLower = lifted("quantile of log", this::ofLogLower, still, k -> still);
        ofLogUpper = lifted("inverse survival of log", this::ofLogUpper, still, k -> still);
    }

    /**
     * {@return the least number with P(Z ≤ z) ≥ p}
     *
     * @param p a probability
     * @param shape the shapes
     */
    protected final double quantile(double p, double[] shape) {
        return ofLower(p, shape);
    }

    private double ofLower(double p, double[] shape) {
        if (Double.isNaN(p)) {
            return p;
        }
        return p <= 0.5
                ? p == 0 ? low(shape) : first(k -> lower(k, shape) >= p, shape)
                : p == 1 ? high(shape) : first(k -> upper(k, shape) <= 1 - p, shape);
    }

    private double ofUpper(double p, double[] shape) {
        if (Double.isNaN(p)) {
            return p;
        }
        return p <= 0.5
                ? p == 0 ? high(shape) : first(k -> upper(k, shape) <= p, shape)
                : p == 1 ? low(shape) : first(k -> lower(k, shape) >= 1 - p, shape);
    }

    private double ofLogLower(double logP, double[] shape) {
        if (Double.isNaN(logP)) {
            return logP;
        }
        return logP < -0.6
                ? logP == Double.NEGATIVE_INFINITY ? low(shape) : first(k -> logLower(k, shape) >= logP, shape)
                : logP == 0 ? high(shape) : first(k -> logUpper(k, shape) <= LogSpace.log1mexp(logP), shape);
    }

    private double ofLogUpper(double logP, double[] shape) {
        if (Double.isNaN(logP)) {
            return logP;
        }
        return logP < -0.6
                ? logP == Double.NEGATIVE_INFINITY ? high(shape) : first(k -> logUpper(k, shape) <= logP, shape)
                : logP == 0 ? low(shape) : first(k -> logLower(k, shape) >= LogSpace.log1mexp(logP), shape);
    }

    /** The least whole number of the support from which on a condition holds: growing steps away from the middle, then bisection. */
    private double first(DoublePredicate holds, double[] shape) {
        double low = low(shape);
        double high = high(shape);
        double middle = Math.min(Math.max(Math.rint(middle(shape)), low), high);
        double step = 1;
        if (holds.test(middle)) {
            double with = middle;
            while (with > low) {
                double k = Math.max(low, with - step);
                if (!holds.test(k)) {
                    return between(k, with, holds);
                }
                with = k;
                step *= 2;
            }
            return low;
        }
        double without = middle;
        double k = Math.min(high, without + step);
        while (k < high && !holds.test(k)) {
            without = k;
            step *= 2;
            k = Math.min(high, k + step);
        }
        return between(without, k, holds);
    }

    /** Beyond 2⁵³, where not all whole numbers are doubles, among those that are. */
    private static double between(double without, double with, DoublePredicate holds) {
        double left = without;
        double right = with;
        while (right - left > 1) {
            double k = left + Math.floor((right - left) / 2);
            if (k == left || k == right) {
                break;
            }
            if (holds.test(k)) {
                right = k;
            } else {
                left = k;
            }
        }
        return right;
    }

    @Override
    public final Tails with(Tensor... shape) {
        return new LawTails(
                List.of(lower, upper, logLower, logUpper, ofLower, ofUpper, ofLogLower, ofLogUpper), List.of(shape));
    }
}
