package io.surprisal.distributions.multivariate;

import io.surprisal.special.IncompleteBeta;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/**
 * The entropy of multinomial counts, Σ E[s(xᵢ) + xᵢ log(xᵢ/npᵢ) − xᵢ + npᵢ] − s(n) with Stirling's remainder s(n) = log n! − n log n + n: a sum over
 * each count's binomial law, of parts that are not negative, in which nothing of the size of log n! is left.
 */
final class MultinomialEntropy {
    /** Beside the largest, probabilities below this add nothing. */
    private static final double NEGLIGIBLE = 1e-22;

    private static final ElementFunction SLOPE =
            ElementFunction.of("multinomial entropy slope", MultinomialEntropy::slope);

    /** Of (n, p): what one count adds. */
    private static final ElementFunction PART = ElementFunction.of(
                    "multinomial entropy", (n, p) -> mean(n, p, x -> summand(x, n * p)))
            .withSlopes(
                    (x, y) -> {
                        throw new UnsupportedOperationException(
                                "Multinomial.entropy: has no derivative in trials, which are"
                                        + " whole numbers. Cut them off with stopGradient().");
                    },
                    (x, y) -> SLOPE.of(x.get(0), x.get(1)));

    private MultinomialEntropy() {}

    static Tensor of(Tensor trials, Tensor probabilities) {
        return PART.of(trials.expandDims(-1), probabilities).sum(-1).minus(MultinomialMath.STIRLING.of(trials));
    }

    /** s(x) + x log(x/m) − x + m. */
    private static double summand(double x, double m) {
        if (x == 0) {
            return m;
        }
        return MultinomialMath.stirlingRemainder(x) + MultinomialMath.deviance(x, m);
    }

    /** The expectation over a binomial law, outwards from the mode. */
    private static double mean(double n, double p, DoubleUnaryOperator function) {
        if (n == 0 || p <= 0 || p >= 1) {
            return function.applyAsDouble(p <= 0 ? 0 : n);
        }
        double mode = Math.min(n, Math.floor((n + 1) * p));
        double[] sums = new double[2];
        double largest = logMass(mode, n, p);
        for (double x = mode; x <= n && add(sums, x, n, p, largest, function); x++) {}
        for (double x = mode - 1; x >= 0 && add(sums, x, n, p, largest, function); x--) {}
        return sums[1] / sums[0];
    }

    private static boolean add(
            double[] sums, double x, double n, double p, double largest, DoubleUnaryOperator function) {
        double mass = Math.exp(logMass(x, n, p) - largest);
        sums[0] += mass;
        sums[1] += mass * function.applyAsDouble(x);
        return mass > NEGLIGIBLE;
    }

    /** Up to what does not depend on x. */
    private static double logMass(double x, double n, double p) {
        return IncompleteBeta.logDensity(x + 1, n - x + 1, p, 1 - p);
    }

    /** E[f(x)(x − np)]/(p(1 − p)): the derivative of f itself in p has the mean 0. */
    private static double slope(double n, double p) {
        if (n == 0) {
            return 0;
        }
        if (p <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (p >= 1) {
            return n * (summand(n, n) - summand(n - 1, n));
        }
        return mean(n, p, x -> summand(x, n * p) * (x - n * p)) / (p * (1 - p));
    }
}
