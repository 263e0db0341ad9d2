package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.HurwitzZeta;
import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Central moments of the extreme value variable (t⁻ᶜ − 1)/c, where t is standard exponential, whose raw moments are Γ(1 − kc). Near c = 0 they are
 * differences that cancel to the order of the moment. With f(k) = log Γ(1 − kc) − k log Γ(1 − c) the second is e^f(2) − 1 in units of the squared
 * Γ(1 − c), and the third and fourth are made of higher differences of f: those of −log(1 − kc) in closed form, and those of log Γ(2 − kc) by its
 * power series, whose first terms are absent instead of cancelled. Where c is so far below 0 that these cancel, they are moments of Weibull's
 * distribution.
 */
final class ExtremeMoments {
    /** Below it the moments are those of the limit c = 0. */
    private static final double SMALLEST = 1e-20;

    /** The series converges for |kc| below 2. */
    private static final double LARGEST = 1.6;

    /** Below it the terms of the fourth moment cancel; t⁻ᶜ has a Weibull distribution. */
    private static final double WEIBULL = -0.05;

    /** From −c above it on the highest raw moment leads the others. */
    private static final double FAR = 8;

    /** (ζ(j) − 1)/j. */
    private static final double[] COEFFICIENTS = coefficients();

    /** log Γ(1 − c)/c, which is γ at c = 0. */
    static final ElementFunction MEAN_EXPONENT = ofOne("log Γ(1 − c)/c", ExtremeMoments::meanExponent);

    static final ElementFunction VARIANCE = ofOne("extreme value variance", ExtremeMoments::variance);
    static final ElementFunction SKEWNESS = ofOne("extreme value skewness", ExtremeMoments::skewness);
    static final ElementFunction KURTOSIS = ofOne("extreme value kurtosis", ExtremeMoments::kurtosis);

    private ExtremeMoments() {}

    private static ElementFunction ofOne(String name, DoubleUnaryOperator function) {
        ElementFunction slope = ElementFunction.of(name + " slope", c -> NumericSlope.of(function, c));
        return ElementFunction.of(name, function).withSlopes((x, y) -> slope.of(x.get(0)));
    }

    private static double[] coefficients() {
        double[] values = new double[170];
        for (int j = 2; j < values.length; j++) {
            values[j] = HurwitzZeta.value(j, 2) / j;
        }
        return values;
    }

    private static double meanExponent(double shape) {
        double c = withoutZero(shape);
        return GammaFunction.logGamma1p(-c) / c;
    }

    private static double variance(double shape) {
        if (!(shape < 0.5)) {
            return shape >= 0.5 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double c = withoutZero(shape);
        double f2 = second(c);
        return Math.exp(2 * GammaFunction.logGamma1p(-c)) * (Math.expm1(f2) / c / c);
    }

    private static double skewness(double shape) {
        if (!(shape < 1.0 / 3)) {
            return shape < 0.5 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (shape < WEIBULL) {
            return shape < -FAR ? -FarExtremeMoments.skewness(-shape) : -WeibullMoments.standardised(-shape, 3);
        }
        double c = withoutZero(shape);
        double f2 = second(c);
        double f3 = third(c, f2);
        double central = difference(c, 3) + LogSpace.expm1mx(f3) - 3 * LogSpace.expm1mx(f2);
        double variance = Math.expm1(f2);
        return Math.abs(c) / c * central / variance / Math.sqrt(variance);
    }

    private static double kurtosis(double shape) {
        if (!(shape < 0.25)) {
            return shape < 0.5 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (shape < WEIBULL) {
            return shape < -FAR ? FarExtremeMoments.kurtosis(-shape) : WeibullMoments.standardised(-shape, 4) - 3;
        }
        double c = withoutZero(shape);
        double f2 = second(c);
        double f3 = third(c, f2);
        double f4 = difference(c, 4) + 4 * f3 - 6 * f2;
        double central = difference(c, 4) + LogSpace.expm1mx(f4) - 4 * LogSpace.expm1mx(f3) + 6 * LogSpace.expm1mx(f2);
        double variance = Math.expm1(f2);
        return central / variance / variance - 3;
    }

    private static double withoutZero(double shape) {
        return Math.abs(shape) < SMALLEST ? SMALLEST : shape;
    }

    private static double second(double c) {
        return difference(c, 2);
    }

    private static double third(double c, double f2) {
        return difference(c, 3) + 3 * f2;
    }

    /** The difference of this order of log Γ(1 − kc) in k at 0: Σ binomial (−1)^(order − k) log Γ(1 − kc). */
    private static double difference(double c, int order) {
        return Math.abs(order * c) < LARGEST ? ofLogarithm(c, order) + series(c, order) : direct(c, order);
    }

    private static double direct(double c, int order) {
        double sum = 0;
        double binomial = 1;
        for (int k = order; k >= 1; k--) {
            sum += binomial * GammaFunction.logGamma1p(-k * c);
            binomial *= -(double) k / (order - k + 1);
        }
        return sum;
    }

    /** Of −log(1 − kc). */
    private static double ofLogarithm(double c, int order) {
        double u = -c;
        double ratio = switch (order) {
            case 2 -> -square(u / (1 + u));
            case 3 -> square(u) * u * (2 + 3 * u) / (square(1 + 2 * u) * (1 + 2 * u));
            default ->
                -square(square(u) / square((1 + 3 * u) * (1 + u))) * (6 + u * (48 + u * (140 + u * (176 + 81 * u))));
        };
        return -Math.log1p(ratio);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double series(double c, int order) {
        double sum = 0;
        for (int j = COEFFICIENTS.length - 1; j >= order; j--) {
            sum = sum * c + COEFFICIENTS[j] * differenceOfPowers(j, order);
        }
        return sum * Math.pow(c, order);
    }

    /** The same difference of kʲ. */
    private static double differenceOfPowers(int j, int order) {
        double sum = 0;
        double binomial = 1;
        for (int k = order; k >= 1; k--) {
            sum += binomial * Math.pow(k, j);
            binomial *= -(double) k / (order - k + 1);
        }
        return sum;
    }
}
