package io.surprisal.distributions.family;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives by Ridders' extrapolation of central differences to step 0, for the parameters of laws whose derivative has no formula: about
 * ten correct digits of a smooth function that is accurate to sixteen.
 *
 * @see <a href="https://doi.org/10.1016/S0141-1195(82)80057-0">Ridders, Accurate computation of F′(x) and F′(x)F″(x) (1982)</a>
 */
public final class NumericSlope {
    private static final int STEPS = 8;
    private static final double SHRINK = 1.4;

    private NumericSlope() {}

    /**
     * {@return a function of one number with a numerical slope, which has no derivative of its own}
     *
     * @param name its name in messages
     * @param f its values, smooth
     */
    public static ElementFunction function(String name, DoubleUnaryOperator f) {
        ElementFunction slope = ElementFunction.of(name + " slope", x -> of(f, x));
        return ElementFunction.of(name, f).withSlopes((x, y) -> slope.of(x.get(0)));
    }

    /**
     * {@return a function of several numbers with numerical slopes in each, which have no derivatives of their own}
     *
     * @param name its name in messages
     * @param arity how many arguments it takes
     * @param f its values, smooth
     */
    public static ElementFunction function(String name, int arity, ElementFunction.Values f) {
        ElementFunction.Slope[] slopes = new ElementFunction.Slope[arity];
        for (int i = 0; i < arity; i++) {
            int k = i;
            ElementFunction slope = ElementFunction.of(name + " slope", arity, x -> of(along(f, k, x.clone()), x[k]));
            slopes[k] = (x, y) -> slope.of(x.toArray(new Tensor[0]));
        }
        return ElementFunction.of(name, arity, x -> f.at(x.clone())).withSlopes(slopes);
    }

    /** f of argument k, with the others as they are. */
    private static DoubleUnaryOperator along(ElementFunction.Values f, int k, double[] x) {
        return value -> {
            double[] moved = x.clone();
            moved[k] = value;
            return f.at(moved);
        };
    }

    /**
     * {@return df/dx at x; steps stay within a tenth of x, so that positive parameters stay positive, and steps to where f is not finite are
     * passed over}
     *
     * @param f a smooth function
     * @param x where
     */
    public static double of(DoubleUnaryOperator f, double x) {
        double step = x == 0 ? 0.1 : 0.1 * Math.abs(x);
        double[] previous = new double[STEPS];
        double best = Double.NaN;
        double error = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double[] next = new double[STEPS];
            next[0] = (f.applyAsDouble(x + step) - f.applyAsDouble(x - step)) / ((x + step) - (x - step));
            double factor = SHRINK * SHRINK;
            for (int j = 1; j <= i; j++) {
                next[j] = next[j - 1] + (next[j - 1] - previous[j - 1]) / (factor - 1);
                factor *= SHRINK * SHRINK;
                double change = Math.max(Math.abs(next[j] - next[j - 1]), Math.abs(next[j] - previous[j - 1]));
                if (change <= error) {
                    error = change;
                    best = next[j];
                }
            }
            previous = next;
            step /= SHRINK;
        }
        return best;
    }
}
