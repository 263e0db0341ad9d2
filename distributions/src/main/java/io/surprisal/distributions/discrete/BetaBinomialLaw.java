package io.surprisal.distributions.discrete;

import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ElementFunction;

/**
 * By Bayes' rule P(k) is P(k | x) p(x)/p(x | k) for any x: a binomial probability and two beta densities, which at x = (k + α)/(n + α + β) are all
 * of the size of the result.
 */
final class BetaBinomialLaw extends SummedLaw {
    static final BetaBinomialLaw INSTANCE = new BetaBinomialLaw();

    /** Of (k, n, α, β). */
    static final ElementFunction LOG_MASS = ElementFunction.of(
                    "beta-binomial log-probability", 4, x -> logMass(x[0], x[1], x[2], x[3]))
            .withSlopes(
                    WholeParameter.STILL,
                    WholeParameter.none("BetaBinomial", "trials"),
                    (x, y) -> BetaBinomialLaw.ALPHA_SCORE.of(x.get(0), x.get(1), x.get(2), x.get(3)),
                    (x, y) -> BetaBinomialLaw.BETA_SCORE.of(x.get(0), x.get(1), x.get(2), x.get(3)));

    /** Of (n, α, β). */
    static final ElementFunction ENTROPY = ElementFunction.of("beta-binomial entropy", (n, a, b) -> entropy(n, a, b))
            .withSlopes(
                    WholeParameter.none("BetaBinomial", "trials"),
                    (x, y) -> BetaBinomialLaw.ENTROPY_IN_ALPHA.of(x.get(0), x.get(1), x.get(2)),
                    (x, y) -> BetaBinomialLaw.ENTROPY_IN_BETA.of(x.get(0), x.get(1), x.get(2)));

    private static final ElementFunction ALPHA_SCORE =
            ElementFunction.of("beta-binomial score in alpha", 4, x -> score(x[0], x[1], x[2], x[3]));

    private static final ElementFunction BETA_SCORE =
            ElementFunction.of("beta-binomial score in beta", 4, x -> score(x[1] - x[0], x[1], x[3], x[2]));

    private static final ElementFunction ENTROPY_IN_ALPHA =
            ElementFunction.of("beta-binomial entropy slope", (n, a, b) -> entropySlope(n, a, b));

    private static final ElementFunction ENTROPY_IN_BETA =
            ElementFunction.of("beta-binomial entropy slope", (n, a, b) -> entropySlope(n, b, a));

    /** A logarithm whose exponential loses digits, */
    private static final double FAR = -30;

    /** and where factors of it may be no normal numbers. */
    private static final double LEAST = -700;

    private BetaBinomialLaw() {
        super("BetaBinomial", 3);
    }

    @Override
    double logMass(double k, double[] shape) {
        return logMass(k, shape[0], shape[1], shape[2]);
    }

    private static double logMass(double k, double n, double a, double b) {
        double x = (k + a) / (n + a + b);
        double y = (n - k + b) / (n + a + b);
        return BinomialLaw.logMass(k, n, x, y)
                + IncompleteBeta.logDensity(a, b, x, y)
                - IncompleteBeta.logDensity(k + a, n - k + b, x, y);
    }

    @Override
    double mass(double k, double[] shape) {
        double log = logMass(k, shape);
        if (!(log < FAR && log > LEAST)) {
            return Math.exp(log);
        }
        double n = shape[0];
        double a = shape[1];
        double b = shape[2];
        double x = (k + a) / (n + a + b);
        double y = (n - k + b) / (n + a + b);
        return Math.exp(BinomialLaw.logMass(k, n, x, y))
                * (IncompleteBeta.density(a, b, x, y) / IncompleteBeta.density(k + a, n - k + b, x, y));
    }

    @Override
    double ratio(double k, double[] shape) {
        return (shape[0] - k) * (k + shape[1]) / ((k + 1) * (shape[0] - k - 1 + shape[2]));
    }

    @Override
    double lostByRatio(double k, double[] shape) {
        double left = shape[0] - k - 1;
        double up = k + shape[1];
        double down = left + shape[2];
        double above = (left + 1) * up;
        double below = (k + 1) * down;
        return rounding(k, shape[1], up) / up
                - rounding(left, shape[2], down) / down
                + Math.fma(left + 1, up, -above) / above
                - Math.fma(k + 1, down, -below) / below
                + Math.fma(-above / below, below, above) / above;
    }

    /** a + b less the rounded sum. */
    private static double rounding(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    @Override
    double score(int parameter, double k, double[] shape) {
        return switch (parameter) {
            case 0 -> throw WholeParameter.noSlope("BetaBinomial", "trials");
            case 1 -> score(k, shape[0], shape[1], shape[2]);
            default -> score(shape[0] - k, shape[0], shape[2], shape[1]);
        };
    }

    /** ψ(k + α) − ψ(α) − ψ(n + α + β) + ψ(α + β). */
    private static double score(double k, double n, double a, double b) {
        return Polygamma.digammaDifference(a, k) - Polygamma.digammaDifference(a + b, n);
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double high(double[] shape) {
        return shape[0];
    }

    @Override
    protected double middle(double[] shape) {
        return Math.floor(shape[0] * (shape[1] / (shape[1] + shape[2])));
    }

    private static double entropy(double n, double a, double b) {
        return Entropies.ofMasses(0, n * (a / (a + b)), n, k -> logMass(k, n, a, b));
    }

    private static double entropySlope(double n, double a, double b) {
        return SmoothSum.of(0, n * (a / (a + b)), n, k -> {
            double log = logMass(k, n, a, b);
            return -Math.exp(log) * log * score(k, n, a, b);
        });
    }
}
