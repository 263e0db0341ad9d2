package io.surprisal.distributions.family;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The law of a random number in double precision, one number at a time, with shapes: for families whose tails no tensor operation knows. Made
 * {@link Tails} by {@link #with}. {@link ContinuousLaw} and {@link CountLaw} are its two kinds; a family holds its law as a constant.
 *
 * <p>Tails are asked for inside the support only. Derivatives in the shapes are the law's where it overrides {@link #logLowerSlope} and {@link
 * #logUpperSlope}, and numerical (ten digits) where it does not; to second order they are refused.
 */
public abstract class ScalarLaw {
    private final String name;
    private final int shapes;

    ScalarLaw(String name, int shapes) {
        this.name = name;
        this.shapes = shapes;
    }

    /**
     * {@return P(Z ≤ z)}
     *
     * @param z a number inside the support
     * @param shape the shapes
     */
    protected abstract double lower(double z, double[] shape);

    /**
     * {@return P(Z &gt; z)}
     *
     * @param z a number inside the support
     * @param shape the shapes
     */
    protected abstract double upper(double z, double[] shape);

    /**
     * {@return log P(Z ≤ z); must be overridden where the probability underflows}
     *
     * @param z a number inside the support
     * @param shape the shapes
     */
    protected double logLower(double z, double[] shape) {
        double lower = lower(z, shape);
        return lower < 0.5 ? Math.log(lower) : Math.log1p(-upper(z, shape));
    }

    /**
     * {@return log P(Z &gt; z); must be overridden where the probability underflows}
     *
     * @param z a number inside the support
     * @param shape the shapes
     */
    protected double logUpper(double z, double[] shape) {
        double upper = upper(z, shape);
        return upper < 0.5 ? Math.log(upper) : Math.log1p(-lower(z, shape));
    }

    /**
     * {@return ∂ log P(Z ≤ z)/∂shape[k]}
     *
     * @param k the shape
     * @param z a number inside the support
     * @param shape the shapes
     */
    protected double logLowerSlope(int k, double z, double[] shape) {
        return NumericSlope.of(varying(k, shape, moved -> logLower(z, moved)), shape[k]);
    }

    /**
     * {@return ∂ log P(Z &gt; z)/∂shape[k]}
     *
     * @param k the shape
     * @param z a number inside the support
     * @param shape the shapes
     */
    protected double logUpperSlope(int k, double z, double[] shape) {
        return NumericSlope.of(varying(k, shape, moved -> logUpper(z, moved)), shape[k]);
    }

    /**
     * {@return the lower end of the support; −∞ unless overridden}
     *
     * @param shape the shapes
     */
    protected double low(double[] shape) {
        return Double.NEGATIVE_INFINITY;
    }

    /**
     * {@return the upper end of the support; +∞ unless overridden}
     *
     * @param shape the shapes
     */
    protected double high(double[] shape) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * {@return a number in the middle of the law, where the search for quantiles begins}
     *
     * @param shape the shapes
     */
    protected abstract double middle(double[] shape);

    /**
     * {@return the tails of a batch of variables}
     *
     * @param shape the shapes, FLOAT64, which broadcast
     */
    public abstract Tails with(Tensor... shape);

    /** A function of a number and the shapes. */
    @FunctionalInterface
    interface OfNumberAndShapes {
        double at(double z, double[] shape);
    }

    ElementFunction lifted(String function, OfNumberAndShapes values) {
        return ElementFunction.of(
                name + " " + function, 1 + shapes, x -> values.at(x[0], Arrays.copyOfRange(x, 1, x.length)));
    }

    /** With slopes first in the number, then in each shape. */
    ElementFunction lifted(
            String function, OfNumberAndShapes values, ElementFunction.Slope inNumber, SlopeInShape inShape) {
        ElementFunction.Slope[] slopes = new ElementFunction.Slope[1 + shapes];
        slopes[0] = inNumber;
        for (int k = 0; k < shapes; k++) {
            slopes[1 + k] = inShape.of(k);
        }
        return lifted(function, values).withSlopes(slopes);
    }

    /** The slope in shape k. */
    @FunctionalInterface
    interface SlopeInShape {
        ElementFunction.Slope of(int k);
    }

    static Tensor[] all(List<Tensor> x) {
        return x.toArray(new Tensor[0]);
    }

    int shapes() {
        return shapes;
    }

    private static DoubleUnaryOperator varying(int k, double[] shape, OfShapes function) {
        return value -> {
            double[] moved = shape.clone();
            moved[k] = value;
            return function.at(moved);
        };
    }

    private interface OfShapes {
        double at(double[] shape);
    }
}
