package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ElementFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * P(X ≤ k) = I_q(r, k + 1): both tails of the beta distribution. The shapes are r, p and q = 1 − p, each without the rounding of the other;
 * derivatives in p are total ones, and there are none in q.
 */
final class NegativeBinomialLaw extends CountLaw {
    static final NegativeBinomialLaw INSTANCE = new NegativeBinomialLaw();

    private static final ElementFunction.Slope NONE = (x, y) -> y.backend().scalar(0, y.dtype());

    /** Of (k, r, p, q). */
    static final ElementFunction LOG_MASS = ElementFunction.of(
                    "negative binomial log-probability", 4, x -> logMass(x[0], x[1], x[2], x[3]))
            .withSlopes(
                    (x, y) -> x.get(0)
                            .plus(1)
                            .digammaDifference(x.get(1).minus(1))
                            .plus(x.get(2).log()),
                    (x, y) -> NegativeBinomialLaw.FAILURES_SLOPE.of(x.get(0), x.get(1), x.get(2), x.get(3)),
                    (x, y) -> NegativeBinomialLaw.PROBABILITY_SLOPE.of(x.get(0), x.get(1), x.get(2), x.get(3)),
                    NONE);

    /** Of (r, p, q). */
    static final ElementFunction ENTROPY = ElementFunction.of(
                    "negative binomial entropy", 3, x -> -mean(x[0], x[1], x[2], k -> logMass(k, x[0], x[1], x[2])))
            .withSlopes(
                    (x, y) -> NegativeBinomialLaw.ENTROPY_IN_FAILURES.of(x.get(0), x.get(1), x.get(2)),
                    (x, y) -> NegativeBinomialLaw.ENTROPY_IN_PROBABILITY.of(x.get(0), x.get(1), x.get(2)),
                    NONE);

    private static final ElementFunction FAILURES_SLOPE =
            ElementFunction.of("negative binomial score in failures", 4, x -> inFailures(x[0], x[1], x[2], x[3]));

    private static final ElementFunction PROBABILITY_SLOPE =
            ElementFunction.of("negative binomial score in probability", 4, x -> inProbability(x[0], x[1], x[2], x[3]));

    private static final ElementFunction ENTROPY_IN_FAILURES = ElementFunction.of(
            "negative binomial entropy slope in failures",
            3,
            x -> -mean(x[0], x[1], x[2], k -> inFailures(k, x[0], x[1], x[2]) * logMass(k, x[0], x[1], x[2])));

    private static final ElementFunction ENTROPY_IN_PROBABILITY = ElementFunction.of(
            "negative binomial entropy slope in probability",
            3,
            x -> -mean(x[0], x[1], x[2], k -> inProbability(k, x[0], x[1], x[2]) * logMass(k, x[0], x[1], x[2])));

    private NegativeBinomialLaw() {
        super("NegativeBinomial", 3);
    }

    @Override
    protected double lower(double k, double[] shape) {
        return IncompleteBeta.lower(shape[0], k + 1, shape[2], shape[1]);
    }

    @Override
    protected double upper(double k, double[] shape) {
        return IncompleteBeta.upper(shape[0], k + 1, shape[2], shape[1]);
    }

    @Override
    protected double logLower(double k, double[] shape) {
        return IncompleteBeta.logLower(shape[0], k + 1, shape[2], shape[1]);
    }

    @Override
    protected double logUpper(double k, double[] shape) {
        return IncompleteBeta.logUpper(shape[0], k + 1, shape[2], shape[1]);
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        return switch (parameter) {
            case 0 -> super.logLowerSlope(parameter, k, shape);
            case 1 -> -inProbability(k, shape, logLower(k, shape));
            default -> 0;
        };
    }

    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        return switch (parameter) {
            case 0 -> super.logUpperSlope(parameter, k, shape);
            case 1 -> inProbability(k, shape, logUpper(k, shape));
            default -> 0;
        };
    }

    /** The density of the beta distribution at q, over a tail. */
    private static double inProbability(double k, double[] shape, double logTail) {
        double log = IncompleteBeta.logDensity(shape[0], k + 1, shape[2], shape[1]);
        return Math.exp(log - Math.log(shape[1]) - logOf(shape[2], shape[1]) - logTail);
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        return Math.floor(shape[0] * shape[1] / shape[2]);
    }

    /** D(r, k, q)/k, and qʳ at 0. */
    private static double logMass(double k, double r, double p, double q) {
        // 0 more makes −0 of a certain outcome 0.
        return k == 0 ? r * logOf(q, p) + 0.0 : IncompleteBeta.logDensity(r, k, q, p) - Math.log(k);
    }

    /** log q, which is log1p(−p) for small p. */
    private static double logOf(double q, double p) {
        return p < 0.5 ? Math.log1p(-p) : Math.log(q);
    }

    private static double inFailures(double k, double r, double p, double q) {
        return Polygamma.digammaDifference(r, k) + logOf(q, p);
    }

    private static double inProbability(double k, double r, double p, double q) {
        return (k == 0 ? 0 : k / p) - r / q;
    }

    /** E f(X); nothing counts twelve standard deviations away, or where the tail pᵏ has fallen by e⁻⁴⁵. */
    private static double mean(double r, double p, double q, DoubleUnaryOperator f) {
        double mean = r * p / q;
        double deviation = Math.sqrt(r * p) / q;
        double from = Math.max(0, Math.floor(mean - 12 * deviation - 40));
        double to = Math.ceil(mean + 12 * deviation + 45 / q);
        return SmoothSum.of(from, mean, to, k -> {
            double log = logMass(k, r, p, q);
            return log == Double.NEGATIVE_INFINITY ? 0 : Math.exp(log) * f.applyAsDouble(k);
        });
    }
}
