package io.surprisal.distributions.family;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * Moments without a closed form, or whose closed form cancels, of expectations that a family computes by quadrature. Derivatives in the
 * parameters are numerical (ten digits).
 */
public final class CentralMoments {
    /** How a family integrates. */
    @FunctionalInterface
    public interface Expectation {
        /**
         * {@return E[g((X − c)/u)], where c is a number in the middle and u the unit}
         *
         * @param ofDistance g
         * @param parameters what the distribution depends on
         */
        double of(DoubleUnaryOperator ofDistance, double[] parameters);
    }

    private final Expectation expectation;
    private final ElementFunction mean;
    private final ElementFunction variance;
    private final ElementFunction skewness;
    private final ElementFunction kurtosis;

    private CentralMoments(
            String name,
            int arity,
            ElementFunction.Values middle,
            ElementFunction.Values unit,
            Expectation expectation) {
        this.expectation = expectation;
        mean = NumericSlope.function(name + " mean", arity, x -> middle.at(x) + inUnits(unit.at(x), () -> distance(x)));
        variance = NumericSlope.function(name + " variance", arity, x -> {
            double length = unit.at(x);
            return length * inUnits(length, () -> central(2, x, 1));
        });
        skewness = NumericSlope.function(name + " skewness", arity, this::skewness);
        kurtosis = NumericSlope.function(name + " kurtosis", arity, this::kurtosis);
    }

    /**
     * {@return the moments by an expectation}
     *
     * @param name the family's name in messages
     * @param arity how many parameters there are
     * @param middle the number c from which distances are measured, so that a far one takes no digits
     * @param expectation how to integrate
     */
    public static CentralMoments of(String name, int arity, ElementFunction.Values middle, Expectation expectation) {
        return of(name, arity, middle, x -> 1, expectation);
    }

    /**
     * {@return the moments by an expectation of numbers so small that their powers would not be normal numbers}
     *
     * @param name the family's name in messages
     * @param arity how many parameters there are
     * @param middle the number c from which distances are measured, so that a far one takes no digits
     * @param unit the number u in multiples of which distances are measured, about as large as they are
     * @param expectation how to integrate
     */
    public static CentralMoments of(
            String name,
            int arity,
            ElementFunction.Values middle,
            ElementFunction.Values unit,
            Expectation expectation) {
        return new CentralMoments(name, arity, middle, unit, expectation);
    }

    /**
     * {@return E[X]}
     *
     * @param parameters FLOAT64, which broadcast
     */
    public Tensor mean(Tensor... parameters) {
        return mean.of(parameters);
    }

    /**
     * {@return E[(X − E[X])²]}
     *
     * @param parameters FLOAT64, which broadcast
     */
    public Tensor variance(Tensor... parameters) {
        return variance.of(parameters);
    }

    /**
     * {@return the third central moment over variance^(3/2)}
     *
     * @param parameters FLOAT64, which broadcast
     */
    public Tensor skewness(Tensor... parameters) {
        return skewness.of(parameters);
    }

    /**
     * {@return the fourth central moment over variance², less 3}
     *
     * @param parameters FLOAT64, which broadcast
     */
    public Tensor kurtosis(Tensor... parameters) {
        return kurtosis.of(parameters);
    }

    /** Nothing where the unit has underflowed, in multiples of which a distance may overflow. */
    private static double inUnits(double unit, DoubleSupplier distance) {
        return unit == 0 ? 0 : unit * distance.getAsDouble();
    }

    private double distance(double[] parameters) {
        return expectation.of(d -> d, parameters);
    }

    /** Over a power of the scale. */
    private double central(int order, double[] parameters, double scale) {
        double mean = distance(parameters);
        return expectation.of(d -> power((d - mean) / scale, order), parameters);
    }

    private double skewness(double[] parameters) {
        double variance = central(2, parameters, 1);
        double scale = scale(variance);
        double scaled = variance / scale / scale;
        return central(3, parameters, scale) / (scaled * Math.sqrt(scaled));
    }

    private double kurtosis(double[] parameters) {
        double variance = central(2, parameters, 1);
        double scale = scale(variance);
        double scaled = variance / scale / scale;
        return central(4, parameters, scale) / (scaled * scaled) - 3;
    }

    /** A power of 2 near the standard deviation, by which division does not round: powers of distances must not underflow. */
    private static double scale(double variance) {
        return Math.scalb(1.0, Math.getExponent(Math.sqrt(variance)));
    }

    private static double power(double x, int order) {
        double square = x * x;
        return switch (order) {
            case 2 -> square;
            case 3 -> square * x;
            default -> square * square;
        };
    }
}
