package io.surprisal.distributions.discrete;

import io.surprisal.tensor.ElementFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * P(k) is B(k; n, x) B(K − k; N − n, x)/B(K; N, x) with binomial probabilities B at any x, here K/N. Where that does not underflow, it is summed
 * instead from the mode outwards: products of exact quotients keep more digits than an exponential.
 */
final class HypergeometricLaw extends SummedLaw {
    static final HypergeometricLaw INSTANCE = new HypergeometricLaw();

    /** Of (k, N, K, n). */
    static final ElementFunction LOG_MASS = ElementFunction.of(
                    "hypergeometric log-probability", 4, x -> logMass(x[0], x[1], x[2], x[3]))
            .withSlopes(
                    WholeParameter.STILL,
                    WholeParameter.none("Hypergeometric", "population"),
                    WholeParameter.none("Hypergeometric", "successes"),
                    WholeParameter.none("Hypergeometric", "draws"));

    /** Of (u, N, K, n), for a uniform number u. */
    static final ElementFunction DRAW =
            ElementFunction.of("hypergeometric draw", 4, x -> INSTANCE.draw(x[0], new double[] {x[1], x[2], x[3]}));

    /** Of (N, K, n). */
    static final ElementFunction ENTROPY = ElementFunction.of("hypergeometric entropy", HypergeometricLaw::entropy);

    /** Of (N, K, n). */
    static final ElementFunction SKEWNESS =
            ElementFunction.of("hypergeometric skewness", (population, successes, n) -> {
                double[] shape = {population, successes, n};
                return INSTANCE.central(3, shape) / Math.pow(INSTANCE.central(2, shape), 1.5);
            });

    /** Of (N, K, n). */
    static final ElementFunction KURTOSIS =
            ElementFunction.of("hypergeometric kurtosis", (population, successes, n) -> {
                double[] shape = {population, successes, n};
                double variance = INSTANCE.central(2, shape);
                return INSTANCE.central(4, shape) / (variance * variance) - 3;
            });

    /** 1/P(mode), from where on draws are found as quantiles are: counting would take longer. */
    private static final double MOST_DRAWN = 1e4;

    private HypergeometricLaw() {
        super("Hypergeometric", 3);
    }

    @Override
    double logMass(double k, double[] shape) {
        return logMass(k, shape[0], shape[1], shape[2]);
    }

    private static double logMass(double k, double population, double successes, double n) {
        if (successes == 0 || successes == population) {
            return Double.isNaN(k) ? k : 0;
        }
        double x = successes / population;
        double y = (population - successes) / population;
        return BinomialLaw.logMass(k, n, x, y)
                + BinomialLaw.logMass(successes - k, population - n, x, y)
                - BinomialLaw.logMass(successes, population, x, y);
    }

    @Override
    double mass(double k, double[] shape) {
        if (Double.isNaN(k)) {
            return k;
        }
        double mode = mode(shape);
        if (!(Math.abs(k - mode) < MOST_TERMS)) {
            return Math.exp(logMass(k, shape));
        }
        double relative = 1;
        for (double j = mode; j < k; j++) {
            relative *= ratio(j, shape);
        }
        for (double j = mode; j > k; j--) {
            relative /= ratio(j - 1, shape);
        }
        return relative / total(mode, shape);
    }

    @Override
    double ratio(double k, double[] shape) {
        double n = shape[2];
        return (shape[1] - k) * (n - k) / ((k + 1) * (shape[0] - shape[1] - n + k + 1));
    }

    @Override
    double lostByRatio(double k, double[] shape) {
        double above = (shape[1] - k) * (shape[2] - k);
        double below = (k + 1) * (shape[0] - shape[1] - shape[2] + k + 1);
        return Math.fma(-above / below, below, above) / above;
    }

    @Override
    double score(int parameter, double k, double[] shape) {
        throw WholeParameter.noSlope("Hypergeometric", "population, successes and draws");
    }

    @Override
    protected double low(double[] shape) {
        return Math.max(0, shape[2] - (shape[0] - shape[1]));
    }

    @Override
    protected double high(double[] shape) {
        return Math.min(shape[1], shape[2]);
    }

    @Override
    protected double middle(double[] shape) {
        return mode(shape);
    }

    private static double mode(double[] shape) {
        return Math.floor((shape[2] + 1) * ((shape[1] + 1) / (shape[0] + 2)));
    }

    private static double mean(double[] shape) {
        return shape[0] == 0 ? 0 : shape[2] * (shape[1] / shape[0]);
    }

    private static double entropy(double population, double successes, double n) {
        double[] shape = {population, successes, n};
        double p = population == 0 ? 0 : successes / population;
        double reach = 40 + 12 * Math.sqrt(n * p * (1 - p));
        double mean = mean(shape);
        return Entropies.ofMasses(
                Math.max(INSTANCE.low(shape), Math.floor(mean - reach)),
                mean,
                Math.min(INSTANCE.high(shape), Math.ceil(mean + reach)),
                k -> logMass(k, population, successes, n));
    }

    /** 1/P(mode). */
    private double total(double mode, double[] shape) {
        return downwards(mode, shape, j -> 1) + upwards(mode, shape, j -> 1) - 1;
    }

    /** Σ (k − mean)ʲ P(k), from the mode outwards; the numerator kN − nK has no rounding. */
    private double central(int order, double[] shape) {
        double mode = mode(shape);
        DoubleUnaryOperator power = k -> Math.pow((k * shape[0] - shape[1] * shape[2]) / shape[0], order);
        double sum = downwards(mode, shape, power) + upwards(mode, shape, power) - power.applyAsDouble(mode);
        return sum / total(mode, shape);
    }

    /** The outcomes are laid on [0, 1] from the mode outwards; the one at u is drawn. */
    private double draw(double u, double[] shape) {
        double above = mode(shape);
        if (total(above, shape) > MOST_DRAWN) {
            return Math.max(low(shape), quantile(u, shape));
        }
        double below = above;
        double left = u * total(above, shape) - 1;
        double ofAbove = 1;
        double ofBelow = 1;
        while (left > 0 && ofAbove + ofBelow > 0) {
            ofAbove *= above < high(shape) ? ratio(above, shape) : 0;
            above++;
            left -= ofAbove;
            if (left <= 0) {
                return above;
            }
            ofBelow = below > low(shape) ? ofBelow / ratio(below - 1, shape) : 0;
            below--;
            left -= ofBelow;
            if (left <= 0) {
                return below;
            }
        }
        return mode(shape);
    }
}
